/** The single place where a council takes over a service of another: the package, its own changes on top, through the gates, into use. */
import { type Change, apply } from '#core/diff/index.ts'
import type { Fault, Version } from '#core/definition/index.ts'
import { companionsIn, publishDefinition, type Gate, versionHistory } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import { adopted, streamOf, upstreamSeen } from '../domain/index.ts'
import { type OwnExpectations, withOwnExpectations } from '../examples.ts'
import type { PackageFault } from '../package/fault.ts'
import type { Package } from '../package/read.ts'
import { findAdopted } from './read.ts'
import { receive, type Receiving } from './receive.ts'

export type Adopting = Receiving & {
  /** Where it was fetched from. */
  readonly url?: string | undefined
  /** The council's own changes to it. */
  readonly changes?: readonly Change[]
  /** What example people get here instead. */
  readonly examples?: OwnExpectations
}

export type AdoptionOutcome =
  | {
      readonly state: 'adopted' | 'seen' | 'known'
      readonly service: string
      readonly version: Version
      readonly from: Package['manifest']
      /** True for the first package of that council: its key is shown to be compared. */
      readonly isNewKey: boolean
    }
  | { readonly state: 'refused'; readonly faults: readonly (PackageFault | Fault)[]; readonly gates: readonly Gate[] }

/**
 * The first package of a service is put into use with the council's own changes. A later one from the same council is kept to be merged; one of a
 * service that the council runs by itself, or has from elsewhere, is refused.
 */
export async function adoptPackage(council: Council, adopting: Adopting): Promise<AdoptionOutcome> {
  const received = await receive(council, adopting)
  if ('fault' in received) return refused(received.fault)
  const { package: pack, isNewKey } = received
  const { service } = pack.manifest
  const refusal = await findRefusal(council, pack)
  if (refusal) return refused(refusal)
  if (await findAdopted(council, service)) {
    const state = await noteSeen(council, pack, adopting)
    return { state, service, version: pack.manifest.version, from: pack.manifest, isNewKey }
  }
  return await adoptFirst(council, adopting, { pack, isNewKey })
}

async function adoptFirst(
  council: Council,
  { by, at, url, changes = [], examples = {} }: Adopting,
  { pack, isNewKey }: { readonly pack: Package; readonly isNewKey: boolean },
): Promise<AdoptionOutcome> {
  const { manifest, digest } = pack
  const applied = apply(pack.definition, changes)
  if ('misfits' in applied) return refused(...applied.misfits.map(({ message, change }) => misfit(message.en, change)))
  const companions = withOwnExpectations(companionsIn(pack.files), examples)
  const because = { adoption: digest }
  const published = await publishDefinition(council, { definition: applied.definition, companions, by, at, because, isOperator: true })
  if (published.state === 'refused') return published
  const upstream = { council: manifest.council.id, name: manifest.council.name }
  const fact = adopted({ by, at }, { version: manifest.version, package: digest, upstream, url: url ?? null })
  const { store } = council
  await store.transaction((tx) => store.log.append(tx, { stream: streamOf(manifest.service), expectedSeq: 0, facts: [fact] }))
  return { state: 'adopted', service: manifest.service, version: published.version, from: manifest, isNewKey }
}

/** Notes a newer version of theirs, once. */
export async function noteSeen(
  council: Council,
  { manifest, digest }: Package,
  { by, at }: Pick<Receiving, 'by' | 'at'>,
): Promise<'seen' | 'known'> {
  const { store } = council
  const found = await findAdopted(council, manifest.service)
  if (!found || found.standing.newest.version === manifest.version) return 'known'
  const { seq, service } = found.adoption
  const fact = upstreamSeen({ by, at }, { version: manifest.version, package: digest })
  await store.transaction((tx) => store.log.append(tx, { stream: streamOf(service), expectedSeq: seq, facts: [fact] }))
  return 'seen'
}

async function findRefusal(council: Council, { manifest }: Package): Promise<Fault | undefined> {
  const { service } = manifest
  if (manifest.council.id === council.id)
    return fault('own-package', 'This is a package of your own.', 'There is nothing to take over: publish the version again instead.')
  if (!council.settings.services.some(({ id }) => id === service)) {
    const help = `Add it there with the cabinet member responsible and the accountable director: { id: ${service}, sponsors: … }.`
    return fault('not-listed', `${council.id} does not list ${service} under \`services\` in its council.yaml.`, help)
  }
  const found = await findAdopted(council, service)
  const [current] = await versionHistory(council, service)
  // A server that stopped between releasing and writing down where it came from goes on here.
  if (!found && current && current.source !== 'adoption')
    return fault(
      'runs-its-own',
      `${council.id} runs a service of its own called ${service}.`,
      'Put the two together by hand: folkmoot merge.',
    )
  if (found && found.adoption.upstream.council !== manifest.council.id) {
    const from = found.adoption.upstream.council
    return fault(
      'from-elsewhere',
      `${council.id} has ${service} from ${from}.`,
      `Take new versions from ${from}, or put the two together: folkmoot merge.`,
    )
  }
  return undefined
}

function misfit(message: string, { path }: Change): Fault {
  return fault(
    'misfit',
    `A change of your own does not fit (${path.join('/')}): ${message}`,
    'Correct it under `from: changes` in council.yaml.',
  )
}

function fault(code: string, message: string, help: string): Fault {
  return { file: 'council.yaml', line: 1, column: 1, code, message, help }
}

function refused(...faults: readonly (PackageFault | Fault)[]): AdoptionOutcome {
  return { state: 'refused', faults, gates: [] }
}
