/** The single place for the plug between a feature and the app: one per folder in `features/`. */
import type { Tx } from '#store/council.ts'
import type { Actor, Permission, Role } from './actor.ts'
import type { Council } from './council.ts'
import type { FooterEntry, NavEntry, Route } from './route.ts'
import type { Sessions } from './session.ts'

/** Who holds each permission from the start, by role; a council's settings may give it to further roles. */
export type Permissions = Readonly<Record<Permission, readonly Role[]>>

/** Work that happens later. `run` may be called more than once for one body: it must be safe to repeat. */
export interface Job {
  readonly name: `${string}.${string}`
  run(council: Council, body: unknown): Promise<void>
}

/** Keeps rows that queries need true to the log; `folkmoot rebuild` empties and makes them again. */
export interface Projection {
  readonly name: string
  empty(tx: Tx): Promise<void>
  /** Applies the facts of one stream. */
  rebuild(tx: Tx, stream: string): Promise<void>
}

export interface Feature {
  readonly name: string
  readonly routes: readonly Route[]
  readonly migrations: Readonly<Record<string, string>>
  readonly permissions?: Permissions
  readonly nav?: readonly NavEntry[]
  readonly footer?: readonly FooterEntry[]
  readonly jobs?: readonly Job[]
  readonly projections?: readonly Projection[]
  /** Called once per council when the server starts: example people, published packs. */
  readonly begin?: (council: Council) => Promise<void>
  /** How the server recognises who is acting; one feature gives it. */
  readonly sessions?: Sessions
}

/** Who is behind an API key; `undefined` for a key that is unknown, revoked or expired. */
export type FindKeyHolder = (council: Council, key: string) => Promise<Actor | undefined>
