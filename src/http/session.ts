/** The single place for who a browser is: its visitor cookie, and the session of someone signed in. */
import type { Actor } from './actor.ts'
import type { Council } from './council.ts'

/** How long a session lives, in seconds: without use, and at most. */
export const sessionLimits = { idle: 30 * 60, absolute: 12 * 60 * 60 } as const

/** One browser, as a handler sees it. */
export interface Session {
  /**
   * Hex SHA-256 of this browser's secret cookie: what a draft is kept under. The cookie is set on the reply when this is first asked for,
   * so a page that never asks sets none.
   */
  readonly visitor: string
  /** True when the browser already had its cookie: only then can it have a draft. */
  readonly isKnown: boolean
  /** Signs in: opens a session row under a fresh id, ends the one before, and sets the cookie on the reply. */
  signIn(actorId: string, how: SignIn): Promise<void>
  /** Ends the session and takes the cookie away. Fine when nobody is signed in. */
  signOut(): Promise<void>
  /** Sets a cookie of the feature's own on the reply: HttpOnly, SameSite=Lax, this site only. An empty value takes it away. */
  setCookie(name: string, value: string, maxAgeSeconds: number): void
  /** The value of a cookie the browser sent. */
  findCookie(name: string): string | undefined
}

export type SignIn = 'oidc' | 'email-link' | 'demo'

export interface SessionRow {
  readonly actorId: string
  readonly how: SignIn
  /** ISO 8601 moments. */
  readonly openedAt: string
  readonly usedAt: string
}

/** What the server needs of whoever keeps sessions and people. `id` is the hex SHA-256 of the secret in the cookie. */
export interface Sessions {
  /** The actor of a session that has neither ended nor expired at `now`, roles resolved but without permissions. */
  find(council: Council, id: string, now: string): Promise<Actor | undefined>
  open(council: Council, id: string, row: SessionRow): Promise<void>
  end(council: Council, id: string): Promise<void>
  /** The holder of an API key given as hex SHA-256. */
  findKeyHolder(council: Council, keyHash: string, now: string): Promise<Actor | undefined>
}
