/** The single place for what a describer is given: one change, and what the parts of both definitions are called. */
import type { Change } from '../change.ts'
import type { Json } from '../json.ts'
import type { Sayings } from './sayings.ts'
import type { Speech } from './speech.ts'

/** `speech` names the part itself: by its words before, or after for what is new. */
export type Telling = {
  readonly change: Change
  readonly old: Speech
  readonly now: Speech
  readonly speech: Speech
  readonly say: Sayings
}

/** What stood there; undefined for what is new. */
export function beforeOf(change: Change): Json | undefined {
  return change.kind === 'changed' ? change.before : change.kind === 'removed' ? change.value : undefined
}

/** What stands there now; undefined for what is gone. */
export function afterOf(change: Change): Json | undefined {
  return change.kind === 'changed' ? change.after : change.kind === 'added' ? change.value : undefined
}

/** A part that is new, gone, in another place or other than it was, by its name. */
export function partSaid({ change, say }: Telling, what: string, nameOf: (id: string) => string = say.quoted): string {
  if (change.kind === 'added') return say.isNew(what)
  if (change.kind === 'removed') return say.isGone(what)
  if (change.kind === 'changed') return say.changes(what)
  return change.after === null ? say.comesFirst(what) : say.comesAfter(what, nameOf(change.after))
}
