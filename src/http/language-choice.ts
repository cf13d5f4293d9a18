/** The single place for how a council of two languages asks which one to use; the answer is kept in a cookie. */
import { html, type Html } from '#ui/html.ts'
import { type Language, languageCookie } from './language.ts'
import type { Ctx } from './route.ts'

/** Where choosing a language leads: back to the same page, in that language. `to` has no language prefix. */
export function languagePath(lang: Language, to: string): string {
  return `/language/${lang}?return=${encodeURIComponent(to)}`
}

/** True while a council of two languages has not yet been told which one this browser's person wants. Whoever is on a Welsh page has chosen. */
export function isLanguageUnasked({ council, session, actor, lang }: Ctx): boolean {
  const isOpen = council.settings.languages.length > 1 && lang === 'en'
  return isOpen && actor.lang === undefined && session.findCookie(languageCookie) === undefined
}

/** Asks on any other page, above its content, without being in the way. */
export function languageBanner(ctx: Ctx): Html | undefined {
  if (!isLanguageUnasked(ctx) || ctx.path === '/') return undefined
  const to = ctx.path
  return html`<section class="govuk-inset-text" aria-label="${languageTitles.cy} / ${languageTitles.en}">
<p class="govuk-body"><span lang="cy">Ym mha iaith hoffech chi ddefnyddio’r gwasanaeth hwn? <a class="govuk-link" href="${languagePath('cy', to)}">Cymraeg</a></span><br>
<span lang="en">Which language would you like to use? <a class="govuk-link" href="${languagePath('en', to)}">English</a></span></p>
</section>`
}

/** Said in both, because nobody knows yet. */
export const languageTitles = { en: 'Choose your language', cy: 'Dewiswch eich iaith' }

/** Whoever goes on in Welsh is not asked again either on a page whose address names no language. */
export function keepLanguageWalkedIn({ council, session, lang }: Pick<Ctx, 'council' | 'session' | 'lang'>): void {
  if (lang === 'cy' && session.findCookie(languageCookie) === undefined) keepLanguage({ council, session }, lang)
}

/** Long enough that a person is asked once. */
const yearInSeconds = 365 * 24 * 3600

/** Keeps the choice in this browser. A council of one language has nothing to keep. */
export function keepLanguage({ council, session }: Pick<Ctx, 'council' | 'session'>, lang: Language): void {
  if (council.settings.languages.length > 1) session.setCookie(languageCookie, lang, yearInSeconds)
}
