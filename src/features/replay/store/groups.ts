/** The single place for the groups that past cases were made public in. They say nothing about a person, and nobody is shown them. */
import { type Db, sql } from '#store/db.ts'
import type { Group } from '../domain/index.ts'
import { bound, replay } from './tables.ts'

/** Whose groups: of a service, and of one split of it; empty for the tables of all. */
export type GroupsOf = { readonly service: string; readonly split: string }

/** Nobody else makes figures of this service public until the transaction ends. */
export async function waitForRelease(tx: Db, service: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('release/' || ${bound} || '/' || ${service}, 0))`.execute(tx)
}

export async function groupsOf(tx: Db, { service, split }: GroupsOf): Promise<readonly Group[]> {
  const { rows } = await sql<Group>`select g.group_id as id, g.weight, g.weighed, g.extra,
      coalesce((select array_agg(c.case_id::text order by c.case_id) from replay.grouped_case c
        where c.council_id = g.council_id and c.service = g.service and c.split = g.split and c.group_id = g.group_id), '{}') as cases
    from replay.case_group g where g.council_id = ${bound} and g.service = ${service} and g.split = ${split} order by g.group_id`.execute(
    tx,
  )
  return rows
}

export async function putGroups(tx: Db, { service, split }: GroupsOf, groups: readonly Group[]): Promise<void> {
  for (const table of ['replay.case_group', 'replay.grouped_case'] as const) {
    const own = replay(tx).deleteFrom(table).where('council_id', '=', bound).where('service', '=', service)
    await own.where('split', '=', split).execute()
  }
  for (const { id, cases, ...rest } of groups) {
    await replay(tx)
      .insertInto('replay.case_group')
      .values({ council_id: bound, service, split, group_id: id, ...rest })
      .execute()
    await sql`insert into replay.grouped_case (council_id, service, split, case_id, group_id)
      select ${bound}, ${service}, ${split}, unnest(${[...cases]}::uuid[]), ${id}`.execute(tx)
  }
}
