/** The single place for somebody who reports a missed bin in a browser without scripts: cookies, tokens, forms and redirects. */
import { type Answer, requestFor, Wire } from './wire.ts'
import { service } from './council.ts'

/** What is filled in on each page, in the order of the journey; the third value of a missed garden bin brings a page of its own. */
const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'which-bin': { bin: 'garden' },
  'garden-subscription': { subscribed: 'yes' },
  when: { 'missed_on-day': '20', 'missed_on-month': '11', 'missed_on-year': '2026' },
  'put-out': { out_in_time: 'yes' },
  where: { 'home-line1': '1 Mill Lane', 'home-line2': '', 'home-town': 'Thorpe', 'home-postcode': 'SW1A 1AA' },
  'anything-else': { notes: 'The bin stands behind the green gate. The crew went past at about eight.' },
  'your-name': { full_name: 'Sam Lee' },
  'reach-you': { email: '', phone: '' },
  check: {},
}
export const postsOfJourney = Object.keys(answers).length

/** What one resident has done; `ms` of each post, from sending it to its redirect. */
export type Walked = { posts: number; gets: number; journeys: number; readonly ms: number[] }

export class Resident {
  readonly #wire: Wire
  readonly #host: string
  readonly #cookies = new Map<string, string>()

  constructor(wire: Wire, host: string) {
    this.#wire = wire
    this.#host = host
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** From the start page to the confirmation, in a browser of its own. */
  async walk(walked: Walked): Promise<void> {
    await this.begin(walked)
    await this.goOn(walked, 'sent')
    walked.journeys += 1
  }

  async begin(walked: Walked): Promise<void> {
    this.#cookies.clear()
    await this.get(`/services/${service}`, walked)
  }

  /** Answers page after page until the address of this one; answers what it shows. */
  async goOn(walked: Walked, until: string): Promise<Answer> {
    let path = `/services/${service}/apply/which-bin`
    for (;;) {
      const page = await this.get(path, walked)
      if (path.endsWith(`/${until}`)) return page
      path = await this.#post(path, tokenOn(page.body), walked)
    }
  }

  /** Answers one page once more. */
  async answer(page: string, walked: Walked): Promise<void> {
    const path = `/services/${service}/apply/${page}`
    await this.#post(path, tokenOn((await this.get(path, walked)).body), walked)
  }

  async get(path: string, walked: Walked): Promise<Answer> {
    walked.gets += 1
    const answer = await this.#ask('GET', path)
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    return answer
  }

  async #post(path: string, token: string, walked: Walked): Promise<string> {
    const began = performance.now()
    const form = new URLSearchParams({ _csrf: token, ...answers[path.slice(path.lastIndexOf('/') + 1)] }).toString()
    const { status, head, body } = await this.#ask('POST', path, form)
    walked.posts += 1
    walked.ms.push(performance.now() - began)
    const location = /\r\nlocation: (\S+)/i.exec(head)?.[1]
    if (status !== 303 || location === undefined)
      throw new Error(`${path} answered ${status}: ${/<h2[^]*?<\/ul>/.exec(body)?.[0] ?? body.slice(0, 400)}`)
    return location
  }

  async #ask(method: 'GET' | 'POST', path: string, form?: string): Promise<Answer> {
    const answer = await this.#wire.ask(
      requestFor(method, path, { host: this.#host, cookie: this.cookie, ...(form === undefined ? {} : { form }) }),
    )
    for (const [, name = '', value = ''] of answer.head.matchAll(/\r\nset-cookie: ([^=]+)=([^;\r]*)/gi)) this.#cookies.set(name, value)
    return answer
  }
}

export function newWalked(): Walked {
  return { posts: 0, gets: 0, journeys: 0, ms: [] }
}

/** Several residents at once, journey after journey, while `goesOn`; together they give what they did. */
export async function crowd(
  { port, users }: { readonly port: number; readonly users: number },
  goesOn: (walked: Walked) => boolean,
): Promise<Walked> {
  const walked = newWalked()
  const wires = await Promise.all(Array.from({ length: users }, () => Wire.open(port)))
  await Promise.all(
    wires.map(async (wire) => {
      const resident = new Resident(wire, 'localhost')
      while (goesOn(walked)) await resident.walk(walked)
    }),
  )
  for (const wire of wires) wire.close()
  return walked
}

function tokenOn(page: string): string {
  const token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1]
  if (token === undefined) throw new Error('the page has no form')
  return token
}
