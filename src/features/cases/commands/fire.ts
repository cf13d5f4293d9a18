/** The single place for what happens to a case when a day is over: clocks fire, tasks are late, reminders to renew go out. */
import type { Council } from '#http/council.ts'
import type { NewFact } from '#store/fact.ts'
import { type Case, clocksFired, lateTasks, remindsAfter, type TaskMark } from '../domain/index.ts'
import { casesToFire } from '../store/index.ts'
import { findOpened, type Moment, type Opened, save, type Saving } from './act.ts'
import { reminder } from './renewal.ts'

const mostAtOnce = 200

/** Does what is due in every case; at most 200 cases at a time. Somebody who is faster is fine: the next look finds the rest. */
export async function fireClocks(council: Council, moment: Moment): Promise<void> {
  const ids = await council.store.transaction((tx) => casesToFire(tx, moment.today, mostAtOnce))
  for (const caseId of ids) {
    const opened = await findOpened(council, caseId)
    if (opened) await fireOne(council, opened, moment)
  }
}

async function fireOne(council: Council, opened: Opened, moment: Moment): Promise<void> {
  let now = opened
  for (let due = nextOf(now, moment); due !== undefined; due = nextOf(now, moment)) {
    const saved = await save(council, now, due)
    if (!('done' in saved)) return
    now = saved.done
  }
}

/** The next thing that is due; each is saved before the next is looked for. */
function nextOf(opened: Opened, moment: Moment): Saving | undefined {
  const { current } = opened
  const [clock] = clocksFired(current.clocks, moment.today).fired
  if (clock !== undefined) return firing(opened, { clock, at: moment.at })
  const [late] = lateTasks(current.tasks, moment.today)
  if (late) return { facts: [lateness(late, moment.at)] }
  const remind = remindsAfter(current.renewal)
  return remind !== undefined && remind < moment.today ? reminder(opened, moment) : undefined
}

function firing({ current, prepared }: Opened, { clock, at }: { readonly clock: string; readonly at: string }): Saving {
  const { flag, message } = prepared.definition.service.casework.clocks.find(({ id }) => id === clock)?.fires ?? {}
  const data = { clock, ...(flag !== undefined && { flag }), clocks: marksWith(current, clock) }
  const fact: NewFact = { kind: 'clock-fired', at, by: 'clock', data }
  return { facts: [fact], message }
}

function lateness({ given, task }: TaskMark, at: string): NewFact {
  return { kind: 'task-late', at, by: 'clock', data: { given, task } }
}

function marksWith({ clocks }: Case, clock: string) {
  return clocks.map((mark) => (mark.id === clock ? { ...mark, state: 'fired' as const } : mark))
}
