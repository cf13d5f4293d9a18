/** The single place for a member of staff in a browser without scripts: signs in as an example person and asks for pages. */
import { type Answer, requestFor, Wire } from './wire.ts'

export class Staff {
  readonly #wire: Wire
  readonly #host: string
  readonly #cookies = new Map<string, string>()
  /** By the page whose forms carry them. */
  readonly #tokens = new Map<string, string>()

  private constructor(wire: Wire, host: string) {
    this.#wire = wire
    this.#host = host
  }

  static async signIn(port: number, { host, person }: { readonly host: string; readonly person: string }): Promise<Staff> {
    const staff = new Staff(await Wire.open(port), host)
    const { body } = await staff.#ask('GET', '/sign-in')
    const token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const { status } = await staff.#ask('POST', '/sign-in/example', new URLSearchParams({ _csrf: token, person }).toString())
    if (status !== 303) throw new Error(`nobody could sign in as ${person}: ${status}`)
    return staff
  }

  /** Milliseconds until the whole page is there. */
  async msOf(path: string): Promise<number> {
    const began = performance.now()
    const { status } = await this.#ask('GET', path)
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    return performance.now() - began
  }

  /** Posts fields to an address, with the token of the page `from`; answers what came. */
  async post(path: string, fields: Readonly<Record<string, string>>, from: string): Promise<Answer> {
    this.#tokens.set(from, this.#tokens.get(from) ?? /name="_csrf" value="([^"]+)"/.exec((await this.#ask('GET', from)).body)?.[1] ?? '')
    return this.#ask('POST', path, new URLSearchParams({ _csrf: this.#tokens.get(from) ?? '', ...fields }).toString())
  }

  async #ask(method: 'GET' | 'POST', path: string, form?: string): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await this.#wire.ask(requestFor(method, path, { host: this.#host, cookie, ...(form === undefined ? {} : { form }) }))
    for (const [, name = '', value = ''] of answer.head.matchAll(/\r\nset-cookie: ([^=]+)=([^;\r]*)/gi)) this.#cookies.set(name, value)
    return answer
  }
}
