/** The single place for what the council knows of a person, a sign-in link and an API key. Pure. */
import { z } from 'zod'
import { Language } from '#core/definition/model/names.ts'

export const PersonKind = z.enum(['resident', 'business', 'organisation', 'volunteer', 'councillor', 'officer', 'partner'])
export type PersonKind = z.infer<typeof PersonKind>

/** Someone the council knows, as kept. */
export interface Person {
  readonly id: string
  readonly kind: PersonKind
  readonly name: string
  readonly email: string | null
  readonly lang: Language | null
  readonly roles: readonly string[]
  readonly teams: readonly string[]
  readonly wards: readonly string[]
  readonly isActive: boolean
}

/** What a manager fills in about someone. */
export interface PersonDetails {
  readonly kind: PersonKind
  readonly name: string
  readonly email: string | null
  readonly roles: readonly string[]
  readonly teams: readonly string[]
  readonly wards: readonly string[]
}

/** An API key as kept: the key itself is shown once, when it is made. */
export interface ApiKey {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly madeAt: string
  readonly expiresAt: string
  readonly revokedAt: string | null
}

/**
 * How long a sign-in link and its code work, in minutes, how often a code may be mistyped, and how many links one address is sent in an
 * hour: with many browsers, somebody could otherwise go on guessing codes for an address that is not theirs.
 */
export const linkLimits = { minutes: 15, tries: 5, perHour: 10 } as const

/** How long an API key works, in days. */
export const keyDays = 365

const emailShape = z.email().max(254)

/** The address as it is compared and kept, or `undefined` when it is none. */
export function findEmail(text: string): string | undefined {
  const email = text.trim().toLowerCase()
  return emailShape.safeParse(email).success ? email : undefined
}

/** A code typed with spaces is the code. */
export function codeIn(text: string): string {
  return text.replace(/\s/g, '')
}

/** A name to greet someone by who has only ever given an address. */
export function nameFromEmail(email: string): string {
  return email.slice(0, email.indexOf('@'))
}

const idShape = z.uuid()

/** True for text that can be an id of ours: what an address says is checked before it reaches the database. */
export function isId(text: string): boolean {
  return idShape.safeParse(text).success
}
