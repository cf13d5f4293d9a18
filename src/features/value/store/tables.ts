/** The single place that names the tables of value; only the files of this folder may use it. */
import { type Db, sql } from '#store/db.ts'

export type CellRow = {
  council_id: string
  service: string
  measure: string
  month: string
  version: string
  channel: string
  made_up: boolean
  bucket: number
  count: number
}

export type CaseRow = {
  council_id: string
  case_id: string
  service: string
  version: string
  channel: string
  made_up: boolean
  submitted: string
  finished: string | null
  decided: string | null
  closed: string | null
  withdrawn: string | null
  touches: number
  asked: boolean
  reopened: boolean
}

export type RatingRow = {
  council_id: string
  service: string
  month: string
  version: string
  channel: string
  moment: string
  points: number
  count: number
}

type Tables = {
  'value.cell': CellRow
  'value.case': CaseRow
  'value.rated': { council_id: string; mark: Buffer }
  'value.rating': RatingRow
  'value.surveyed': { council_id: string; case_id: string }
}

export const value = (db: Db) => db.withTables<Tables>()

/** The council a transaction is bound to. */
export const bound = sql<string>`current_setting('folkmoot.council')`
