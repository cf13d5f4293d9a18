/** The single place for tasks of a case: work that other teams and partners are given, which they do, hand back, or are late with. */
import { z } from 'zod'
import type { Casework, Moment, Task } from '#core/definition/model/casework.ts'
import type { Nation } from '#core/value/bank-holidays.ts'
import { addDuration, parseDuration } from '#core/value/duration.ts'

/** A task as it is given, together with any fact. `due` is the last day there is for it; `awaited`: the decision waits for it. */
export const GivenTask = z.object({
  task: z.string(),
  team: z.string(),
  who: z.array(z.string()),
  due: z.string().exactOptional(),
  awaited: z.boolean(),
})
export type GivenTask = z.infer<typeof GivenTask>

/** Names one task of a case: the seq of the fact it was given with, and what it is called in the service. */
export const TaskPlace = z.object({ given: z.int(), task: z.string() })
export type TaskPlace = z.infer<typeof TaskPlace>

export const taskStates = ['open', 'done', 'handed-back', 'called-off'] as const
export type TaskState = (typeof taskStates)[number]

/** Where a task stands. */
export type TaskMark = GivenTask & {
  readonly given: number
  readonly at: string
  readonly state: TaskState
  readonly isLate: boolean
}

/** Whose tasks somebody sees: of `teams`, for any of `roles`; `all` for those who manage. */
export type TasksOf = { readonly teams: 'all' | readonly string[]; readonly roles: readonly string[] }

/** What decides which tasks are given: the moment that passes, a task named by an action or an officer, and what the case has already. */
export type Giving = {
  readonly casework: Pick<Casework, 'tasks' | 'team'>
  readonly moment?: Moment | undefined
  readonly named?: string | undefined
  readonly today: string
  readonly nation: Nation
  readonly already: readonly TaskMark[]
  /** Whether a task's own condition holds of the answers. */
  readonly isApplicable: (task: string) => boolean
}

/** The tasks that are now given. One that is open already is not given twice. */
export function tasksGiven({ casework, moment, named, today, nation, already, isApplicable }: Giving): readonly GivenTask[] {
  const isOpen = (task: Task) => already.some(({ task: id, state }) => id === task.id && state === 'open')
  const isMeant = (task: Task) => task.id === named || (moment !== undefined && task.on === moment)
  return (casework.tasks ?? [])
    .filter((task) => isMeant(task) && !isOpen(task) && isApplicable(task.id))
    .map(({ id, team = casework.team, who, within, awaited }) => {
      const duration = within === undefined ? undefined : parseDuration(within)
      const due = duration && addDuration(today, duration, nation)
      return { task: id, team, who: [...who], awaited, ...(due !== undefined && { due }) }
    })
}

/** The tasks a fact brings, as they then stand. */
export function marksOf({ seq, at }: { readonly seq: number; readonly at: string }, given: readonly GivenTask[]): readonly TaskMark[] {
  return given.map((task) => ({ ...task, given: seq, at, state: 'open', isLate: false }))
}

/** The tasks with one of them changed. */
export function withTask(marks: readonly TaskMark[], place: TaskPlace, change: Partial<TaskMark>): readonly TaskMark[] {
  return marks.map((mark) => (isAt(mark, place) ? { ...mark, ...change } : mark))
}

/** Nothing more is asked of anybody: the case is over. */
export function calledOff(marks: readonly TaskMark[]): readonly TaskMark[] {
  return marks.map((mark) => (mark.state === 'open' ? { ...mark, state: 'called-off' } : mark))
}

export function findTask(marks: readonly TaskMark[], place: TaskPlace): TaskMark | undefined {
  return marks.find((mark) => isAt(mark, place))
}

/** The tasks the decision waits for. */
export function awaitedTasks(marks: readonly TaskMark[]): readonly TaskMark[] {
  return marks.filter(({ state, awaited }) => state === 'open' && awaited)
}

/** Open tasks whose last day is over and that have not been marked late. */
export function lateTasks(marks: readonly TaskMark[], today: string): readonly TaskMark[] {
  return marks.filter(({ state, isLate, due }) => state === 'open' && !isLate && due !== undefined && due < today)
}

/** How a task is named in an address. */
export function taskKey({ given, task }: TaskPlace): string {
  return `${given}-${task}`
}

export function parseTaskKey(key: string): TaskPlace | undefined {
  const [, given, task] = /^([1-9]\d{0,8})-([a-z][a-z0-9_]*)$/.exec(key) ?? []
  return given === undefined || task === undefined ? undefined : { given: Number(given), task }
}

function isAt(mark: TaskPlace, { given, task }: TaskPlace): boolean {
  return mark.given === given && mark.task === task
}
