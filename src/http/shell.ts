/** The single place that puts a page's content into the council's frame: brand, language switch, menus, foot. */
import { html, type Html, type Renderable } from '#ui/html.ts'
import { page as document, type PageCouncil, type PageLink, type PageOptions, type StaffBar } from '#ui/page.ts'
import { wordsIn } from '#ui/words/index.ts'
import { isStaff } from './actor.ts'
import { type Council, inLanguage, nameOf } from './council.ts'
import { csrfFieldName } from './csrf.ts'
import { type Language, otherLanguage, path } from './language.ts'
import { page, type Sent } from './reply.ts'
import type { Ctx } from './route.ts'
import { languageBanner, languagePath } from './language-choice.ts'

/** What a view gives; everything around it comes from `ctx`. */
export interface Content {
  readonly title: string
  readonly main: Renderable
  readonly backLink?: { readonly href: string; readonly text?: string } | undefined
  /** Name of the service above the page, with its start page. */
  readonly service?: { readonly name: string; readonly href: string } | undefined
  /** True when the page shows an error summary. */
  readonly error?: boolean | undefined
  /** True for tables and dashboards. */
  readonly wide?: boolean | undefined
}

/** The whole page as a reply. Pages below `/staff` carry the staff menu, all others the resident's. */
export function show(ctx: Ctx, content: Content, status = 200): Sent {
  const { lang, council, site } = ctx
  const frame: PageOptions = {
    lang,
    council: onPages(ctx),
    otherLanguage: council.settings.languages.length > 1 ? otherOf(ctx) : undefined,
    ...content,
    main: [languageBanner(ctx), site.guide?.(ctx), content.main],
    ...(isStaffPage(ctx) ? { nav: staffMenu(ctx), staff: staffBar(ctx) } : {}),
  }
  return page(document(frame), { status })
}

const councilsOnPages = new WeakMap<Council, Map<Language, PageCouncil>>()

/** The same object each time: a council belongs to one site. */
function onPages({ lang, council, site }: Ctx): PageCouncil {
  const inLanguages = councilsOnPages.get(council) ?? new Map<Language, PageCouncil>()
  councilsOnPages.set(council, inLanguages)
  const known = inLanguages.get(lang)
  if (known !== undefined) return known
  const made: PageCouncil = {
    name: nameOf(council, lang),
    homeHref: path(lang, '/services'),
    stylesheet: council.brand.stylesheet,
    logo: council.brand.logo,
    contact: council.settings.contact,
    footerLinks: site.footer.map((entry) => ({ href: path(lang, entry.path), text: inLanguage(entry.words, lang) })),
  }
  inLanguages.set(lang, made)
  return made
}

/** A form that posts to `action`, a path of this site, with the token every form must carry. */
export function form(ctx: Pick<Ctx, 'csrf'>, action: string, content: Renderable): Html {
  return html`<form method="post" action="${action}" novalidate>
${csrfField(ctx)}
${content}
</form>`
}

/** The hidden field that every form of a page carries. */
export function csrfField(ctx: Pick<Ctx, 'csrf'>): Html {
  return html`<input type="hidden" name="${csrfFieldName}" value="${ctx.csrf}">`
}

function isStaffPage(ctx: Ctx): boolean {
  return isStaff(ctx.actor) && (ctx.path === '/staff' || ctx.path.startsWith('/staff/'))
}

function otherOf(ctx: Ctx): PageOptions['otherLanguage'] {
  const lang = otherLanguage(ctx.lang)
  return { lang, href: languagePath(lang, ctx.query.size === 0 ? ctx.path : `${ctx.path}?${ctx.query.toString()}`) }
}

function staffMenu(ctx: Ctx): PageLink[] {
  return ctx.menu.map((entry) => ({
    href: path(ctx.lang, entry.path),
    text: inLanguage(entry.words, ctx.lang),
    current: ctx.path === entry.path || ctx.path.startsWith(`${entry.path}/`),
  }))
}

function staffBar(ctx: Ctx): StaffBar {
  const { actor, lang, council } = ctx
  const team = council.settings.teams.find(({ id }) => id === actor.teams[0])
  return {
    person: actor.name,
    team: team && inLanguage(team.name, lang),
    signOut: html`<form class="staff-bar__form" method="post" action="${path(lang, '/sign-out')}">${csrfField(ctx)}<button class="staff-bar__button" type="submit">${wordsIn(lang).signOut}</button></form>`,
  }
}
