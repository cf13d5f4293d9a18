/** The single place that names the tables of trying versions on past cases. */
import { type Db, sql } from '#store/db.ts'

export type PastCaseRow = {
  council_id: string
  case_id: string
  service: string
  version: string
  opened: string
  channel: string
  lang: string
  area: string | null
  made_up: boolean
  answers: string | null
  given: readonly string[]
  left_empty: readonly string[]
}

export type TrialRow = {
  council_id: string
  trial_id: string
  service: string
  from_version: string
  to_version: string
  since: string
  until: string
  asked_by: string
  asked_at: string
  cases: number
  done: number
  removed: number
  names: string
  ms: number | null
  population: string | null
  digest: string | null
  result: string | null
  released: string | null
  released_at: string | null
  ways: string | null
  splits: string | null
  split: string | null
  called_off_by: string | null
}

type Tables = {
  'replay.past_case': PastCaseRow
  'replay.typed_service': { council_id: string; service: string; columns: string }
  'replay.typed_case': { council_id: string; case_id: string; service: string }
  'replay.version': { council_id: string; version: string; definition: string }
  'replay.trial': TrialRow
  'replay.case_group': {
    council_id: string
    service: string
    split: string
    group_id: string
    weight: number
    weighed: number
    extra: number
  }
  'replay.grouped_case': { council_id: string; service: string; split: string; case_id: string; group_id: string }
}

export const replay = (db: Db) => db.withTables<Tables>()

/** The council a transaction is bound to. */
export const bound = sql<string>`current_setting('folkmoot.council')`
