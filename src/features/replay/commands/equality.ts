/** The single place that puts what equality answers say beside a trial: counts of each month from where they are kept apart, and bounds, never a person. */
import type { Definition } from '#core/definition/index.ts'
import { equalityCountsOf } from '#features/journeys/index.ts'
import type { Council } from '#http/council.ts'
import type { CouncilStore } from '#store/store.ts'
import { boundsOf, type Equality, type TrialRun } from '../domain/index.ts'
import { count } from './count.ts'
import type { Sides } from './read.ts'
import { isTooMany, sidesOfRun } from './try.ts'

type Holder = Pick<Council, 'store'>

/** Between how many people of each answer to an equality question a change concerns, as far as the months of their answers tell. */
export async function equalityOf({ store }: Holder, run: TrialRun, question: string): Promise<Equality> {
  const months = monthsKept(run) ?? (await monthsCounted(store, run, await sidesOfRun(store, run)))
  return boundsFrom(store, run, { question, months })
}

/** The same of several questions; undefined where so many cases would have to be counted for it that nobody would wait. */
export async function findEqualities(
  { store }: Holder,
  run: TrialRun,
  questions: readonly string[],
): Promise<readonly Equality[] | undefined> {
  if (questions.length === 0) return []
  const months = monthsKept(run) ?? (await monthsAtOnce(store, run))
  return months && Promise.all(questions.map((question) => boundsFrom(store, run, { question, months })))
}

/** How many cases of a month there are, and how many change. */
type Month = { readonly month: string; readonly cases: number; readonly changed: number }

/** Those of a run whose figures were split by month. */
function monthsKept({ split }: TrialRun): readonly Month[] | undefined {
  return split?.find(({ by }) => by === 'month')?.parts.map(({ part, cases, changed }) => ({ month: part, cases, changed }))
}

async function monthsAtOnce(store: CouncilStore, run: TrialRun): Promise<readonly Month[] | undefined> {
  const sides = await sidesOfRun(store, run)
  return (await isTooMany(store, { sides, window: run, cases: run.cases })) ? undefined : monthsCounted(store, run, sides)
}

async function monthsCounted(store: CouncilStore, { service, since, until }: TrialRun, sides: Sides): Promise<readonly Month[]> {
  const watch = { onBatch: () => Promise.resolve(), isCalledOff: () => Promise.resolve(false) }
  const counting = await count(store, { sides, window: { service, since, until }, splits: ['month'] }, watch)
  return [...(counting?.splits.get('month') ?? [])].map(([month, tally]) => ({ month, ...tally.read() }))
}

async function boundsFrom(
  store: CouncilStore,
  { service, since, until }: TrialRun,
  { question, months }: { readonly question: string; readonly months: readonly Month[] },
): Promise<Equality> {
  const given = await equalityCountsOf({ store }, { service, since, until, question })
  const answered = months.map(({ month, cases, changed }) => {
    const own = given.filter((one) => one.month.startsWith(month))
    return { cases, changed, answers: new Map(own.map(({ answer, people }) => [answer, people])) }
  })
  return boundsOf(question, answered)
}

/** The equality questions that a service asks, by id. */
export function equalityQuestions({ equality }: Definition): readonly string[] {
  return equality?.block.pages.flatMap(({ questions }) => questions.map(({ id }) => id)) ?? []
}
