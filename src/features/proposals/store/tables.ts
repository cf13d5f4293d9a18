/** The single place that names the tables of suggested changes; only the files of this folder may use it. */
import { type Db, sql } from '#store/db.ts'

type ProposalTable = {
  council_id: string
  proposal_id: string
  service: string
  state: string
  source: string
  author: string
  suggested_at: string
  due_on: string | null
  ended_at: string | null
  digest: string | null
  hidden_at: string | null
  seq: number
  stamp: number
}

type Tables = {
  'proposals.proposal': ProposalTable
  'proposals.backing': { council_id: string; proposal_id: string; person: string; digest: string | null; seq: number }
  'proposals.tally': { council_id: string; proposal_id: string; digest: string; backings: number }
  'proposals.salt': { council_id: string; day: string; salt: Buffer }
  'proposals.counter': { council_id: string; day: string; key: Buffer; times: number }
  'proposals.telling': { council_id: string; proposal_id: string; news: string; seq: number; after: string }
}

export const proposals = (db: Db) => db.withTables<Tables>()

/** The council a transaction is bound to. */
export const bound = sql<string>`current_setting('folkmoot.council')`

/** The stream of a suggested change. */
export const streamOf = (id: string): string => `proposal/${id}`

/** The stream of one person's backing. */
export const backingStreamOf = (id: string, person: string): string => `backing/${id}/${person}`
