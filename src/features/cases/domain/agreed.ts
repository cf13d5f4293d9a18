/** The single place for what a judge gives: events with what was written about them, or why not. */
import type { Answers } from '#core/definition/answers.ts'
import type { Moment } from '#core/definition/model/casework.ts'
import type { Case } from './case.ts'
import { type Deed, type DeedName, type Doing, longestText, type Refusal } from './deed.ts'
import type { CaseEvent } from './fact.ts'

/** An event with what somebody wrote about it; the text and answers are sealed. */
export type Outline = { readonly event: CaseEvent; readonly text?: string | undefined; readonly answers?: Answers }

export type Agreed = {
  readonly events: readonly Outline[]
  readonly moment?: Moment
  readonly message?: string | undefined
  /** A task given with it, whatever the moment. */
  readonly gives?: string | undefined
  readonly isLast?: boolean
}

export type Judge<Name extends DeedName> = (current: Case, deed: Deed<Name>, doing: Doing) => Agreed | Refusal

export function agreedOn(event: CaseEvent, text?: string): Agreed {
  return { events: [{ event, text }] }
}

/** What is wrong with a text that must be there. */
export function flawOf(text: string): Refusal | undefined {
  if (text.trim() === '') return { refused: 'text-missing' }
  return text.length > longestText ? { refused: 'text-too-long' } : undefined
}
