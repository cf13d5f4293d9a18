/** The single place for officers' lists: one page by keyset, and counts from the tally. Nothing here reads more rows with more cases. */
import { type Db, sql } from '#store/db.ts'
import { z } from 'zod'
import { type Filter, type InboxRow, parseReference, type Status, statuses, statusesOf, type Tally } from '../domain/index.ts'
import { bound, cases, type QueueRow } from './tables.ts'

/** What an officer may and wants to see. `today` and `soon` bound the days a case is due. */
export type Looking = {
  readonly filter: Filter
  /** Teams whose cases may be seen, among those there are. */
  readonly teams: readonly string[]
  readonly me: string
  readonly today: string
  readonly soon: string
  readonly mayFindByName: boolean
  readonly most: number
}

/**
 * One page, first due first. Each team and status is a range of an index that already has this order, so a page reads at most
 * `most` rows from each of them.
 */
export async function pageOf(tx: Db, looking: Looking): Promise<readonly InboxRow[]> {
  const { filter, most } = looking
  const teams = filter.team === undefined ? looking.teams : looking.teams.filter((team) => team === filter.team)
  if (filter.find !== undefined) return findRows(tx, looking, teams)
  const { rows } =
    await sql<QueueRow>`select q.* from unnest(${teams}::text[]) as t(team) cross join unnest(${[...statusesOf(filter)]}::text[]) as s(status)
    cross join lateral (
      select * from cases.queue q where q.council_id = ${bound} and q.team = t.team and q.status = s.status and ${conditions(looking)}
      order by q.due_on, q.case_id limit ${most}
    ) q order by q.due_on, q.case_id limit ${most}`.execute(tx)
  return rows.map(inboxRowFrom)
}

/** At most so many rows that are late or due soon are counted: more is said as “and more”. */
export async function countDue(tx: Db, looking: Looking): Promise<number> {
  const teams = looking.filter.team === undefined ? looking.teams : [looking.filter.team].filter((team) => looking.teams.includes(team))
  const { rows } = await sql<{ cases: number }>`select count(*) as cases from (
    select 1 from unnest(${teams}::text[]) as t(team) cross join unnest(${[...statusesOf(looking.filter)]}::text[]) as s(status)
    cross join lateral (
      select 1 from cases.queue q where q.council_id = ${bound} and q.team = t.team and q.status = s.status and ${conditions(looking)}
      limit ${looking.most}
    ) q limit ${looking.most}) as found`.execute(tx)
  return rows[0]?.cases ?? 0
}

function conditions({ filter, me, today, soon }: Looking) {
  const wanted = [sql`true`]
  if (filter.service !== undefined) wanted.push(sql`q.service = ${filter.service}`)
  if (filter.with !== undefined) wanted.push(filter.with === 'me' ? sql`q.assignee = ${me}` : sql`q.assignee is null`)
  if (filter.flag !== undefined) wanted.push(sql`q.flags <> '{}' and ${filter.flag} = any(q.flags)`)
  if (filter.channel !== undefined) wanted.push(sql`q.channel = ${filter.channel}`)
  if (filter.due === 'late') wanted.push(sql`q.due_on < ${today}`)
  if (filter.due === 'soon') wanted.push(sql`q.due_on between ${today} and ${soon}`)
  if (filter.after) wanted.push(sql`(q.due_on, q.case_id) > (${filter.after.due}::date, ${filter.after.caseId}::uuid)`)
  return sql.join(wanted, sql` and `)
}

/** By reference, or by how a name begins where the officer may. */
async function findRows(tx: Db, { filter, most, mayFindByName }: Looking, teams: readonly string[]): Promise<readonly InboxRow[]> {
  const find = filter.find ?? ''
  const reference = parseReference(find)
  if (reference === undefined && !mayFindByName) return []
  const match =
    reference === undefined
      ? sql`lower(q.name) like ${likePrefix(find)}`
      : sql`q.case_id = (select case_id from cases.opened where council_id = ${bound} and reference = ${reference})`
  const { rows } =
    await sql<QueueRow>`select q.* from cases.queue q where q.council_id = ${bound} and ${match} and q.team = any(${teams}::text[])
    order by q.opened_at desc limit ${most}`.execute(tx)
  return rows.map(inboxRowFrom)
}

function inboxRowFrom(row: QueueRow): InboxRow {
  const { reference, service, team, assignee, channel, flags, outcome, name, fee, paid } = row
  const same = { reference, service, team, assignee, channel, flags, outcome, name, fee, paid }
  const status = StatusName.parse(row.status)
  return { ...same, status, caseId: row.case_id, awaitsSecond: row.awaits_second, dueOn: row.due_on, openedAt: row.opened_at }
}

function likePrefix(text: string): string {
  return `${text.toLowerCase().replace(/[\\%_]/g, (character) => `\\${character}`)}%`
}

const StatusName = z.enum(statuses)

/** How many cases there are of each sort, over the teams. */
export async function talliesOf(tx: Db, teams: readonly string[]): Promise<readonly Tally[]> {
  if (teams.length === 0) return []
  const rows = await cases(tx)
    .selectFrom('cases.tally')
    .select(['team', 'service', 'status', 'assignee', 'channel', 'flags'])
    .select((eb) => eb.fn.sum<string>('cases').as('cases'))
    .where('council_id', '=', bound)
    .where('team', 'in', teams)
    .groupBy(['team', 'service', 'status', 'assignee', 'channel', 'flags'])
    .execute()
  return rows.map((row) => ({ ...row, status: StatusName.parse(row.status), cases: Number(row.cases) })).filter((row) => row.cases > 0)
}

/** Every team that has or had a case. */
export async function teamsWithCases(tx: Db): Promise<readonly string[]> {
  const rows = await cases(tx).selectFrom('cases.tally').select('team').distinct().where('council_id', '=', bound).orderBy('team').execute()
  return rows.map(({ team }) => team)
}

/** A case as the list of a signed-in person shows it. */
export type PersonsCase = { readonly reference: string; readonly serviceId: string; readonly openedAt: string; readonly status: Status }

export async function rowsOfPerson(tx: Db, person: string): Promise<readonly PersonsCase[]> {
  const rows = await cases(tx)
    .selectFrom('cases.queue')
    .select(['reference', 'service', 'opened_at', 'status'])
    .where('council_id', '=', bound)
    .where('person', '=', person)
    .orderBy('opened_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    reference: row.reference,
    serviceId: row.service,
    openedAt: row.opened_at,
    status: StatusName.parse(row.status),
  }))
}

/** Ids of cases with a clock that ran out before today, the longest overdue first. */
export async function casesToFire(tx: Db, today: string, most: number): Promise<readonly string[]> {
  const rows = await cases(tx)
    .selectFrom('cases.queue')
    .select('case_id')
    .where('council_id', '=', bound)
    .where('fires_on', '<', today)
    .orderBy('fires_on')
    .limit(most)
    .execute()
  return rows.map(({ case_id }) => case_id)
}
