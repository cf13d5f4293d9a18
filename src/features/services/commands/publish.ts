/** The single place where a definition becomes the current version of a service, through the gates. */
import { type Definition, type Fault, type PackFiles, readPack, type Version, versionOf } from '#core/definition/index.ts'
import { proofEdition } from '#core/proof/index.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import type { NewFact } from '#store/fact.ts'
import { StaleStream } from '#store/log.ts'
import { forgetCurrent } from '../catalogue.ts'
import {
  areOpen,
  type Cause,
  type Evidence,
  gateFaults,
  type Gate,
  judgeGates,
  newIn,
  type Publication,
  readExampleReleases,
  type ReleaseSource,
  readReleases,
  readWaivers,
  sponsorsOf,
} from '../domain/index.ts'
import { addVersion, applyPublished, keepProof, streamOf } from '../store.ts'
import { companionsIn, prove, type Proving } from './prove.ts'
import { proveAside } from './proving.ts'
import { companionsWithin, examplesFact } from './release-examples.ts'

/** A wish to publish a folder. `by` is the id of an actor, `at` an ISO instant. */
export type PublishRequest = {
  readonly files: PackFiles
  readonly by: string
  readonly at: string
  /** Where it came from; the operator’s command unless told otherwise. */
  readonly source?: ReleaseSource
}

/** A wish to release a definition with what shows that it may be. `companions`: its scenarios and README, by path. */
export type ReleaseRequest = Omit<Evidence, 'isOperator'> & {
  readonly definition: Definition
  readonly companions: PackFiles
  readonly by: string
  readonly at: string
  readonly because?: Cause | undefined
  /** The version it was made from: refused when another has become current meanwhile. */
  readonly replaces?: Version | undefined
  /** True for what the program itself releases, such as the example services of a demonstration: nobody waits for anything else meanwhile. */
  readonly isOperator?: boolean | undefined
}

/** What is about to be released, looked through once. */
type Candidate = Proving & {
  readonly definition: Definition
  readonly version: Version
  readonly companions: PackFiles
  readonly evidence: Evidence
  readonly source: ReleaseSource
  readonly because: Cause
  readonly replaces?: Version | undefined
  readonly by: string
  readonly at: string
}

const mostTries = 3

/**
 * Publishes a pack from its files: its checks must be clean, its example people as expected, two sponsors named, the nation and all languages of
 * the council covered. Publishing what is current already writes nothing, also when several servers do it at once; what an operator publishes
 * may hold new example people for it.
 */
export async function publish(council: Council, { files, by, at, source = 'operator' }: PublishRequest): Promise<Publication> {
  const { definition, version, faults } = readPack(files)
  if (!definition || !version) return { state: 'refused', faults, gates: [] }
  const companions = companionsIn(files)
  const evidence = { isOperator: true }
  return await release(council, {
    definition,
    version,
    companions,
    ...prove(definition, companions),
    evidence,
    source,
    because: {},
    by,
    at,
  })
}

/** Releases a definition on the same path: every gate must be open, by what `request` shows or by a waiver that still counts. */
export async function publishDefinition(council: Council, request: ReleaseRequest): Promise<Publication> {
  const { definition, companions, because = {}, replaces, by, at, tried, regard, approvals, isOperator } = request
  const source = because.proposal === undefined ? 'adoption' : 'proposal'
  const evidence = { tried, regard, approvals, isOperator }
  const version = versionOf(definition)
  return await release(council, {
    definition,
    version,
    companions,
    ...(isOperator === true ? prove(definition, companions) : await proveAside(definition, companions)),
    evidence,
    source,
    because,
    replaces,
    by,
    at,
  })
}

/** How the gates stand for a definition at this council, with what can be shown so far. */
export async function gatesOf(
  council: Council,
  definition: Definition,
  { companions, at, ...evidence }: Evidence & { readonly companions: PackFiles; readonly at: string },
): Promise<readonly Gate[]> {
  const proving = await proveAside(definition, companions)
  return await council.store.transaction((tx) => judge(council, tx, { definition, ...proving, evidence, at }))
}

