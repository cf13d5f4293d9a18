/** The single place that keeps pages as they were answered, of one council in one of its languages. */
import type { Browser } from '#test/kit/browser.ts'
import type { Installation } from '#test/kit/installation.ts'
import type { Page } from '#test/kit/page.ts'
import type { Walk } from '#test/kit/walks.ts'

/** Whoever takes part, by their names among the example people. */
export interface Participants {
  readonly resident: string
  readonly officer: string
  readonly manager: string
  readonly member: string
  readonly director: string
}

export interface PageState {
  /** Such as `cy.localhost /cy/services (nothing found)`. */
  readonly name: string
  readonly host: string
  readonly lang: 'en' | 'cy'
  readonly page: Page
}

/** One council in one of its languages. */
export interface Place {
  readonly installation: Installation
  readonly host: string
  readonly lang: 'en' | 'cy'
  readonly walks: readonly Walk[]
  readonly people: Participants
}

/** Keeps each page as it was answered. */
export class Album {
  readonly states: PageState[] = []
  readonly place: Place
  readonly #seen = new Set<string>()

  constructor(place: Place) {
    this.place = place
  }

  path(path: string): string {
    if (this.place.lang === 'en') return path
    return path === '/' ? '/cy' : `/cy${path}`
  }

  /** Where the browser is now; `note` says what is special about it. */
  keep({ page }: Browser, note = ''): void {
    const { host, lang } = this.place
    const name = `${host} ${page.url}${note && ` (${note})`}`
    if (this.#seen.has(name)) return
    this.#seen.add(name)
    this.states.push({ name, host, lang, page })
  }

  async visit(browser: Browser, path: string, note?: string): Promise<void> {
    await browser.get(this.path(path))
    this.keep(browser, note)
  }

  /** A visitor who has chosen the language already. */
  async visitor(): Promise<Browser> {
    const { installation, host, lang } = this.place
    const browser = installation.browser(host)
    await browser.get(`/language/${lang}`)
    return browser
  }

  async signedIn(person: string): Promise<Browser> {
    const browser = await this.visitor()
    await browser.signInAs(person)
    // Whoever signs in is met in their own language; here they read the one looked at.
    await browser.get(`/language/${this.place.lang}`)
    return browser
  }
}
