/** The single place that names the tables of cases; only the files of this folder may use it. */
import { type Db, sql } from '#store/db.ts'

/** One case as lists need it. Dates are `YYYY-MM-DD`, money is pence. */
export type QueueRow = {
  council_id: string
  case_id: string
  reference: string
  service: string
  version: string
  team: string
  status: string
  assignee: string | null
  channel: string
  lang: 'en' | 'cy'
  flags: string[]
  proposed: string | null
  outcome: string | null
  awaits_second: boolean
  due_on: string
  fires_on: string | null
  opened_at: string
  person: string
  name: string | null
  name_key: string | null
  ward: string | null
  parish: string | null
  fee: number | null
  paid: number
  seq: number
  is_made_up: boolean
}

/** One task as lists need it. `due_on` is `YYYY-MM-DD`. */
export type TaskRow = {
  council_id: string
  case_id: string
  given: number
  task: string
  team: string
  who: string[]
  service: string
  version: string
  reference: string
  state: string
  due_on: string
  given_at: string
  is_made_up: boolean
}

type Tables = {
  'cases.opened': { council_id: string; case_id: string; reference: string }
  'cases.once': { council_id: string; service: string; key: Buffer; case_id: string }
  'cases.queue': QueueRow
  'cases.task': TaskRow
  'cases.renewal': { council_id: string; secret_hash: string; case_id: string; expires_on: string }
  'cases.tally': {
    council_id: string
    team: string
    service: string
    status: string
    assignee: string
    channel: string
    flags: string[]
    slot: number
    cases: number
  }
}

export const cases = (db: Db) => db.withTables<Tables>()

/** The council a transaction is bound to. */
export const bound = sql<string>`current_setting('folkmoot.council')`

/** The stream of a case. */
export const streamOf = (caseId: string): string => `case/${caseId}`