async function release(council: Council, candidate: Candidate): Promise<Publication> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await council.store.transaction((tx) => releaseOnce(council, tx, candidate))
    } catch (error) {
      if (!(error instanceof StaleStream) || tries === mostTries) throw error
    } finally {
      forgetCurrent(council)
    }
  }
}

async function releaseOnce(council: Council, tx: Db, candidate: Candidate): Promise<Publication> {
  const { definition, version, companions, replaces, at } = candidate
  const service = definition.service.id
  const stream = streamOf(service)
  const { log } = council.store
  const facts = await log.factsOf(tx, stream)
  const current = readReleases(facts).at(-1)?.version
  if (current === version)
    return candidate.source === 'operator' ? releaseNewExamples(council, tx, candidate) : { state: 'unchanged', service, version }
  const gates = await judge(council, tx, candidate)
  const sponsors = sponsorsOf(definition, namedSponsors(council, service))
  if (replaces !== undefined && replaces !== current) return { state: 'refused', faults: [overtaken], gates }
  if (!areOpen(gates) || !sponsors)
    return { state: 'refused', faults: [...gateFaults(gates, candidate.faults), ...differencesIn(candidate, gates)], gates }
  await addVersion(tx, { definition, version, companions, at })
  if (candidate.proof) await keepProof(tx, { service, version, edition: proofEdition, proof: candidate.proof, at })
  const fact = publishedFact(candidate, { ...sponsors, gates })
  await applyPublished(tx, await log.append(tx, { stream, expectedSeq: facts.length, facts: [fact] }))
  return { state: 'published', service, version, gates }
}

/** A folder whose definition is in use already: what is new among its example people is released without another version. */
async function releaseNewExamples(council: Council, tx: Db, candidate: Candidate): Promise<Publication> {
  const { definition, version, companions, faults, differing, by, at } = candidate
  const { log } = council.store
  const service = definition.service.id
  const stream = streamOf(service)
  const facts = await log.factsOf(tx, stream)
  const files = newIn(await companionsWithin(tx, { service, version, releases: readExampleReleases(facts) }), companions)
  if (Object.keys(files).length === 0) return { state: 'unchanged', service, version }
  if (faults.length > 0 || differing.length > 0) return { state: 'refused', faults: [...faults, ...differing], gates: [] }
  await log.append(tx, { stream, expectedSeq: facts.length, facts: [examplesFact(version, files, { by, at })] })
  return { state: 'examples-released', service, version, files: Object.keys(files) }
}

/** What differs is said only where it stands in the way. */
function differencesIn({ differing }: Candidate, gates: readonly Gate[]): readonly Fault[] {
  return gates.some(({ id, state }) => id === 'scenarios' && state === 'failed') ? differing : []
}

function publishedFact(
  { version, source, because, evidence, by, at }: Candidate,
  { member, director, gates }: { readonly member: string; readonly director: string; readonly gates: readonly Gate[] },
): NewFact {
  const { proposal, adoption } = because
  const cause = { ...(proposal === undefined ? {} : { proposal }), ...(adoption === undefined ? {} : { adoption }) }
  const tried = evidence.tried === undefined ? {} : { tried: evidence.tried }
  return { kind: 'published', at, by, data: { version, member, director, source, because: cause, ...tried, gates } }
}

type Judged = Pick<Candidate, 'definition' | 'faults' | 'scenarios' | 'evidence' | 'at'>

async function judge(council: Council, tx: Db, { definition, faults, scenarios, evidence, at }: Judged): Promise<readonly Gate[]> {
  const service = definition.service.id
  const { nation, languages } = council.settings
  const facts = await council.store.log.factsOf(tx, streamOf(service))
  return judgeGates({
    definition,
    faults,
    scenarios,
    nation,
    languages,
    isSponsored: sponsorsOf(definition, namedSponsors(council, service)) !== undefined,
    isFirst: readReleases(facts).length === 0,
    evidence,
    waivers: readWaivers(facts),
    today: dayInLondon(new Date(at)),
  })
}

function namedSponsors({ settings }: Council, service: string) {
  return settings.services.find(({ id }) => id === service)?.sponsors
}

const overtaken: Fault = {
  file: 'service.yaml',
  line: 1,
  column: 1,
  code: 'overtaken',
  message: 'Another version was released meanwhile.',
  help: 'Make the change again on the version that is current now.',
}
