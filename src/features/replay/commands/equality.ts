/** The single place that puts what equality answers say beside a trial: counts of each month from where they are kept apart, and bounds, never a person. */
import type { Definition } from '#core/definition/index.ts'
import { equalityCountsOf } from '#features/journeys/index.ts'
import type { Council } from '#http/council.ts'
import { boundsOf, type Equality, type TrialRun } from '../domain/index.ts'
import { count } from './count.ts'
import { sidesOfRun } from './try.ts'

/** Between how many people of each answer to an equality question a change concerns, as far as the months of their answers tell. */
export async function equalityOf(holder: Pick<Council, 'store'>, run: TrialRun, question: string): Promise<Equality> {
  const [bounds] = await equalitiesOf(holder, run, [question])
  return bounds ?? { question, parts: [] }
}

/** The same of several questions, counted once. */
export async function equalitiesOf(
  { store }: Pick<Council, 'store'>,
  run: TrialRun,
  questions: readonly string[],
): Promise<readonly Equality[]> {
  const { service, since, until } = run
  const window = { service, since, until }
  const watch = { onBatch: () => Promise.resolve(), isCalledOff: () => Promise.resolve(false) }
  const counting = await count(store, { sides: await sidesOfRun(store, run), window, splits: ['month'] }, watch)
  const months = [...(counting?.splits.get('month') ?? [])].map(([month, tally]) => ({ month, ...tally.read() }))
  return Promise.all(
    questions.map(async (question) => {
      const given = await equalityCountsOf({ store }, { ...window, question })
      const answered = months.map(({ month, cases, changed }) => {
        const own = given.filter((one) => one.month.startsWith(month))
        return { cases, changed, answers: new Map(own.map(({ answer, people }) => [answer, people])) }
      })
      return boundsOf(question, answered)
    }),
  )
}

/** The equality questions that a service asks, by id. */
export function equalityQuestions({ equality }: Definition): readonly string[] {
  return equality?.block.pages.flatMap(({ questions }) => questions.map(({ id }) => id)) ?? []
}
