/** The single place that puts a page's content into the council's frame: brand, language switch, menus, foot. */
import { html, type Html, type Renderable } from '#ui/html.ts'
import { page as document } from '#ui/page.ts'
import { inLanguage, nameOf } from './council.ts'
import { path } from './language.ts'
import { page, type Sent } from './reply.ts'
import type { Ctx } from './route.ts'

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

/** The whole page as a reply. */
export function show(ctx: Ctx, content: Content, status = 200): Sent {
  return page(
    document({
      lang: ctx.lang,
      council: {
        name: nameOf(ctx.council, ctx.lang),
        homeHref: path(ctx.lang, '/services'),
        stylesheet: ctx.council.brand.stylesheet,
        logo: ctx.council.brand.logo,
      },
      footerLinks: ctx.site.footer.map((entry) => ({ href: path(ctx.lang, entry.path), text: inLanguage(entry.words, ctx.lang) })),
      ...content,
    }),
    { status },
  )
}

/** The hidden field that every form of a page carries. */
export function csrfField(ctx: Pick<Ctx, 'csrf'>): Html {
  return html`<input type="hidden" name="_csrf" value="${ctx.csrf}">`
}
