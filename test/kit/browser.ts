/** The single place where tests visit the app as a browser without scripts does: cookies, links, forms by label and button, redirects. */
import type { InjectedRequest, Server } from '#http/server.ts'
import { attribute, Page, textOf, valuesOf, within } from './page.ts'

const mostRedirects = 10

/** What to fill in: by label for a text, by the words of the choice for radios and checkboxes (`true`), or by field name. */
export type Filling = Readonly<Record<string, string | true | readonly string[]>>

export class Browser {
  readonly #server: Server
  readonly #host: string
  readonly #cookies = new Map<string, string>()
  #page: Page | undefined

  constructor(server: Server, host: string) {
    this.#server = server
    this.#host = host
  }

  /** The page one is on. */
  get page(): Page {
    if (this.#page === undefined) throw new Error('No page has been visited yet')
    return this.#page
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies
  }

  /** Goes to an address and follows where it leads. */
  get(url: string): Promise<Page> {
    return this.#visit({ method: 'GET', url, headers: {} })
  }

  /** Follows the link of these words. */
  click(text: string): Promise<Page> {
    return this.get(this.page.href(text))
  }

  /** Fills in the form of a button, presses it, and follows where it leads. Hidden fields and what was filled in before go with it. */
  submit(button: string, filling: Filling = {}): Promise<Page> {
    const form = this.page.formOf(button)
    const pressed = within(form, 'button').find((one) => textOf(one) === button)
    const values = this.#filled(valuesOf(form), filling)
    const name = attribute(pressed, 'name')
    if (name !== undefined) values.push([name, attribute(pressed, 'value') ?? ''])
    const action = attribute(pressed, 'formaction') ?? attribute(form, 'action') ?? this.page.url
    const query = new URLSearchParams(values).toString()
    if ((attribute(form, 'method') ?? 'get') === 'get') return this.get(`${action.split('?')[0]}?${query}`)
    return this.#visit({ method: 'POST', url: action, headers: formHeaders, body: query })
  }

  /** Posts fields straight to an address, with the token of the page one is on; `fields` may replace it. */
  post(url: string, fields: Readonly<Record<string, string>> = {}): Promise<Page> {
    const body = new URLSearchParams({ ...this.#token(), ...fields }).toString()
    return this.#visit({ method: 'POST', url, headers: formHeaders, body })
  }

  /** Sends exactly this, cookies added, and follows nothing: for attacks and for the API. */
  send(request: Omit<InjectedRequest, 'headers'> & { readonly headers?: Readonly<Record<string, string>> }): Promise<Page> {
    return this.#send({ ...request, headers: request.headers ?? {} })
  }

  /** Signs in as an example person of the council. */
  async signInAs(person: string): Promise<Page> {
    await this.get('/sign-in')
    const page = await this.post('/sign-in/example', { person })
    if (page.status !== 200) throw new Error(`Nobody could sign in as ${person}: ${page.status} ${page.heading}`)
    return page
  }

  #token(): Record<string, string> {
    const field = this.#page?.all('input').find((input) => attribute(input, 'name') === '_csrf')
    return field === undefined ? {} : { _csrf: attribute(field, 'value') ?? '' }
  }

  #filled(before: readonly [string, string][], filling: Filling): [string, string][] {
    const after = new Map<string, string[]>()
    for (const [name, value] of before) after.set(name, [...(after.get(name) ?? []), value])
    for (const [label, value] of Object.entries(filling)) {
      const name = this.#nameOf(label)
      if (value === true) after.set(name, this.#chosen(label, after.get(name) ?? []))
      else after.set(name, typeof value === 'string' ? [value] : [...value])
    }
    return [...after].flatMap(([name, values]) => values.map((value): [string, string] => [name, value]))
  }

  #nameOf(label: string): string {
    return this.page.texts('label').includes(label) ? this.page.fieldName(label) : label
  }

  /** A radio takes the place of what was chosen; a checkbox joins it. */
  #chosen(label: string, before: readonly string[]): string[] {
    const field = this.page.field(label)
    const value = attribute(field, 'value') ?? 'on'
    return attribute(field, 'type') === 'radio' ? [value] : [...before, value]
  }

  async #visit(request: InjectedRequest): Promise<Page> {
    let page = await this.#send(request)
    for (let count = 0; page.status >= 300 && page.status < 400; count += 1) {
      if (count > mostRedirects) throw new Error(`${request.url} leads in a circle`)
      page = await this.#send({ method: 'GET', url: String(page.headers['location']), headers: {} })
    }
    this.#page = page
    return page
  }

  async #send({ method, url, headers, body }: InjectedRequest): Promise<Page> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await this.#server.inject({ method, url, body, headers: { host: this.#host, ...(cookie ? { cookie } : {}), ...headers } })
    for (const text of [reply.headers['set-cookie'] ?? []].flat()) this.#keep(String(text))
    return new Page({ status: reply.status, url, headers: reply.headers, body: reply.body.toString('utf8') })
  }

  #keep(text: string): void {
    const [pair = ''] = text.split(';')
    const at = pair.indexOf('=')
    if (/max-age=0/i.test(text)) this.#cookies.delete(pair.slice(0, at))
    else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
