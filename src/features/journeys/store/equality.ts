/** The single place for the SQL of equality answers, which nothing ties to a person or a case. */
import type { Answers } from '#core/definition/index.ts'
import type { Db } from '#store/db.ts'
import { canonical } from '#store/json.ts'
import { bound, journeys } from './tables.ts'

/** `id` must be random, not one that tells when it was made; `month` is the first day of the month. */
export type EqualityAnswers = {
  readonly id: string
  readonly service: string
  readonly version: string
  readonly month: string
  readonly answers: Answers
}

export async function addEqualityAnswers(tx: Db, { id, service, version, month, answers }: EqualityAnswers): Promise<void> {
  await journeys(tx)
    .insertInto('journeys.equality_answer')
    .values({ council_id: bound, id, service_id: service, version, month, answers: canonical(answers) })
    .execute()
}
