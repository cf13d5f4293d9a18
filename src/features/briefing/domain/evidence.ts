/** The single place for what a briefing is written from: figures and words of the features that keep them, as plain values. */
import type { Bilingual } from '#http/language.ts'

/** A change somebody suggested. Days are `YYYY-MM-DD`. */
export type Suggested = {
  readonly id: string
  /** What would change, in a sentence. */
  readonly title: Bilingual
  readonly state: 'open' | 'released' | 'refused' | 'withdrawn'
  readonly isFromStaff: boolean
  readonly suggestedOn: string
  readonly endedOn?: string | undefined
  readonly backers: number
  /** Why it was refused, in the words of whoever refused it. */
  readonly reason?: string | undefined
  /** The council owed an answer before today. */
  readonly isOverdue: boolean
  /** Tried on past cases and its effect on people recorded, before it was decided. */
  readonly hasEvidence: boolean
  /** How many past cases lacked an answer the change needs; undefined when it was not tried. */
  readonly cannotTell?: number | undefined
}

/** A figure as it is said, and how far it can be trusted. */
export type Figure = {
  readonly label: Bilingual
  readonly value: Bilingual
  /** Where the entries it came from are shown. */
  readonly link: string
  readonly sureness: 'sure' | 'unsure' | 'too-few'
}

/** A month, `YYYY-MM`, of a figure, null where it has none, and how many it was counted from. */
export type MonthlyFigure = { readonly month: string; readonly value: Bilingual | null; readonly of: Bilingual }

export type Benefit = {
  readonly label: Bilingual
  readonly state: 'promised' | 'claimed' | 'verified' | 'refuted'
  readonly link: string
}

/** A check that was set aside for a time, publicly. */
export type Waived = { readonly check: Bilingual; readonly reason: string; readonly until: string }

/** Everything known of one service for a stretch of time. */
export type ServiceEvidence = {
  readonly id: string
  readonly name: Bilingual
  readonly sponsors: { readonly member: string; readonly director: string }
  readonly suggestions: readonly Suggested[]
  readonly figures: readonly (Figure & { readonly months: readonly MonthlyFigure[] })[]
  /** What a release did to a figure, in a sentence. */
  readonly comparisons: readonly Omit<Figure, 'label'>[]
  readonly benefits: readonly Benefit[]
  readonly waivers: readonly Waived[]
  /** Shared parts it is put together from. */
  readonly blocks: number
  /** Who it was taken over from. */
  readonly origin?: string | undefined
  readonly exampleCount: number
  /** Languages whose words nobody has reviewed. */
  readonly draftLanguages: number
  /** Some of its cases are made up. */
  readonly isMadeUp: boolean
}

/** What a briefing is about: one service, or all of a council's. */
export type Evidence = {
  /** The service's id; null for the council as a whole. */
  readonly subject: string | null
  readonly on: string
  readonly from: string
  readonly services: readonly ServiceEvidence[]
  /** In the weeks before an election nobody's name is published. */
  readonly isPreElection: boolean
}
