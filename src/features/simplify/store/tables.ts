/** The single place that names the tables of making services simpler; only the files of this folder may use it. */
import { type Db, sql } from '#store/db.ts'

export type PageRow = {
  council_id: string
  service: string
  month: string
  version: string
  page: string
  question: string
  made_up: boolean
  answered: number
  seconds: number
  squares: number
  stopped: number
  errors: number
  exited: number
}

type StudyRow = {
  council_id: string
  service: string
  version: string
  made_at: string
  cases: number
  removed: number
  ms: number
  digest: string
  assessment: string
}

type Tables = { 'simplify.page': PageRow; 'simplify.study': StudyRow }

export const simplify = (db: Db) => db.withTables<Tables>()

/** The council a transaction is bound to. */
export const bound = sql<string>`current_setting('folkmoot.council')`
