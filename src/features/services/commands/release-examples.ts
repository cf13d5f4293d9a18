/** The single place where example people are released on their own: the definition stays as it is, and with it the version and every case. */
import type { Fault, Version } from '#core/definition/index.ts'
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import { StaleStream } from '#store/log.ts'
import type { CouncilStore } from '#store/store.ts'
import { type ExampleFiles, readExampleReleases, readReleases, withExamples } from '../domain/index.ts'
import { findCompanions, findDefinition, streamOf } from '../store.ts'
import { companionsIn, walkCompanions } from './prove.ts'

/** `by` is the id of an actor, `at` an ISO instant. */
export type ExamplesRequest = {
  readonly service: string
  readonly files: ExampleFiles
  readonly by: string
  readonly at: string
  /** The version they were made for: refused when another has become current meanwhile. */
  readonly version?: Version
  /** Refused where one of the files is there already. */
  readonly areNew?: boolean
}

/** `differ`: not every example person would get what is expected for them; `faults` say where, expected beside what came. */
export type ExamplesReleased =
  | { readonly state: 'released'; readonly version: Version }
  | { readonly state: 'unchanged' }
  | {
      readonly state: 'refused'
      readonly why: 'no-service' | 'overtaken' | 'taken' | 'faults' | 'differ'
      readonly faults: readonly Fault[]
    }

const mostTries = 3

/** For the version in use: every example person must be readable and get what is expected for them. */
export async function releaseExamples({ store }: Pick<Council, 'store'>, request: ExamplesRequest): Promise<ExamplesReleased> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await store.transaction((tx) => releaseOnce(store, tx, request))
    } catch (error) {
      if (!(error instanceof StaleStream) || tries === mostTries) throw error
    }
  }
}

async function releaseOnce(store: CouncilStore, tx: Db, request: ExamplesRequest): Promise<ExamplesReleased> {
  const { service, files, by, at } = request
  const stream = streamOf(service)
  const facts = await store.log.factsOf(tx, stream)
  const version = readReleases(facts).at(-1)?.version
  const definition = version && (await findDefinition(tx, service, version))
  if (!definition) return { state: 'refused', why: 'no-service', faults: [] }
  if (request.version !== undefined && request.version !== version) return { state: 'refused', why: 'overtaken', faults: [] }
  const kept = await companionsWithin(tx, { service, version, releases: readExampleReleases(facts) })
  if (request.areNew === true && Object.keys(files).some((path) => kept.has(path))) return { state: 'refused', why: 'taken', faults: [] }
  const changed = Object.fromEntries(Object.entries(files).filter(([path, text]) => (kept.get(path) ?? null) !== text))
  if (Object.keys(changed).length === 0) return { state: 'unchanged' }
  const companions = companionsIn(withExamples(kept, [{ version, files: changed, by, at }], version))
  const { faults, differing } = walkCompanions(definition, companions)
  if (faults.length > 0) return { state: 'refused', why: 'faults', faults }
  if (differing.length > 0) return { state: 'refused', why: 'differ', faults: differing }
  await store.log.append(tx, { stream, expectedSeq: facts.length, facts: [examplesFact(version, changed, { by, at })] })
  return { state: 'released', version }
}

/** What goes with a version, as it stands in this transaction. */
export async function companionsWithin(
  tx: Db,
  { service, version, releases }: { service: string; version: string; releases: ReturnType<typeof readExampleReleases> },
) {
  return withExamples(await findCompanions(tx, service, version), releases, version)
}

/** Nothing in it is of anybody: example people are made up. */
export function examplesFact(version: Version, files: ExampleFiles, { by, at }: { readonly by: string; readonly at: string }) {
  return { kind: 'examples-released', at, by, data: { version, files } }
}
