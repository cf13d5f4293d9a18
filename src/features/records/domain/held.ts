/** The single place for the shapes of what is held about people: found, dated, kept by a hold, gone. */
import type { KeptCase } from '#features/cases/index.ts'
import type { DraftFile } from '#features/journeys/index.ts'
import type { DataRequest } from './request.ts'

/** Somebody about whom something is held: by whom they are known, never more than is needed to tell them apart. */
export type Found = { readonly person: string; readonly references: readonly string[]; readonly hasAccount: boolean }

/** A legal hold on a case (its stream), a person, both together, or everything. */
export type HoldInForce = {
  readonly id: string
  readonly stream: string | null
  readonly person: string | null
  readonly reason: string
  readonly placedAt: string
}

/** A retention class of a case under which something is still kept, and the day it goes; `undefined` while no time runs. */
export type HeldClass = { readonly name: string; readonly goesOn: string | undefined; readonly isHeld: boolean }
export type HeldCase = KeptCase & { readonly classes: readonly HeldClass[] }

export type HeldAbout = {
  readonly person: string
  readonly account: 'none' | 'works-here' | 'own'
  readonly cases: readonly HeldCase[]
  readonly drafts: readonly DraftFile[]
  readonly holds: readonly HoldInForce[]
  readonly requests: readonly DataRequest[]
}

/** One retention class of one case past its time. */
export type Due = {
  readonly reference: string
  readonly service: string
  readonly retention: string
  /** The day its time was over. */
  readonly goesOn: string
  readonly isHeld: boolean
}

/** What went, or would go; what a hold keeps is named too. */
export type Disposed = {
  readonly due: readonly Due[]
  readonly drafts: number
  readonly equalityAnswers: number
  /** Texts and addresses of people who suggested changes. */
  readonly suggestions: number
}

/** Why something stays: a legal hold, a duty in law, or because they work here. */
export type Kept = { readonly what: string; readonly why: string }

/** What went, or would go, and what stays; `what` is a reference, `drafts` or `account`. */
export type Erased = {
  readonly cases: readonly string[]
  readonly keys: number
  readonly drafts: number
  readonly account: boolean
  readonly kept: readonly Kept[]
}
