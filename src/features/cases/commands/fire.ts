/** The single place where clocks that have run out fire. */
import type { Council } from '#http/council.ts'
import type { NewFact } from '#store/fact.ts'
import { type Case, clocksFired, type Done } from '../domain/index.ts'
import { casesToFire } from '../store/index.ts'
import { findOpened, type Moment, type Opened, save } from './act.ts'

const mostAtOnce = 200

/** Fires every clock whose last day is over; at most 200 cases at a time. Somebody who is faster is fine: the next look finds the rest. */
export async function fireClocks(council: Council, moment: Moment): Promise<void> {
  const ids = await council.store.transaction((tx) => casesToFire(tx, moment.today, mostAtOnce))
  for (const caseId of ids) {
    const opened = await findOpened(council, caseId)
    if (opened) await fireOne(council, opened, moment)
  }
}

async function fireOne(council: Council, opened: Opened, { at, today }: Moment): Promise<void> {
  let now = opened
  for (const clock of clocksFired(opened.current.clocks, today).fired) {
    const saved = await save(council, now, firing(now, { clock, at }))
    if (!('done' in saved)) return
    now = saved.done
  }
}

function firing({ current, prepared }: Opened, { clock, at }: { readonly clock: string; readonly at: string }): Done {
  const { flag, message } = prepared.definition.service.casework.clocks.find(({ id }) => id === clock)?.fires ?? {}
  const data = { clock, ...(flag !== undefined && { flag }), clocks: marksWith(current, clock) }
  const fact: NewFact = { kind: 'clock-fired', at, by: 'clock', data }
  return { facts: [fact], message }
}

function marksWith({ clocks }: Case, clock: string) {
  return clocks.map((mark) => (mark.id === clock ? { ...mark, state: 'fired' as const } : mark))
}
