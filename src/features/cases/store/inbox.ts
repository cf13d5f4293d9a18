/** The single place for officers' lists: one page by keyset, and counts from the tally. Nothing here reads more rows with more cases. */
import { type Db, sql } from '#store/db.ts'
import { z } from 'zod'
import { type Filter, type InboxRow, type Status, statuses, type Tally } from '../domain/index.ts'
import { bound, cases, type QueueRow } from './tables.ts'

/** A team and a status: a range of an index whose cases lie in the order of the days they are due. */
export type Place = { readonly team: string; readonly status: Status }

/** What an officer may and wants to see. `today` and `soon` bound the days a case is due. */
export type Looking = {
  readonly filter: Filter
  /** Where there is anything to be found, among the teams whose cases may be seen. */
  readonly places: readonly Place[]
  readonly me: string
  readonly today: string
  readonly soon: string
  readonly most: number
}

/** One page, first due first: at most `most` ids are taken from each place by an index alone, and only the page's own rows are read. */
export async function pageOf(tx: Db, looking: Looking): Promise<readonly InboxRow[]> {
  const { most } = looking
  const { rows } = await sql<QueueRow>`select q.* from (
      select found.case_id from ${placesIn(looking)} cross join lateral (${inPlace(looking)} limit ${most}) found
      order by found.due_on, found.case_id limit ${most}
    ) as page join cases.queue q on q.council_id = ${bound} and q.case_id = page.case_id order by q.due_on, q.case_id`.execute(tx)
  return rows.map(inboxRowFrom)
}

/** How many are late or due soon; no more than `most` are counted. */
export async function countDue(tx: Db, looking: Looking): Promise<number> {
  const { rows } = await sql<{ cases: number }>`select count(*) as cases from (
      select from ${placesIn(looking)} cross join lateral (${inPlace(looking)} limit ${looking.most}) found limit ${looking.most}
    ) as found`.execute(tx)
  return rows[0]?.cases ?? 0
}

/** The cases of one place in order, by the index of the flag where one is looked for; the list itself is read only if something else is asked. */
function inPlace(looking: Looking) {
  const { flag } = looking.filter
  const [own, dates] = [conditions(looking), dateConditions(looking)]
  if (flag === undefined)
    return sql`select l.due_on, l.case_id from cases.queue l
      where l.council_id = ${bound} and l.team = place.team and l.status = place.status ${all([...own, ...dates])} order by l.due_on, l.case_id`
  const listed = sql`and exists (select from cases.queue q where q.council_id = ${bound} and q.case_id = l.case_id ${all(conditions(looking, 'q'))})`
  return sql`select l.due_on, l.case_id from cases.flagged l
    where l.council_id = ${bound} and l.flag = ${flag} and l.team = place.team and l.status = place.status ${all(dates)}
      ${own.length === 0 ? sql`` : listed} order by l.due_on, l.case_id`
}

function placesIn({ places }: Looking) {
  return sql`unnest(${places.map(({ team }) => team)}::text[], ${places.map(({ status }) => status)}::text[]) as place(team, status)`
}

function conditions({ filter, me }: Looking, table = 'l') {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  const wanted = []
  if (filter.service !== undefined) wanted.push(sql`${column('service')} = ${filter.service}`)
  if (filter.with !== undefined) wanted.push(filter.with === 'me' ? sql`${column('assignee')} = ${me}` : sql`${column('assignee')} is null`)
  if (filter.channel !== undefined) wanted.push(sql`${column('channel')} = ${filter.channel}`)
  return wanted
}

function dateConditions({ filter, today, soon }: Looking) {
  const wanted = []
  if (filter.due === 'late') wanted.push(sql`l.due_on < ${today}`)
  if (filter.due === 'soon') wanted.push(sql`l.due_on between ${today} and ${soon}`)
  if (filter.after) wanted.push(sql`(l.due_on, l.case_id) > (${filter.after.due}::date, ${filter.after.caseId}::uuid)`)
  return wanted
}

function all(wanted: readonly ReturnType<typeof sql>[]) {
  return sql.join(
    wanted.map((one) => sql`and ${one}`),
    sql` `,
  )
}

/** By reference, whatever its status. */
export async function findByReference(tx: Db, reference: string, teams: readonly string[]): Promise<readonly InboxRow[]> {
  const { rows } =
    await sql<QueueRow>`select q.* from cases.opened o join cases.queue q on q.council_id = o.council_id and q.case_id = o.case_id
    where o.council_id = ${bound} and o.reference = ${reference} and q.team = any(${[...teams]}::text[])`.execute(tx)
  return rows.map(inboxRowFrom)
}

/** By how a name begins, in the order of the alphabet, whatever the status. */
export async function findByName(
  tx: Db,
  name: string,
  { teams, most }: { readonly teams: readonly string[]; readonly most: number },
): Promise<readonly InboxRow[]> {
  const { rows } = await sql<QueueRow>`select q.* from cases.queue q
    where q.council_id = ${bound} and q.name_key >= ${name.toLowerCase()} and q.name_key < ${`${name.toLowerCase()}\u{10ffff}`} and q.team = any(${[...teams]}::text[])
    order by q.name_key limit ${most}`.execute(tx)
  return rows.map(inboxRowFrom)
}

function inboxRowFrom(row: QueueRow): InboxRow {
  const { reference, service, team, assignee, channel, flags, outcome, name, fee, paid } = row
  const same = { reference, service, team, assignee, channel, flags, outcome, name, fee, paid }
  const status = StatusName.parse(row.status)
  return {
    ...same,
    status,
    caseId: row.case_id,
    awaitsSecond: row.awaits_second,
    dueOn: row.due_on,
    openedAt: row.opened_at,
    isMadeUp: row.is_made_up,
  }
}

const StatusName = z.enum(statuses)

/** How many cases there are of each sort, over the teams, as the officer `me` sees them. */
export async function talliesOf(tx: Db, teams: readonly string[], me: string): Promise<readonly Tally[]> {
  const { rows } = await sql<Omit<Tally, 'status'> & { status: string }>`
    select team, service, status, channel, flags, sum(cases)::bigint as cases,
      case assignee when '' then 'nobody' when ${me} then 'me' else 'other' end as "with"
    from cases.tally where council_id = ${bound} and team = any(${[...teams]}::text[])
    group by team, service, status, channel, flags, "with" having sum(cases) > 0`.execute(tx)
  return rows.map((row) => ({ ...row, status: StatusName.parse(row.status) }))
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
