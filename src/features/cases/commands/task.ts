/** The single place where the people who do tasks find them, read what they need of the case, and do them or hand them back. */
import type { Prepared } from '#core/definition/prepare.ts'
import type { Values } from '#core/expression/index.ts'
import { listServices } from '#features/services/index.ts'
import type { Actor } from '#http/actor.ts'
import type { Council } from '#http/council.ts'
import { dayInLondon } from '#http/clock.ts'
import {
  type Deed,
  findTask,
  knownOf,
  parseTaskKey,
  sealedOf,
  type Seen,
  type TaskList,
  type TaskMark,
  type TasksAsked,
} from '../domain/index.ts'
import { mayReadAnswer, mayReadStep, mayReadTask, tasksRead } from '../policy.ts'
import { countTasks, tasksOf } from '../store/index.ts'
import { type Acted, findOpened, type Moment, type Opened, perform } from './act.ts'

/** A task for whoever does it: of the case, only the answers it needs and they may read. */
export type OpenTask = {
  readonly opened: Opened
  readonly mark: TaskMark
  readonly seen: readonly Seen[]
  /** What its words may name: nothing this reader may not read. */
  readonly known: Values
}

/** Where a task is: the case, and its key in an address. */
export type TaskAddress = { readonly caseId: string; readonly key: string }

/** A task for whoever may do it; undefined otherwise, so that nobody learns which there are. */
export async function openTaskFor(council: Council, actor: Actor, { caseId, key }: TaskAddress): Promise<OpenTask | undefined> {
  const place = parseTaskKey(key)
  const opened = place && (await findOpened(council, caseId))
  const mark = opened && findTask(opened.current.tasks, place)
  return mark && mayReadTask(actor, opened.current, mark) ? taskFor(actor, opened, mark) : undefined
}

function taskFor(actor: Actor, opened: Opened, mark: TaskMark): OpenTask {
  const { prepared, facts, current } = opened
  const sealed = sealedOf(facts)
  const shows = prepared.definition.service.casework.tasks?.find(({ id }) => id === mark.task)?.shows
  const isReadable = readableBy(actor, prepared)
  const isShown = (id: string) => isReadable(id) && (shows === undefined || shows.includes(id))
  const steps = new Set(sealed.trace.filter(({ reads }) => !mayReadStep(actor, prepared, reads)).map(({ id }) => id))
  const known = Object.entries(knownOf(prepared, sealed, dayInLondon(new Date(current.openedAt))))
  const isKnown = (name: string) => (prepared.questions.has(name) ? isReadable(name) : !steps.has(name))
  return {
    opened,
    mark,
    seen: sealed.seen.filter(({ question }) => isShown(question)),
    known: Object.fromEntries(known.filter(([name]) => isKnown(name))),
  }
}

function readableBy(actor: Actor, prepared: Prepared): (id: string) => boolean {
  return (id) => {
    const found = prepared.questions.get(id)
    return found !== undefined && mayReadAnswer(actor, prepared, found.question)
  }
}

type TaskDeed = Deed<'finish-task'> | Deed<'hand-back'>

const mostTries = 4

/** Does it, again when something else happened to the case meanwhile: a task does not depend on the rest. */
export async function actOnTask(
  council: Council,
  { actor, ...moment }: Moment & { readonly actor: Actor },
  { address, deed }: { readonly address: TaskAddress; readonly deed: TaskDeed },
): Promise<Acted> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const task = await openTaskFor(council, actor, address)
    if (!task) return { refused: 'no-such-case' }
    const acted = await perform(council, task.opened, { ...moment, by: actor.id, deed })
    if (!('refused' in acted) || acted.refused !== 'changed') return acted
  }
  throw new Error('a case was changed from elsewhere each time a task of it was to be saved')
}

/** How many tasks a page shows, and how many of those that are over are counted before “and more” is said. */
export const taskLimits = { page: 50, counted: 100 } as const

/** One page of the tasks that somebody may do, with the counts of all. */
export function taskList(council: Council, actor: Actor, { isLate, today, ...asked }: TasksAsked): Promise<TaskList> {
  const own = tasksRead(actor)
  return council.store.transaction(async (tx) => {
    const look = { ...own, ...asked, before: isLate ? today : undefined, most: taskLimits.page + 1 }
    const rows = await tasksOf(tx, look)
    const tallies = await countTasks(tx, { ...own, today, most: taskLimits.counted })
    return { rows: rows.slice(0, taskLimits.page), tallies, isMore: rows.length > taskLimits.page }
  })
}

/** What each task of a service is called, by service and task; of services no longer published, nothing. */
export async function taskNames(council: Council): Promise<ReadonlyMap<string, Prepared>> {
  return new Map((await listServices(council)).map(({ service, prepared }) => [service, prepared]))
}
