/** The single place where an edit that nobody has kept yet is tried on the latest past cases. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { amend, type Amendment } from '#core/amendment/index.ts'
import { prepare } from '#core/definition/index.ts'
import { diff } from '#core/diff/index.ts'
import { lockOn } from '#core/merge/index.ts'
import { liveSummary, tryLive } from '#features/replay/index.ts'
import { preparedVersion } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import type { Language } from '#http/language.ts'
import type { Proposal } from '../domain/index.ts'
import type { Ground, NotExamined } from './change.ts'

/** An edit of a suggestion; `today` is `YYYY-MM-DD`. */
export type Editing = {
  readonly proposal: Pick<Proposal, 'service'>
  readonly ground: Ground
  readonly amendment: Amendment
  readonly today: string
  readonly lang: Language
}

/** What it would do, all that was worked out before included; not looked through, so that it is there as one types. */
export async function effectOf(
  council: Council,
  { proposal: { service }, ground, amendment, today, lang }: Editing,
): Promise<ReturnType<typeof liveSummary> | NotExamined> {
  const amended = amend(ground.now, amendment)
  if ('faults' in amended) return amended
  await nextTurn()
  const changes = diff(ground.before, amended.definition)
  if (changes.length === 0) return { nothing: true }
  const lock = lockOn(ground.before, changes)
  if (lock) return { lock }
  const from = (await preparedVersion(council, service, ground.base)) ?? prepare(ground.before)
  return liveSummary(await tryLive(council, { service, from, to: amended.definition, today }), lang)
}
