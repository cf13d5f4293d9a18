/** The single place for what the server needs of whoever keeps people and sessions: recognise, let in, write down. */
import type { Actor, Permission } from './actor.ts'
import type { Council } from './council.ts'

/** An actor before roles become permissions. */
export type Known = Omit<Actor, 'permissions'> & {
  /** An API key's scopes; they replace what roles would give. */
  readonly scopes?: readonly Permission[] | undefined
}

/** `demo`: any way in while a demonstration runs. Such a session is worth nothing outside it. */
export type SignIn = 'oidc' | 'email-link' | 'demo'

export interface SessionRow {
  /** Hex SHA-256 of the secret in the browser's cookie. */
  readonly id: string
  readonly actorId: string
  readonly how: SignIn
  /** ISO 8601 moment in UTC. */
  readonly openedAt: string
}

/** One use of a route that needs a permission, reads included. */
export interface Use {
  readonly at: string
  readonly actorId: string
  /** The route's `audit` word. */
  readonly audit: string
  /** The route's params: ids and references, never a person's name. */
  readonly about: Readonly<Record<string, string>>
  readonly requestId: string
}

export interface Doorkeeper {
  /** Where people sign in; `?return=` names the page they wanted. */
  readonly signInPath: `/${string}`
  /** The holder of a session that has neither ended nor expired at `now`. */
  find(council: Council, sessionId: string, now: string): Promise<Known | undefined>
  open(council: Council, session: SessionRow): Promise<void>
  end(council: Council, sessionId: string, now: string): Promise<void>
  /** The holder of an API key that has neither been revoked nor expired; `keyHash` is its hex SHA-256. */
  findKeyHolder(council: Council, keyHash: string, now: string): Promise<Known | undefined>
  /** Adds to the audit trail; resolves when it is committed, which is before the page is sent. */
  record(council: Council, use: Use): Promise<void>
}
