/** The single place for the SQL of the looks taken at services. */
import { type Db, sql } from '#store/db.ts'
import { canonical, parseJson } from '#store/json.ts'
import { AssessmentShape, type Study } from '../domain/index.ts'
import { bound } from './tables.ts'

/** Puts it in place of an earlier one of the same version. */
export async function putStudy(tx: Db, { service, version, madeAt, cases, removed, ms, digest, assessment }: Study): Promise<void> {
  await sql`insert into simplify.study (council_id, service, version, made_at, cases, removed, ms, digest, assessment)
    values (${bound}, ${service}, ${version}, ${madeAt}, ${cases}, ${removed}, ${ms}, ${digest}, ${canonical(assessment)}::jsonb)
    on conflict (council_id, service, version) do update set made_at = excluded.made_at, cases = excluded.cases, removed = excluded.removed,
      ms = excluded.ms, digest = excluded.digest, assessment = excluded.assessment`.execute(tx)
}

/** The latest look at a version. */
export async function findStudy(tx: Db, { service, version }: Pick<Study, 'service' | 'version'>): Promise<Study | undefined> {
  const { rows } = await sql<
    Omit<Study, 'assessment'> & { readonly assessment: string }
  >`select service, version, made_at as "madeAt", cases, removed, ms,
      digest, assessment::text as assessment
    from simplify.study where council_id = ${bound} and service = ${service} and version = ${version}`.execute(tx)
  const [row] = rows
  return row && { ...row, madeAt: new Date(row.madeAt).toISOString(), assessment: AssessmentShape.parse(parseJson(row.assessment)) }
}
