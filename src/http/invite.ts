/** The single place for invitations: a link that one feature asks for on a page of another, which need not know whose it is. */
import { html, type Html } from '#ui/html.ts'
import { inLanguage } from './council.ts'
import { type Bilingual, type Language, path } from './language.ts'

/** The pages that carry invitations: a question, a service's start, what was sent, what was decided, about a service, the list of services. */
export type InvitedPage = 'question' | 'start' | 'sent' | 'decided' | 'about' | 'services'

/** Where the page is: ids of the service, its page and question, and the reference of a case. Never a person. */
export interface Place {
  readonly service?: string | undefined
  readonly page?: string | undefined
  /** Given where the page asks one question only. */
  readonly question?: string | undefined
  readonly reference?: string | undefined
}

export interface Invite {
  readonly at: InvitedPage
  /** A path of this site, without the language prefix. */
  readonly path: (place: Place) => string
  readonly words: Bilingual
}

/** What is needed of a page's `Ctx`, which knows the invitations of its site. */
interface Inviting {
  readonly lang: Language
  readonly site: { readonly invites: readonly Invite[] }
}

/** The links that features ask for on such a page, in their order; undefined where none does. */
export function invitations(ctx: Inviting, at: InvitedPage, place: Place = {}): Html | undefined {
  const invites = ctx.site.invites.filter((invite) => invite.at === at)
  if (invites.length === 0) return undefined
  const links = invites.map(
    (invite) => html`<li><a class="govuk-link" href="${path(ctx.lang, invite.path(place))}">${inLanguage(invite.words, ctx.lang)}</a></li>`,
  )
  return html`<ul class="govuk-list invitations">${links}</ul>`
}
