/** The single place for what an unfinished journey is. Pure. */
import type { Answers, Language } from '#core/definition/index.ts'
import type { OtherCase } from '#features/cases/index.ts'

/** How a journey reaches us. Staff type for somebody who phoned, came to the counter, wrote on paper or went to a partner. */
export type DraftChannel = 'web' | 'phone' | 'counter' | 'paper' | 'partner'
export const staffChannels = ['phone', 'counter', 'paper', 'partner'] as const

/** Days without use after which a draft is deleted. */
export const idleDays = 28
/** Days after which a draft that was sent, by then only its reference, is deleted. */
export const sentDays = 1

/** A journey on its way, or just sent: then it has a reference and no answers. */
export type Draft = {
  /** UUID; the case gets the same. */
  readonly id: string
  /** Digest of the browser's secret, or `staff/<actor>`. */
  readonly holder: string
  readonly service: string
  /** Id of the person it is about. */
  readonly person: string
  /** The version it began with and stays with. */
  readonly version: string
  readonly lang: Language
  readonly channel: DraftChannel
  /** Id of the member of staff who types. */
  readonly helper?: string | undefined
  readonly answers: Answers
  /** Counts savings from 1, so that two tabs cannot undo each other. */
  readonly revision: number
  /** ISO instant of the last saving. */
  readonly touchedAt: string
  readonly reference?: string | undefined
  readonly equalityDone: boolean
  /** For a draft that renews a case: which, and what was said then. */
  readonly carried?: Carried | undefined
}

/** Answers of an earlier case. They are shown on their pages, and count once the person sends these. */
export type Carried = { readonly of: OtherCase; readonly answers: Answers }

/** What happened to a journey on a day, for counting: 1 when it happened, -1 when it was taken back. */
export type JourneyChange = { readonly day: string; readonly begun: number; readonly sent: number; readonly exited: number }

/** The month a draft was begun in, `YYYY-MM` in UTC: its id says when it was made (RFC 9562, version 7). */
export function monthBegun(draftId: string): string {
  return new Date(Number.parseInt(draftId.replaceAll('-', '').slice(0, 12), 16)).toISOString().slice(0, 7)
}

/** What was sealed for a draft opens for that draft only. */
export function placeOf(draftId: string): string {
  return `draft/${draftId}`
}

/** The same for what is carried over from an earlier case. */
export function carriedPlaceOf(draftId: string): string {
  return `carried/${draftId}`
}

/** The earliest instant of a last saving that still counts at `now`. */
export function oldestKept(now: string, days: number): string {
  return new Date(Date.parse(now) - days * 86_400_000).toISOString()
}

export function isDraftChannel(text: string): text is DraftChannel {
  return text === 'web' || isStaffChannel(text)
}

export function isStaffChannel(text: string): text is (typeof staffChannels)[number] {
  return staffChannels.some((channel) => channel === text)
}
