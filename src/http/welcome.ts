/** The single place for the front page: it asks for the language at first contact and leads on to the services. */
import { html, type Html } from '#ui/html.ts'
import { isLanguageUnasked, keepLanguage, languagePath, languageTitles } from './language-choice.ts'
import { path } from './language.ts'
import { problem, type Reply, seeOther } from './reply.ts'
import { type Ctx, param, type Route } from './route.ts'
import { show } from './shell.ts'
import { findLocalPath } from './text.ts'

export const welcomeRoutes: readonly Route[] = [
  { method: 'GET', path: '/', may: 'anyone', audit: 'welcome-shown', handle: welcome },
  { method: 'GET', path: '/language/:lang', may: 'anyone', audit: 'language-chosen', isSameInAllLanguages: true, handle: choose },
]

function welcome(ctx: Ctx): Reply {
  if (!isLanguageUnasked(ctx)) return seeOther(path(ctx.actor.lang ?? ctx.lang, frontOf(ctx)))
  return show(ctx, { title: `${languageTitles.en} / ${languageTitles.cy}`, main: question(frontOf(ctx)) })
}

function choose(ctx: Ctx): Reply {
  const lang = ctx.council.settings.languages.find((offered) => offered === param(ctx, 'lang'))
  if (lang === undefined) return problem('not-found')
  keepLanguage(ctx, lang)
  return seeOther(path(lang, findLocalPath(ctx.query.get('return') ?? '') ?? '/services'))
}

/** A demonstration shows people around first. */
function frontOf({ site }: Pick<Ctx, 'site'>): string {
  return site.front ?? '/services'
}

/** Each language asks in itself; neither comes with a default. */
function question(front: string): Html {
  return html`<h1 class="govuk-heading-l"><span lang="cy">${languageTitles.cy}</span> / <span lang="en">${languageTitles.en}</span></h1>
<ul class="govuk-list">
<li lang="cy"><a class="govuk-button" href="${languagePath('cy', front)}">Cymraeg</a></li>
<li lang="en"><a class="govuk-button" href="${languagePath('en', front)}">English</a></li>
</ul>
<p class="govuk-body" lang="cy">Byddwn yn cofio eich dewis. Gallwch ei newid ar unrhyw dudalen.</p>
<p class="govuk-body" lang="en">We will remember your choice. You can change it on any page.</p>`
}
