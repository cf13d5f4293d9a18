/** The single place that says what is measured of a page as it is answered: how long it took, where people went wrong and where they stopped. Nothing of anybody. Pure. */
import type { AnswerFault } from '#core/definition/index.ts'
import { monthBegun } from './draft.ts'
import type { Stop } from './whereabouts.ts'

/**
 * What one saving changes in the counts of a page, or (`question` not empty) of a question on it. `stopped` is 1 where somebody now stands and -1 where they went on
 * from: of a month long past it says how many came no further. `month` is the one the journey began in, `YYYY-MM`.
 */
export type PageChange = {
  readonly page: string
  readonly question: string
  readonly month: string
  readonly answered: number
  readonly seconds: number
  /** Of the seconds, so that it can be told how sure their mean is. */
  readonly squares: number
  readonly stopped: number
  readonly errors: number
  /** 1 where somebody is told that it is not for them, -1 where they change the answer. */
  readonly exited: number
}

/** The field of a form that says when its page was first shown. No question can be called so. */
export const shownField = '_shown'

/** At most ten minutes of one page count: nobody knows whether whoever left it lying was reading or at the door. */
export const mostSeconds = 600

/** When a page is shown, as its form says it: seconds since 1970. */
export function shownAt(now: string): string {
  return String(Math.floor(Date.parse(now) / 1000))
}

/** When a posted page was first shown, if it says so and that can be: not in the future, nor longer ago than drafts are kept. */
export function findShown(posted: string, now: string): string | undefined {
  if (!/^\d{9,11}$/.test(posted)) return undefined
  const passed = Number(shownAt(now)) - Number(posted)
  return passed >= 0 && passed <= 28 * 86_400 ? posted : undefined
}

/** Seconds from the first showing, at most ten minutes; undefined where the form does not say it. */
export function secondsSince(posted: string, now: string): number | undefined {
  const shown = findShown(posted, now)
  return shown === undefined ? undefined : Math.min(mostSeconds, Number(shownAt(now)) - Number(shown))
}

const nothing = { question: '', answered: 0, seconds: 0, squares: 0, stopped: 0, errors: 0, exited: 0 } as const

/** What was answered: a page, or (`isWhole` false) one entry of the group on it. */
export type Answering = { readonly page: string; readonly isWhole: boolean; readonly seconds: number | undefined }

/**
 * A saving of the draft: where its journey stood before and stands now, and on which page it ended before sending, if it did or does. Whoever ends stands nowhere:
 * they were told, and went.
 */
export type Standing = {
  readonly draftId: string
  readonly before: Stop | undefined
  readonly after: Stop
  readonly endedBefore?: string | undefined
  readonly endsAfter?: string | undefined
  readonly answering?: Answering | undefined
}

export function pageChanges({ draftId, before, after, endedBefore, endsAfter, answering }: Standing): readonly PageChange[] {
  const month = monthBegun(draftId)
  const [left, reached] = [pageOf(before), pageOf(after)]
  const moved =
    left === reached
      ? []
      : [
          ...(left === undefined ? [] : [{ ...nothing, month, page: left, stopped: -1 }]),
          ...(reached === undefined ? [] : [{ ...nothing, month, page: reached, stopped: 1 }]),
        ]
  const { seconds } = answering ?? {}
  const ended =
    endedBefore === endsAfter
      ? []
      : [
          ...(endedBefore === undefined ? [] : [{ ...nothing, month, page: endedBefore, exited: -1 }]),
          ...(endsAfter === undefined ? [] : [{ ...nothing, month, page: endsAfter, exited: 1 }]),
        ]
  if (answering === undefined || seconds === undefined) return [...moved, ...ended]
  const answered = Number(answering.isWhole)
  return [...moved, ...ended, { ...nothing, month, page: answering.page, answered, seconds, squares: seconds ** 2 }]
}

/** The page of a stop; `check` is the one where answers are checked. */
function pageOf(stop: Stop | undefined): string | undefined {
  if (stop === 'exit') return undefined
  return typeof stop === 'object' ? stop.page : stop
}

/** One for each question at fault, however many faults it has. `month`: of the draft, or the present one where there is none yet. */
export function errorChanges(faults: readonly AnswerFault[], { page, month }: { page: string; month: string }): readonly PageChange[] {
  return [...new Set(faults.map(({ question }) => question))].map((question) => ({ ...nothing, page, question, month, errors: 1 }))
}

/** Whoever sends no longer stands on the page where answers are checked. */
export function sentChange(draftId: string): PageChange {
  return { ...nothing, page: 'check', month: monthBegun(draftId), stopped: -1 }
}
