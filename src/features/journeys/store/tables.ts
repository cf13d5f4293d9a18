/** The single place that names the tables of journeys. */
import { type Db, sql } from '#store/db.ts'

export type Tables = {
  'journeys.draft': {
    council_id: string
    holder: string
    service_id: string
    id: string
    answers: Buffer | null
    carried: Buffer | null
    lang: string
    revision: number
    touched_at: string
    equality_done: boolean
  }
  'journeys.return_link': { council_id: string; secret_hash: string; draft_id: string; expires_at: string }
  'journeys.equality_answer': {
    council_id: string
    id: string
    service_id: string
    version: string
    month: string
    answers: string
  }
}

export const journeys = (db: Db) => db.withTables<Tables>()
/** The council a transaction is bound to; rows are written under it and no other. */
export const bound = sql<string>`current_setting('folkmoot.council')`
