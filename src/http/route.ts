/** The single place for what a route is and what its handler is given. A route cannot be written without `may` and `audit`. */
import type { Actor, Permission } from './actor.ts'
import type { Council } from './council.ts'
import type { Form } from './form.ts'
import type { Invite } from './invite.ts'
import type { Bilingual, Language } from './language.ts'
import type { Reply } from './reply.ts'
import type { Session } from './session.ts'
import type { Html } from '#ui/html.ts'

/** Everything a handler is given. Handlers take nothing from globals. */
export interface Ctx {
  /** The council the host name picked; its `store` reaches that council's rows only. */
  readonly council: Council
  readonly lang: Language
  /** Always there: `visitor` when nobody has signed in. */
  readonly actor: Actor
  readonly session: Session
  /** The moment of the request, ISO 8601 in UTC. */
  readonly now: string
  /** The day in the United Kingdom at that moment, `YYYY-MM-DD`. */
  readonly today: string
  /** The values of `:name` in the route's path, decoded. Ask with `param(ctx, 'id')`. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The posted form; empty for a route without one. */
  readonly form: Form
  /** The posted JSON, not yet parsed by its owner; `undefined` for a route without one. */
  readonly json: unknown
  /** The path asked for without the language prefix and without the query: `/services/bins`. */
  readonly path: string
  /** The token that every form must carry; made on first use, which gives the browser its cookie. */
  readonly csrf: string
  /** Names this request in the log. */
  readonly requestId: string
  /** Where this request came to, for links in messages: `https://services.example.gov.uk`. */
  readonly origin: string
  /** The menus and links that every page of this app carries. */
  readonly site: Site
  /** Those entries of the staff menu that the actor may use and has anything to do at; none for whoever is no staff. */
  readonly menu: readonly NavEntry[]
}

/** What a page's frame says about the app, gathered from the features. */
export interface Site {
  readonly nav: readonly NavEntry[]
  readonly footer: readonly FooterEntry[]
  /** Where a demonstration's front page leads instead of to the services. */
  readonly front?: `/${string}` | undefined
  readonly guide?: Guide | undefined
  /** Links that features ask for on pages of others; shown by `invitations`. */
  readonly invites: readonly Invite[]
  /** What an API key may be given, in words. */
  readonly scopes: ReadonlyMap<Permission, Bilingual>
  /** True when the example people can be signed in as and mail is only shown. */
  readonly demo: boolean
}

/** Above every page of a demonstration; undefined while nobody is shown around. */
export type Guide = (ctx: Ctx) => Html | undefined

/** An entry of the staff menu, shown to those who may. */
export interface NavEntry {
  readonly path: `/${string}`
  readonly words: Bilingual
  readonly may: Permission
  /** Entries for looking after things stand behind those for people's daily work, in this order. */
  readonly behind?: number
  /** Whether a partner, who may by being one, has anything to do there; without it, all have. */
  readonly isForPartner?: (council: Council, partner: Actor) => Promise<boolean>
}

/** A link at the foot of every page. */
export interface FooterEntry {
  readonly path: `/${string}`
  readonly words: Bilingual
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `/services/:id`; the same under `/cy` comes by itself, except for `/api/…`. */
  readonly path: `/${string}`
  /** Who may use it. Those who may not are asked to sign in, or told so. */
  readonly may: Permission | 'anyone'
  /**
   * What the audit trail calls it, a past participle such as `case-read`. Every use of a route that needs a permission is recorded,
   * reads included, with the actor, the moment and the route's params; so addresses name ids and references, never a person.
   */
  readonly audit: string
  /** What it reads. A POST reads a form unless told otherwise. */
  readonly body?: 'form' | 'json' | 'none'
  /** `api` takes a key in `Authorization: Bearer` instead of a cookie, needs no form token and answers problems as JSON. */
  readonly for?: 'people' | 'api'
  /** True for a POST that could be tried again and again, such as asking for a sign-in link: limited per address. */
  readonly limited?: boolean
  /** True for what has no language of its own, such as a picture or a download: it exists without a prefix only. */
  readonly isSameInAllLanguages?: boolean
  readonly handle: (ctx: Ctx) => Promise<Reply> | Reply
}

/** The value of `:name` in the route's path; a broken promise when the route has none of that name. */
export function param(ctx: Pick<Ctx, 'params'>, name: string): string {
  const value = ctx.params[name]
  if (value === undefined) throw new Error(`The route has no :${name}`)
  return value
}
