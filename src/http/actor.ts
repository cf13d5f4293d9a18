/** The single place for who is acting: the shape every request carries and the one question asked of it, `mayDo`. */
import type { Language } from '#core/definition/model/names.ts'

/** What someone may do, as `<feature>.<verb>`: `cases.decide`. Each feature's plug lists its own. */
export type Permission = `${string}.${string}`

/** A role by its name in packs and council settings: `caseworker`. A person holds any number of them. */
export type Role = string

/** Who holds each permission from the start, by role; a council's settings may give it to further roles. */
export type Permissions = Readonly<Record<Permission, readonly Role[]>>

/** `visitor` has not signed in; `machine` holds an API key. */
export type ActorKind =
  | 'visitor'
  | 'resident'
  | 'business'
  | 'organisation'
  | 'volunteer'
  | 'councillor'
  | 'officer'
  | 'partner'
  | 'machine'

export interface Actor {
  /** UUIDv7 of a known actor; `visitor` for someone who has not signed in. */
  readonly id: string
  readonly kind: ActorKind
  readonly name: string
  readonly email?: string | undefined
  /** The language this actor chose, when they have chosen one. */
  readonly lang?: Language | undefined
  /** Names of the teams whose cases are theirs. */
  readonly teams: readonly string[]
  readonly roles: readonly Role[]
  readonly permissions: ReadonlySet<Permission>
  /** Wards a councillor stands for. */
  readonly wards: readonly string[]
}

/** Whoever has not signed in. */
export const visitor: Actor = {
  id: 'visitor',
  kind: 'visitor',
  name: '',
  teams: [],
  roles: [],
  permissions: new Set(),
  wards: [],
}

export function mayDo(actor: Actor, permission: Permission): boolean {
  return actor.permissions.has(permission)
}

export function isSignedIn(actor: Actor): boolean {
  return actor.kind !== 'visitor'
}

/** True for those who work for the council or with it: they see `/staff`. */
export function isStaff(actor: Pick<Actor, 'kind'>): boolean {
  return actor.kind === 'officer' || actor.kind === 'councillor' || actor.kind === 'partner'
}
