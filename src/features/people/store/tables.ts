/** The tables of people, all in the schema `people`. No other folder may name them. */
import { type Db, sql } from '#store/db.ts'

type ActorRow = {
  council_id: string
  id: string
  kind: string
  name: string
  email: string | null
  lang: string | null
  roles: readonly string[]
  teams: readonly string[]
  wards: readonly string[]
  issuer: string | null
  subject: string | null
  example: string | null
  is_active: boolean
}

type SessionRow = {
  council_id: string
  id: string
  actor_id: string
  how: string
  opened_at: string
  used_at: string
  ended_at: string | null
}

type LinkRow = {
  council_id: string
  id: string
  code: string
  browser: string
  email: string
  return_to: string
  made_at: string
  tries: number
  used_at: string | null
}

type KeyRow = {
  council_id: string
  id: string
  name: string
  hash: string
  scopes: readonly string[]
  made_by: string
  made_at: string
  expires_at: string
  revoked_at: string | null
}

type Tables = {
  'people.actor': ActorRow
  'people.session': SessionRow
  'people.link': LinkRow
  'people.key': KeyRow
}

export const people = (db: Db) => db.withTables<Tables>()

/** The council a transaction is bound to; rows are read and written under it and no other. */
export const bound = sql<string>`current_setting('folkmoot.council')`
