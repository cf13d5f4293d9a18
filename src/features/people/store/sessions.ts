/** The single place for the SQL about sessions and API keys: what is asked on every request of someone recognised. */
import { z } from 'zod'
import { Language } from '#core/definition/model/names.ts'
import type { Known, SessionRow, Use } from '#http/doorkeeper.ts'
import { isPermission } from '#http/permission.ts'
import { sessionLimits } from '#http/session.ts'
import type { Db } from '#store/db.ts'
import type { Gathered } from '#store/gather.ts'
import type { GroupedStatement } from '#store/group.ts'
import { newId } from '#store/uuid.ts'
import { type ApiKey, PersonKind } from '../domain.ts'
import { rolesOf } from '../policy.ts'
import { bound, people } from './tables.ts'

/** Asked with a hash, at a moment. */
export interface Credential {
  readonly hash: string
  readonly now: string
}

export interface FoundSession {
  readonly known: Known
  readonly usedAt: string
}

const FoundSessionRow = z.object({
  id: z.string(),
  kind: PersonKind,
  name: z.string(),
  email: z.string().nullable(),
  lang: Language.nullable(),
  roles: z.array(z.string()),
  teams: z.array(z.string()),
  wards: z.array(z.string()),
  used_at: z.string(),
})

/** The active holder of a session that has neither ended nor expired. */
export const sessionHolder: Gathered<Credential, FoundSession> = {
  name: 'people-session-holder',
  sql: `select k.ordinal, a.id, a.kind, a.name, a.email, a.lang, a.roles, a.teams, a.wards, s.used_at
    from unnest($1::text[], $2::timestamptz[]) with ordinality as k(hash, now, ordinal)
    join people.session s on s.council_id = current_setting('folkmoot.council') and s.id = k.hash and s.ended_at is null
      and s.opened_at > k.now - interval '${sessionLimits.absolute} seconds' and s.used_at > k.now - interval '${sessionLimits.idle} seconds'
    join people.actor a on a.council_id = s.council_id and a.id = s.actor_id and a.is_active`,
  parameters: (keys) => [keys.map(({ hash }) => hash), keys.map(({ now }) => now)],
  read(row) {
    const { used_at: usedAt, email, lang, ...person } = FoundSessionRow.parse(row)
    return { usedAt, known: { ...person, roles: rolesOf(person), email: email ?? undefined, lang: lang ?? undefined } }
  },
}

const FoundKeyRow = z.object({ id: z.string(), name: z.string(), scopes: z.array(z.string()) })

/** The holder of a key that has neither been revoked nor expired. */
export const keyHolder: Gathered<Credential, Known> = {
  name: 'people-key-holder',
  sql: `select k.ordinal, h.id, h.name, h.scopes
    from unnest($1::text[], $2::timestamptz[]) with ordinality as k(hash, now, ordinal)
    join people.key h on h.council_id = current_setting('folkmoot.council') and h.hash = k.hash and h.revoked_at is null and h.expires_at > k.now`,
  parameters: (keys) => [keys.map(({ hash }) => hash), keys.map(({ now }) => now)],
  read(row) {
    const { id, name, scopes } = FoundKeyRow.parse(row)
    return { id, kind: 'machine', name, teams: [], roles: [], wards: [], scopes: scopes.filter(isPermission) }
  },
}

/** Adds to the audit trail. */
export const recordUse: GroupedStatement<Use, void> = {
  name: 'people-record-use',
  sql: `insert into people.use (council_id, id, at, actor_id, audit, about, request_id)
    select current_setting('folkmoot.council'), u.* from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::jsonb[], $6::text[]) u`,
  parameters: (uses) => [
    uses.map(() => newId()),
    uses.map(({ at }) => at),
    uses.map(({ actorId }) => actorId),
    uses.map(({ audit }) => audit),
    uses.map(({ about }) => JSON.stringify(about)),
    uses.map(({ requestId }) => requestId),
  ],
  results: (_, uses) => uses.map(() => undefined),
}

export async function addSession(tx: Db, session: SessionRow): Promise<void> {
  const { id, actorId, how, openedAt } = session
  await people(tx)
    .insertInto('people.session')
    .values({ council_id: bound, id, actor_id: actorId, how, opened_at: openedAt, used_at: openedAt, ended_at: null })
    .execute()
}

export async function touchSession(tx: Db, id: string, now: string): Promise<void> {
  await people(tx).updateTable('people.session').set({ used_at: now }).where('council_id', '=', bound).where('id', '=', id).execute()
}

export async function endSession(tx: Db, id: string, now: string): Promise<void> {
  await people(tx)
    .updateTable('people.session')
    .set({ ended_at: now })
    .where('council_id', '=', bound)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends every session of a person: when they leave, or when what they may do changes. */
export async function endSessionsOf(tx: Db, actorId: string, now: string): Promise<void> {
  await people(tx)
    .updateTable('people.session')
    .set({ ended_at: now })
    .where('council_id', '=', bound)
    .where('actor_id', '=', actorId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends every session of a demonstration, and the keys its example people made. */
export async function endDemonstration(tx: Db, now: string): Promise<void> {
  await people(tx)
    .updateTable('people.session')
    .set({ ended_at: now })
    .where('council_id', '=', bound)
    .where('how', '=', 'demo')
    .where('ended_at', 'is', null)
    .execute()
  await people(tx)
    .updateTable('people.key')
    .set({ revoked_at: now })
    .where('council_id', '=', bound)
    .where('revoked_at', 'is', null)
    .where('made_by', 'in', (examples) =>
      examples.selectFrom('people.actor').select('id').where('council_id', '=', bound).where('example', 'is not', null),
    )
    .execute()
}

export interface NewKey extends Omit<ApiKey, 'revokedAt'> {
  readonly hash: string
  readonly madeBy: string
}

export async function addKey(tx: Db, key: NewKey): Promise<void> {
  const { id, name, hash, scopes, madeBy, madeAt, expiresAt } = key
  await people(tx)
    .insertInto('people.key')
    .values({ council_id: bound, id, name, hash, scopes, made_by: madeBy, made_at: madeAt, expires_at: expiresAt, revoked_at: null })
    .execute()
}

export async function revokeKey(tx: Db, id: string, now: string): Promise<void> {
  await people(tx)
    .updateTable('people.key')
    .set({ revoked_at: now })
    .where('council_id', '=', bound)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Newest first. */
export async function keys(tx: Db): Promise<ApiKey[]> {
  const rows = await people(tx)
    .selectFrom('people.key')
    .select(['id', 'name', 'scopes', 'made_at', 'expires_at', 'revoked_at'])
    .where('council_id', '=', bound)
    .orderBy('made_at', 'desc')
    .limit(500)
    .execute()
  return rows.map(({ made_at: madeAt, expires_at: expiresAt, revoked_at: revokedAt, ...key }) => ({ ...key, madeAt, expiresAt, revokedAt }))
}
