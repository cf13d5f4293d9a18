/** The single place where an officer looks at one of the cases a trial names: what both versions make of it, as far as they may read the case. */
import { layBeside } from '#core/replay/index.ts'
import { questionsBehind, readingOf } from '#features/cases/index.ts'
import type { Actor } from '#http/actor.ts'
import type { Council } from '#http/council.ts'
import type { Example, TrialRun } from '../domain/index.ts'
import { findPast } from '../store/index.ts'
import { pastCaseFrom } from './read.ts'
import { sidesOfRun } from './try.ts'

/** Who looks at which case of which trial. */
type Looking = { readonly actor: Actor; readonly run: TrialRun; readonly id: string }

/** Undefined for a case the trial does not name, one whose answers have been deleted since, and one the actor may not read. */
export async function findExample(council: Council, { actor, run, id }: Looking): Promise<Example | undefined> {
  if (!(run.trial?.examples ?? []).some(({ ids }) => ids.includes(id))) return undefined
  const [row, reading] = await Promise.all([
    council.store.transaction((tx) => findPast(tx, run.service, id)),
    readingOf(council, actor, id),
  ])
  if (row === undefined || reading === undefined) return undefined
  const { reference, hidden } = reading
  const sides = await sidesOfRun(council.store, run)
  const past = pastCaseFrom(row)
  const { difference, steps, asked } = layBeside(sides, past)
  const isRead = (reads: readonly string[]) =>
    [sides.from, sides.to].every(({ prepared }) => questionsBehind(prepared, reads).every((question) => !hidden.has(question.id)))
  const seen = steps.filter(({ before, after }) => isRead([...(before?.reads ?? []), ...(after?.reads ?? [])]))
  const answers = Object.fromEntries(Object.entries(past.answers).filter(([question]) => !hidden.has(question)))
  const isSomeHidden = seen.length < steps.length || Object.keys(answers).length < Object.keys(past.answers).length
  return { reference, sides, difference, asked, steps: seen, past: { ...past, answers }, isSomeHidden }
}
