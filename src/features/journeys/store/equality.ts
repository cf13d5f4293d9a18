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

/** How many gave each answer to an equality question, by the month of the answer (its first day). */
export type EqualityCount = { readonly month: string; readonly answer: string; readonly people: number }

/** Numbers only, of one question and the months from one day to another (`YYYY-MM-DD`); of several choices each counts. */
export async function equalityCounts(
  tx: Db,
  {
    service,
    question,
    since,
    until,
  }: { readonly service: string; readonly question: string; readonly since: string; readonly until: string },
): Promise<readonly EqualityCount[]> {
  const { rows } = await sql<EqualityCount>`select month, answer, count(*)::int as people from journeys.equality_answer,
      jsonb_array_elements_text(case jsonb_typeof(answers -> ${question}) when 'array' then answers -> ${question}
        else jsonb_build_array(answers -> ${question}) end) as answer
    where council_id = ${bound} and service_id = ${service} and answers ? ${question}
      and month between date_trunc('month', ${since}::date) and ${until}::date group by 1, 2 order by 1, 2`.execute(tx)
  return rows
}
