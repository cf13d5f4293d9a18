/** The single place for the rows of task lists: made from a case's facts, read by the people who do the tasks. */
import { type Db, sql } from '#store/db.ts'
import { z } from 'zod'
import { type Case, type ListedTask, never, type TaskLook, type TasksOf, taskStates, type TaskTally } from '../domain/index.ts'
import { bound, cases, type TaskRow } from './tables.ts'

/** A row without its council, which the transaction gives. */
export type NewTaskRow = Omit<TaskRow, 'council_id'>

/** The rows of a case's tasks. */
export function taskRowsOf(current: Case): readonly NewTaskRow[] {
  const { id, reference, service, version, isMadeUp } = current
  return current.tasks.map(({ given, task, team, who, due, at, state }) => ({
    ...{ case_id: id, given, task, team, who, service, version, reference, state },
    due_on: due ?? never,
    given_at: at,
    is_made_up: isMadeUp,
  }))
}

/** Adds the rows, or brings them up to date. */
export async function putTasks(tx: Db, rows: readonly NewTaskRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into cases.task select * from jsonb_populate_recordset(
      jsonb_populate_record(null::cases.task, jsonb_build_object('council_id', ${bound})), ${JSON.stringify(rows)}::jsonb)
    on conflict (council_id, case_id, given, task) do update set state = excluded.state`.execute(tx)
}

export async function clearTasks(tx: Db): Promise<void> {
  await cases(tx).deleteFrom('cases.task').where('council_id', '=', bound).execute()
}

/** One page of tasks. */
export async function tasksOf(tx: Db, look: TaskLook): Promise<readonly ListedTask[]> {
  const { rows } = await sql<TaskRow>`select * from cases.task where ${isMeant(look)} and state = ${look.state}
    ${look.after ? sql`and (due_on, case_id, given, task) > (${look.after.due}::date, ${look.after.caseId}::uuid, ${look.after.given}, ${look.after.task})` : sql``}
    order by due_on, case_id, given, task limit ${look.most}`.execute(tx)
  return rows.map(listedFrom)
}

/** How many open ones there are, by service, and how many of those are late; of the others no more than `most` are counted. */
export async function countTasks(
  tx: Db,
  asked: TasksOf & { readonly today: string; readonly most: number },
): Promise<readonly TaskTally[]> {
  const { rows } = await sql<{ service: string; state: string; tasks: number; late: number }>`
    select service, state, count(*)::int as tasks, count(*) filter (where due_on < ${asked.today})::int as late from (
      select service, state, due_on from cases.task where ${isMeant(asked)} and state = 'open'
      union all
      (select service, state, due_on from cases.task where ${isMeant(asked)} and state <> 'open' limit ${asked.most})
    ) counted group by service, state`.execute(tx)
  return rows.map((row) => ({ ...row, state: StateName.parse(row.state) }))
}

function isMeant({ teams, roles, service, before }: TasksOf & Partial<Pick<TaskLook, 'service' | 'before'>>) {
  const own = teams === 'all' ? sql`` : sql`and team = any(${[...teams]}::text[]) and who && ${[...roles]}::text[]`
  const ofService = service === undefined ? sql`` : sql`and service = ${service}`
  return sql`council_id = ${bound} ${own} ${ofService} ${before === undefined ? sql`` : sql`and due_on < ${before}`}`
}

const StateName = z.enum(taskStates)

function listedFrom(row: TaskRow): ListedTask {
  const { given, task, reference, service, version, team } = row
  return {
    ...{ given, task, reference, service, version, team },
    caseId: row.case_id,
    state: StateName.parse(row.state),
    dueOn: row.due_on,
    givenAt: row.given_at,
    isMadeUp: row.is_made_up,
  }
}
