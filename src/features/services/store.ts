/** The single place for the SQL of services. */
import { type Definition, type PackFiles, type Version, versionOf } from '#core/definition/index.ts'
import type { Proof } from '#core/proof/index.ts'
import { type Db, sql } from '#store/db.ts'
import type { Fact } from '#store/fact.ts'
import { canonical, isRecord, parseJson } from '#store/json.ts'
import type { Projection } from '#store/projection.ts'
import type { Sponsors } from './domain/index.ts'

type Tables = {
  'services.version': {
    council_id: string
    service_id: string
    version: string
    definition: string
    companions: string
    published_at: string
  }
  'services.current': {
    council_id: string
    service_id: string
    version: string
    published_at: string
    published_by: string
    member: string
    director: string
  }
  'services.proof': {
    council_id: string
    service_id: string
    version: string
    edition: number
    proof: string
    proved_at: string
  }
}

/** Which version of a service is current, since when, and who answers for it. */
export type Current = {
  readonly service: string
  readonly version: Version
  readonly publishedAt: string
  readonly publishedBy: string
  readonly sponsors: Sponsors
}

const services = (db: Db) => db.withTables<Tables>()
/** The council a transaction is bound to; rows are written under it and no other. */
const bound = sql<string>`current_setting('folkmoot.council')`

export async function currentServices(tx: Db): Promise<readonly Current[]> {
  const rows = await services(tx).selectFrom('services.current').selectAll().where('council_id', '=', bound).orderBy('service_id').execute()
  return rows.map(currentFrom)
}

/** The definition of a version. @throws Error when what is stored is not what its name says. */
export async function findDefinition(tx: Db, service: string, version: string): Promise<Definition | undefined> {
  const row = await services(tx)
    .selectFrom('services.version')
    .select('definition')
    .where('council_id', '=', bound)
    .where('service_id', '=', service)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && definitionFrom(row.definition, version)
}

/** The files that travel with a version and are no part of it, by path; none for a version never published. */
export async function findCompanions(tx: Db, service: string, version: string): Promise<PackFiles> {
  const row = await services(tx)
    .selectFrom('services.version')
    .select('companions')
    .where('council_id', '=', bound)
    .where('service_id', '=', service)
    .where('version', '=', version)
    .executeTakeFirst()
  const stored = row ? parseJson(row.companions) : {}
  return new Map(isRecord(stored) ? Object.entries(stored).map(([path, text]) => [path, String(text)] as const) : [])
}

/** Every version of a service ever published, newest first. */
export function versionsOf(tx: Db, service: string): Promise<{ version: string; publishedAt: string }[]> {
  return services(tx)
    .selectFrom('services.version')
    .select(['version', 'published_at as publishedAt'])
    .where('council_id', '=', bound)
    .where('service_id', '=', service)
    .orderBy('published_at', 'desc')
    .execute()
}

/** A retention class of some version of some service. */
export type KeptClass = { readonly name: string; readonly keep: string }

/** Every retention class that a published version has ever had: cases stay with the version they began with. */
export async function keptClasses(tx: Db): Promise<readonly KeptClass[]> {
  const { rows } = await sql<KeptClass>`select distinct class.key as name, class.value->>'keep' as keep
    from services.version v, jsonb_each(v.definition::jsonb->'service'->'retention') as class
    where v.council_id = ${bound} order by name, keep`.execute(tx)
  return rows
}

/** What `addVersion` keeps. */
export type NewVersion = { readonly definition: Definition; readonly version: Version; readonly companions: PackFiles; readonly at: string }

/** Keeps a version for ever; one that is there already stays as it is, with the companions it came with. */
export async function addVersion(tx: Db, published: NewVersion): Promise<void> {
  await services(tx)
    .insertInto('services.version')
    .values({
      council_id: bound,
      service_id: published.definition.service.id,
      version: published.version,
      definition: canonical(published.definition),
      companions: canonical(Object.fromEntries(published.companions)),
      published_at: published.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

type VersionProved = { readonly service: string; readonly version: string; readonly edition: number }

/** What that edition of the prover found of a version, and when as an ISO instant; undefined where it was not asked. */
export async function findProof(tx: Db, asked: VersionProved): Promise<{ readonly proof: Proof; readonly provedAt: string } | undefined> {
  const row = await services(tx)
    .selectFrom('services.proof')
    .select(['proof', 'proved_at'])
    .where('council_id', '=', bound)
    .where('service_id', '=', asked.service)
    .where('version', '=', asked.version)
    .where('edition', '=', asked.edition)
    .executeTakeFirst()
  const proof = row && parseJson(row.proof)
  return row && isProof(proof) ? { proof, provedAt: row.proved_at } : undefined
}

/** Keeps a proof beside its version, in place of what an earlier edition found; one of the same edition stays with its day. */
export async function keepProof(tx: Db, kept: VersionProved & { readonly proof: Proof; readonly at: string }): Promise<void> {
  const { service, version, edition, proof, at } = kept
  const found = { edition, proof: JSON.stringify(proof), proved_at: at }
  await services(tx)
    .insertInto('services.proof')
    .values({ council_id: bound, service_id: service, version, ...found })
    .onConflict((conflict) =>
      conflict.columns(['council_id', 'service_id', 'version']).doUpdateSet(found).where('services.proof.edition', '<', edition),
    )
    .execute()
}

/** Makes the version of each `published` fact current. */
export async function applyPublished(tx: Db, facts: readonly Fact[]): Promise<void> {
  for (const fact of facts) {
    if (fact.kind !== 'published' || !isRecord(fact.data)) continue
    const { version, member, director } = fact.data
    const row = {
      version: String(version),
      published_at: fact.at,
      published_by: fact.by,
      member: String(member),
      director: String(director),
    }
    await services(tx)
      .insertInto('services.current')
      .values({ council_id: bound, service_id: serviceOf(fact.stream), ...row })
      .onConflict((conflict) => conflict.columns(['council_id', 'service_id']).doUpdateSet(row))
      .execute()
  }
}

/** Which version is current is read from the log and can be made again from it. */
export const currentProjection: Projection = {
  name: 'services.current',
  streams: 'service/',
  clear: async (tx) => {
    await services(tx).deleteFrom('services.current').where('council_id', '=', bound).execute()
  },
  apply: applyPublished,
  forget: () => Promise.resolve(),
}

export function streamOf(service: string): string {
  return `service/${service}`
}

function serviceOf(stream: string): string {
  return stream.slice('service/'.length)
}

function currentFrom(row: Tables['services.current']): Current {
  if (!isVersion(row.version)) throw new Error(`${row.version} is not the name of a version`)
  return {
    service: row.service_id,
    version: row.version,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    sponsors: { member: row.member, director: row.director },
  }
}

function definitionFrom(text: string, version: string): Definition {
  const stored = parseJson(text)
  if (isDefinition(stored, version)) return stored
  throw new Error(`The stored definition is not ${version}: somebody has changed it`)
}

/** Only definitions that were checked have been published, so what has the digest of one is one. */
function isDefinition(value: unknown, version: string): value is Definition {
  return isRecord(value) && isHashable(value) && versionOf(value) === version
}

function isHashable(value: unknown): value is Definition {
  return isRecord(value) && isRecord(value['service']) && Array.isArray(value['tables']) && isRecord(value['words'])
}

/** Only what the prover gave is kept. */
function isProof(value: unknown): value is Proof {
  return isRecord(value) && [value['findings'], value['proved'], value['notProved']].every(Array.isArray)
}

function isVersion(text: string): text is Version {
  return /^sha256:[0-9a-f]{64}$/.test(text)
}
