/** The single place where a server remembers published versions: compiled once, and which are current for a moment. */
import { type Definition, type Prepared, prepare } from '#core/definition/index.ts'
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import type { CouncilStore } from '#store/store.ts'
import { type Current, currentServices, findDefinition, versionsOf } from './store.ts'

/** A published service, ready to be walked. */
export type Published = Current & { readonly definition: Definition; readonly prepared: Prepared }

/** Another server's publishing is seen after at most this many milliseconds. */
const life = 2_000
/** A version never changes, so it is forgotten only to keep memory bounded: the one used longest ago. */
const mostVersions = 200

type Holder = Pick<Council, 'store'>
type Shelf = { readonly readAt: number; readonly current: Promise<ReadonlyMap<string, Published>> }

const shelves = new WeakMap<CouncilStore, Shelf>()
const compiled = new Map<string, Prepared>()

/** The current version of a service; undefined when the council has published none. */
export async function publishedService(council: Holder, id: string): Promise<Published | undefined> {
  return (await currentOf(council)).get(id)
}

/** Every service of the council in its current version, by id. */
export async function listServices(council: Holder): Promise<readonly Published[]> {
  return [...(await currentOf(council)).values()]
}

/** A version of a service, current or not: what a journey or a case is pinned to. */
export async function preparedVersion(council: Holder, service: string, version: string): Promise<Prepared | undefined> {
  return remembered(version) ?? council.store.transaction((tx) => preparedWithin(tx, service, version))
}

/** The same within a transaction, such as one that makes rows of what cases say. */
export async function preparedWithin(tx: Db, service: string, version: string): Promise<Prepared | undefined> {
  const known = remembered(version)
  if (known) return known
  const definition = await findDefinition(tx, service, version)
  return definition && keep(version, prepare(definition))
}

function remembered(version: string): Prepared | undefined {
  const known = compiled.get(version)
  if (known) {
    compiled.delete(version)
    compiled.set(version, known)
  }
  return known
}

/** Every version of a service, newest first; none for a service never published. */
export function listVersions(
  { store }: Holder,
  service: string,
): Promise<readonly { readonly version: string; readonly publishedAt: string }[]> {
  return store.transaction((tx) => versionsOf(tx, service))
}

/** To be called after publishing, so that this server knows at once. */
export function forgetCurrent({ store }: Holder): void {
  shelves.delete(store)
}

function currentOf(council: Holder): Promise<ReadonlyMap<string, Published>> {
  const shelf = shelves.get(council.store)
  const now = performance.now()
  if (shelf && now - shelf.readAt < life) return shelf.current
  const current = readCurrent(council)
  shelves.set(council.store, { readAt: now, current })
  current.catch(() => forgetCurrent(council))
  return current
}

async function readCurrent(council: Holder): Promise<ReadonlyMap<string, Published>> {
  const rows = await council.store.transaction(currentServices)
  const published = new Map<string, Published>()
  for (const row of rows) {
    const prepared = await preparedVersion(council, row.service, row.version)
    if (!prepared) throw new Error(`${row.service} has no version ${row.version}`)
    published.set(row.service, { ...row, prepared, definition: prepared.definition })
  }
  return published
}

function keep(version: string, prepared: Prepared): Prepared {
  const oldest = compiled.keys().next().value
  if (compiled.size >= mostVersions && oldest !== undefined) compiled.delete(oldest)
  compiled.set(version, prepared)
  return prepared
}
