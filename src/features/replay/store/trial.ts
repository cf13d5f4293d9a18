/** The single place for the runs that are kept: what was tried on what, how far it is, what it gave and what of it was made public. */
import { type Definition, versionOf } from '#core/definition/index.ts'
import { type Db, sql } from '#store/db.ts'
import type { Gathered } from '#store/gather.ts'
import { canonical, isRecord, type Json, parseJson } from '#store/json.ts'
import { Names, Released, SplitShape, SplitsShape, type TrialRun, TrialShape, Ways } from '../domain/index.ts'
import { bound, replay, type TrialRow } from './tables.ts'

/** A run at its beginning. */
export type Begun = Pick<
  TrialRun,
  'id' | 'service' | 'from' | 'to' | 'since' | 'until' | 'askedBy' | 'askedAt' | 'cases' | 'removed' | 'names' | 'splits'
>

/** A run at its end. */
export type Finished = Required<Pick<TrialRun, 'ms' | 'population' | 'digest' | 'trial' | 'ways' | 'split'>>

export async function addTrial(
  tx: Db,
  { id, service, from, to, since, until, askedBy, askedAt, cases, removed, names, splits }: Begun,
): Promise<void> {
  const about = { service, from_version: from, to_version: to, since, until, asked_by: askedBy, asked_at: askedAt, cases, removed }
  await replay(tx)
    .insertInto('replay.trial')
    .values({ council_id: bound, trial_id: id, ...about, done: 0, names: canonical(names), ...empty, splits: canonical(splits) })
    .execute()
}

const empty = {
  ms: null,
  population: null,
  digest: null,
  result: null,
  released: null,
  released_at: null,
  ways: null,
  splits: null,
  split: null,
  called_off_by: null,
}

export async function moveTrial(tx: Db, id: string, done: number): Promise<void> {
  await replay(tx).updateTable('replay.trial').set({ done }).where('council_id', '=', bound).where('trial_id', '=', id).execute()
}

/** Puts down what a run gave, unless it was called off meanwhile. */
export async function finishTrial(tx: Db, id: string, { ms, population, digest, trial, ways, split }: Finished): Promise<void> {
  const kept = { result: canonical(trial), ways: canonical(ways), split: canonical(split) }
  const result = { ms, population, digest, ...kept, done: trial.cases, cases: trial.cases }
  const open = replay(tx).updateTable('replay.trial').set(result).where('council_id', '=', bound).where('trial_id', '=', id)
  await open.where('called_off_by', 'is', null).execute()
}

/** Calls a run off that has not ended; answers whether it had not. */
export async function callOff(tx: Db, id: string, by: string): Promise<boolean> {
  if (!uuid.test(id)) return false
  const open = replay(tx).updateTable('replay.trial').set({ called_off_by: by }).where('council_id', '=', bound).where('trial_id', '=', id)
  const { numUpdatedRows } = await open.where('result', 'is', null).where('called_off_by', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether a run was called off. Gathered, so that whoever holds a connection needs no second one to ask. */
export const isCalledOff: Gathered<string, boolean> = {
  name: 'replay-is-called-off',
  sql: `select k.ordinal, t.called_off_by is not null as is_called_off from unnest($1::uuid[]) with ordinality as k(id, ordinal)
    join replay.trial t on t.council_id = current_setting('folkmoot.council') and t.trial_id = k.id`,
  parameters: (ids) => [ids],
  read: ({ is_called_off: isOff }) => isOff === true,
}

export async function publishTrial(
  tx: Db,
  id: string,
  { released, at }: { readonly released: Released; readonly at: string },
): Promise<void> {
  const made = { released: canonical(released), released_at: at }
  await replay(tx).updateTable('replay.trial').set(made).where('council_id', '=', bound).where('trial_id', '=', id).execute()
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function findRun(tx: Db, id: string): Promise<TrialRun | undefined> {
  if (!uuid.test(id)) return undefined
  const row = await replay(tx)
    .selectFrom('replay.trial')
    .selectAll()
    .where('council_id', '=', bound)
    .where('trial_id', '=', id)
    .executeTakeFirst()
  return row && runFrom(row)
}

/** The latest runs of a service, newest first. */
export async function latestRuns(tx: Db, service: string, most: number): Promise<readonly TrialRun[]> {
  const rows = replay(tx).selectFrom('replay.trial').selectAll().where('council_id', '=', bound).where('service', '=', service)
  return (await rows.orderBy('asked_at', 'desc').orderBy('trial_id', 'desc').limit(most).execute()).map(runFrom)
}

/** What was made public of trying these two versions, if anything was. */
export async function findReleased(
  tx: Db,
  { service, from, to }: Pick<TrialRun, 'service' | 'from' | 'to'>,
): Promise<Released | undefined> {
  const rows = replay(tx).selectFrom('replay.trial').select('released').where('council_id', '=', bound).where('service', '=', service)
  const made = rows.where('from_version', '=', from).where('to_version', '=', to).where('released', 'is not', null)
  const row = await made.orderBy('released_at').limit(1).executeTakeFirst()
  return row?.released == null ? undefined : Released.parse(jsonOf(row.released))
}

/** Keeps a definition that is tried. */
export async function keepVersion(tx: Db, definition: Definition): Promise<void> {
  const row = { council_id: bound, version: versionOf(definition), definition: canonical(definition) }
  await replay(tx)
    .insertInto('replay.version')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A definition that was tried. @throws Error when what is kept is not what its name says */
export async function getVersion(tx: Db, version: string): Promise<Definition> {
  const { rows } = await sql<{
    definition: unknown
  }>`select definition from replay.version where council_id = ${bound} and version = ${version}`.execute(tx)
  const definition = rows[0]?.definition
  if (isDefinition(definition, version)) return definition
  throw new Error(`the definition of ${version} was not kept as it was`)
}

/** Only definitions that were checked are tried, so what has the digest of one is one. */
function isDefinition(value: unknown, version: string): value is Definition {
  return isWhole(value) && versionOf(value) === version
}

function isWhole(value: unknown): value is Definition {
  return isRecord(value) && isRecord(value['service']) && Array.isArray(value['tables']) && isRecord(value['words'])
}

function runFrom(row: TrialRow): TrialRun {
  const { ms, population, digest, result, released, released_at, ways, splits, split, called_off_by } = row
  const about = { id: row.trial_id, service: row.service, from: row.from_version, to: row.to_version, since: row.since, until: row.until }
  return {
    ...about,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    state: result !== null ? 'done' : called_off_by === null ? 'running' : 'called-off',
    done: row.done,
    cases: row.cases,
    removed: row.removed,
    names: Names.parse(jsonOf(row.names)),
    splits: splits === null ? [] : SplitsShape.parse(jsonOf(splits)),
    ...(ways === null ? {} : { ways: Ways.parse(jsonOf(ways)) }),
    ...(split === null ? {} : { split: SplitShape.parse(jsonOf(split)) }),
    ...(called_off_by === null ? {} : { calledOffBy: called_off_by }),
    ...(ms === null ? {} : { ms }),
    ...(population === null ? {} : { population }),
    ...(digest === null ? {} : { digest }),
    ...(result === null ? {} : { trial: TrialShape.parse(jsonOf(result)) }),
    ...(released === null ? {} : { released: Released.parse(jsonOf(released)) }),
    ...(released_at === null ? {} : { releasedAt: released_at }),
  }
}

/** A JSON column arrives parsed. */
function jsonOf(column: Json): Json {
  return typeof column === 'string' ? parseJson(column) : column
}
