/** The single place for who a browser is: its visitor cookie, and the session of someone signed in. */
import { hash, randomBytes } from 'node:crypto'
import { cookieHeader, cookieName, findCookieIn } from './cookie.ts'
import type { Council } from './council.ts'
import { csrfToken, isCsrfToken } from './csrf.ts'
import type { Doorkeeper, SignIn } from './doorkeeper.ts'

/** How long a session lives, in seconds: without use, and at most. */
export const sessionLimits = { idle: 60 * 60, absolute: 12 * 60 * 60 } as const

/** One browser, as a handler sees it. */
export interface Session {
  /**
   * Hex SHA-256 of this browser's secret cookie: what a draft is kept under. The cookie is set on the reply when this is first asked for,
   * so a page that never asks sets none.
   */
  readonly visitor: string
  /** True when the browser already had its cookie: only then can it have a draft. */
  readonly isKnown: boolean
  /** Signs in: opens a session under a fresh id, ends the one before, and sets the cookie on the reply. */
  signIn(actorId: string, how: SignIn): Promise<void>
  /**
   * Ends the session and takes both cookies away, so that whoever sits down next at a shared computer finds nothing begun. Fine when nobody
   * is signed in.
   */
  signOut(): Promise<void>
  /** Sets a cookie of the feature's own on the reply. The value is base64url or a word; an empty one takes the cookie away. */
  setCookie(name: string, value: string, maxAgeSeconds: number): void
  /** The value of a cookie the browser sent. */
  findCookie(name: string): string | undefined
}

const visitorCookie = 'folkmoot-visitor'
const sessionCookie = 'folkmoot-session'
const secretShape = /^[A-Za-z0-9_-]{43}$/

interface Browser {
  readonly cookies: string | undefined
  readonly secure: boolean
  readonly demo: boolean
  readonly council: Council
  readonly doorkeeper: Doorkeeper
  readonly now: string
}

/** Hex SHA-256: secrets of browsers and API keys are kept only so. */
export function digest(secret: string): string {
  return hash('sha256', secret, 'hex')
}

/** A secret of 256 random bits for a cookie, a link or a key. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export class BrowserSession implements Session {
  /** `Set-Cookie` values for the reply. */
  readonly setCookies: string[] = []
  readonly #browser: Browser
  #visitorSecret: string | undefined
  #sessionSecret: string | undefined
  readonly isKnown: boolean

  constructor(browser: Browser) {
    this.#browser = browser
    this.#visitorSecret = this.#findSecret(visitorCookie)
    this.#sessionSecret = this.#findSecret(sessionCookie)
    this.isKnown = this.#visitorSecret !== undefined
  }

  get visitor(): string {
    return digest(this.#secret())
  }

  /** The session's id in the doorkeeper's books, when the browser sent one. */
  get id(): string | undefined {
    return this.#sessionSecret === undefined ? undefined : digest(this.#sessionSecret)
  }

  get csrf(): string {
    return csrfToken(this.#secret() + (this.#sessionSecret ?? ''))
  }

  isCsrf(token: string): boolean {
    return this.#visitorSecret !== undefined && isCsrfToken(this.#visitorSecret + (this.#sessionSecret ?? ''), token)
  }

  async signIn(actorId: string, how: SignIn): Promise<void> {
    const { council, demo, doorkeeper, now } = this.#browser
    if (this.id !== undefined) await doorkeeper.end(council, this.id, now)
    const secret = newSecret()
    // A demonstration shows everybody's mail, so no way in proves anything there.
    await doorkeeper.open(council, { id: digest(secret), actorId, how: demo ? 'demo' : how, openedAt: now })
    this.#sessionSecret = secret
    this.setCookie(sessionCookie, secret, sessionLimits.absolute)
  }

  async signOut(): Promise<void> {
    const { council, doorkeeper, now } = this.#browser
    if (this.id !== undefined) await doorkeeper.end(council, this.id, now)
    this.#sessionSecret = undefined
    this.#visitorSecret = undefined
    this.setCookie(sessionCookie, '', 0)
    this.setCookie(visitorCookie, '', 0)
  }

  setCookie(name: string, value: string, maxAgeSeconds: number): void {
    this.setCookies.push(cookieHeader({ name, value, secure: this.#browser.secure, maxAgeSeconds }))
  }

  findCookie(name: string): string | undefined {
    return findCookieIn(this.#browser.cookies, cookieName(name, this.#browser.secure))
  }

  #findSecret(name: string): string | undefined {
    const value = this.findCookie(name)
    return value !== undefined && secretShape.test(value) ? value : undefined
  }

  #secret(): string {
    if (this.#visitorSecret === undefined) {
      this.#visitorSecret = newSecret()
      this.setCookies.push(cookieHeader({ name: visitorCookie, value: this.#visitorSecret, secure: this.#browser.secure }))
    }
    return this.#visitorSecret
  }
}
