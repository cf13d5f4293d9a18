/** The single place for who a browser is: its visitor cookie, and the session of someone signed in. */
import type { SignIn } from './doorkeeper.ts'

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
