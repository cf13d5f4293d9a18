/** The single place that puts what equality answers say beside a trial: counts of each month from where they are kept apart, and bounds, never a person. */
import { equalityCountsOf } from '#features/journeys/index.ts'
import type { Council } from '#http/council.ts'
import { boundsOf, type Equality, type TrialRun } from '../domain/index.ts'
import { count } from './count.ts'
import { sidesOfRun } from './try.ts'

/** Between how many people of each answer to an equality question a change concerns, as far as the months of their answers tell. */
export async function equalityOf({ store }: Pick<Council, 'store'>, run: TrialRun, question: string): Promise<Equality> {
  const { service, since, until } = run
  const window = { service, since, until }
  const watch = { onBatch: () => Promise.resolve(), isCalledOff: () => Promise.resolve(false) }
  const counting = await count(store, { sides: await sidesOfRun(store, run), window, splits: ['month'] }, watch)
  const given = await equalityCountsOf({ store }, { ...window, question })
  const months = [...(counting?.splits.get('month') ?? [])].map(([month, tally]) => {
    const { cases, changed } = tally.read()
    const own = given.filter((one) => one.month.startsWith(month))
    return { cases, changed, answers: new Map(own.map(({ answer, people }) => [answer, people])) }
  })
  return boundsOf(question, months)
}
