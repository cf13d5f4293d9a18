/** The single place for what a fact is: something that happened, in the past tense, never changed once written. */

import type { Json } from './json.ts'

/** How a fact came to us. Every channel writes the same facts. */
export type Channel = 'web' | 'phone' | 'counter' | 'paper' | 'partner' | 'machine'

/** A value about a person, sealed under a key of that person, stream and retention class: erasing the key is the erasure. */
export type Personal = {
  /** Id of the person the value is about, never a name. */
  readonly person: string
  /** Retention class of the value, as the service definition names it. */
  readonly retention: string
  readonly value: Json
}

/** A personal value as read back: opened, or gone because its key was erased. */
export type OpenedPersonal = (Personal & { readonly erased: false }) | (Omit<Personal, 'value'> & { readonly erased: true })

/** A fact as its writer gives it; the log adds id, stream and seq. Nothing in `data` may be personal: it is never erased. */
export type NewFact = {
  /** Past tense, such as `submitted`. */
  readonly kind: string
  /** When it happened: ISO instant, UTC, milliseconds. */
  readonly at: string
  /** Id of the actor who did it. */
  readonly by: string
  readonly channel?: Channel
  /** Id of the person who helped or typed on somebody's behalf. */
  readonly helper?: string
  readonly data: Json
  readonly personal?: readonly Personal[]
}

/** A fact as read back, its personal values opened where their keys still exist. */
export type Fact = Omit<NewFact, 'personal'> & {
  /** UUIDv7. */
  readonly id: string
  readonly stream: string
  /** Place in its stream, from 1, without gaps. */
  readonly seq: number
  readonly personal: readonly OpenedPersonal[]
}

/** All opened personal values of a fact that are maps, merged into one; values whose key is gone are left out. */
export function personalValues(fact: Fact): Readonly<Record<string, Json>> {
  const merged: Record<string, Json> = {}
  for (const part of fact.personal) {
    if (part.erased || typeof part.value !== 'object' || part.value === null || Array.isArray(part.value)) continue
    Object.assign(merged, part.value)
  }
  return merged
}

/** True when at least one personal value of the fact has been erased. */
export function hasErasedValues(fact: Fact): boolean {
  return fact.personal.some((part) => part.erased)
}
