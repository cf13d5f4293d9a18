/** The single place for the SQL of equality answers, which nothing ties to a person or a case. */
import type { Answers } from '#core/definition/index.ts'
import { type Db, sql } from '#store/db.ts'
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

/** How many answers to one version of a service a month has; `month` is its first day. */
export type EqualityMonth = { readonly service: string; readonly version: string; readonly month: string; readonly answers: number }

export async function equalityMonths(tx: Db): Promise<readonly EqualityMonth[]> {
  const { rows } = await sql<EqualityMonth>`select service_id as service, version, month, count(*)::int as answers
    from journeys.equality_answer where council_id = ${bound} group by 1, 2, 3 order by 3, 1, 2`.execute(tx)
  return rows
}

export async function deleteEqualityMonth(tx: Db, { service, version, month }: EqualityMonth): Promise<void> {
  await journeys(tx)
    .deleteFrom('journeys.equality_answer')
    .where('council_id', '=', bound)
    .where('service_id', '=', service)
    .where('version', '=', version)
    .where('month', '=', month)
    .execute()
}
