/** The single place where a request becomes what a handler is given. What few handlers ask for is worked out when asked. */
import type { IncomingHttpHeaders } from 'node:http'
import { type Actor, visitor } from './actor.ts'
import type { Council } from './council.ts'
import { Form } from './form.ts'
import { withoutDot } from './hosts.ts'
import type { Language } from './language.ts'
import type { Ctx, NavEntry, Site } from './route.ts'
import type { BrowserSession } from './session.ts'

/** A request as it came in, whatever server it came through. */
export interface Incoming {
  readonly id: string
  readonly method: string
  /** Path and query as sent. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly params: Readonly<Record<string, string>>
  /** A `Form`, posted JSON, or `undefined`. */
  readonly body: unknown
  /** The network address, for counting tries only. */
  readonly address: string
}

interface Arrival {
  readonly incoming: Incoming
  readonly council: Council
  readonly lang: Language
  readonly session: BrowserSession
  readonly now: string
  readonly today: string
  readonly site: Site
  readonly secure: boolean
}

const noParameters = new URLSearchParams()

export class Visit implements Ctx {
  readonly council: Council
  readonly lang: Language
  readonly session: BrowserSession
  readonly now: string
  readonly today: string
  readonly site: Site
  /** `visitor` until the doorkeeper has recognised somebody. */
  actor: Actor = visitor
  menu: readonly NavEntry[] = []
  readonly #incoming: Incoming
  readonly #secure: boolean
  #csrf: string | undefined

  constructor(arrival: Arrival) {
    this.council = arrival.council
    this.lang = arrival.lang
    this.session = arrival.session
    this.now = arrival.now
    this.today = arrival.today
    this.site = arrival.site
    this.#incoming = arrival.incoming
    this.#secure = arrival.secure
  }

  get params(): Readonly<Record<string, string>> {
    return this.#incoming.params
  }

  get query(): URLSearchParams {
    const mark = this.#incoming.url.indexOf('?')
    return mark === -1 ? noParameters : new URLSearchParams(this.#incoming.url.slice(mark).replaceAll('%00', ''))
  }

  get form(): Form {
    return this.#incoming.body instanceof Form ? this.#incoming.body : Form.empty
  }

  get json(): unknown {
    return this.#incoming.body
  }

  get path(): string {
    const { url } = this.#incoming
    const mark = url.indexOf('?')
    const whole = mark === -1 ? url : url.slice(0, mark)
    return this.lang === 'en' ? whole : whole.slice(3) || '/'
  }

  /** One token serves all forms of a page. */
  get csrf(): string {
    this.#csrf ??= this.session.csrf
    return this.#csrf
  }

  get requestId(): string {
    return this.#incoming.id
  }

  get origin(): string {
    return `${this.#secure ? 'https' : 'http'}://${withoutDot(this.#incoming.headers.host ?? '')}`
  }
}
