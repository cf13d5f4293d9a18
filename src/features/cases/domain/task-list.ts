/** The single place for what lists of tasks ask for and hold. Pure. */
import type { TaskPlace, TasksOf, TaskState } from './task.ts'

/** One task in a list. `dueOn` is `never` where there is no last day. */
export type ListedTask = TaskPlace & {
  readonly caseId: string
  readonly reference: string
  readonly service: string
  readonly version: string
  readonly team: string
  readonly state: TaskState
  readonly dueOn: string
  readonly givenAt: string
  readonly isMadeUp: boolean
}

/** What is looked for: in `order`, first due first, after the last of the page before. */
export type TaskLook = TasksOf & {
  readonly state: TaskState
  readonly service?: string | undefined
  /** Only those due before this day. */
  readonly before?: string | undefined
  readonly after?: { readonly due: string; readonly caseId: string; readonly given: number; readonly task: string } | undefined
  readonly most: number
}

/** How many tasks there are of one service in one state. */
export type TaskTally = { readonly service: string; readonly state: TaskState; readonly tasks: number; readonly late: number }

/** What of the list is asked for. `today` is `YYYY-MM-DD`. */
export type TasksAsked = {
  readonly state: TaskState
  readonly isLate: boolean
  readonly service?: string | undefined
  readonly after?: TaskLook['after']
  readonly today: string
}

export type TaskList = { readonly rows: readonly ListedTask[]; readonly tallies: readonly TaskTally[]; readonly isMore: boolean }
