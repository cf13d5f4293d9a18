/** The single place that reads what became of a service taken over from another council, and the packages it came in. */
import { findProposal, stateOf } from '#features/proposals/index.ts'
import type { Council } from '#http/council.ts'
import { type Adoption, adoptionFrom, type Ancestor, type Decided, type Standing, standingOf, streamOf } from '../domain/index.ts'
import { type Package, readPackage } from '../package/read.ts'
import { findPackageFile } from '../store.ts'

type Holder = Pick<Council, 'store'>

/** Undefined for a service that was never taken over. */
export async function findAdoption({ store }: Holder, service: string): Promise<Adoption | undefined> {
  const facts = await store.transaction((tx) => store.log.factsOf(tx, streamOf(service)))
  return adoptionFrom(service, facts)
}

/** An adoption and what is to do about it. */
export type Adopted = { readonly adoption: Adoption; readonly standing: Standing }

export async function findAdopted(council: Council, service: string): Promise<Adopted | undefined> {
  const adoption = await findAdoption(council, service)
  if (!adoption) return undefined
  const ids = [...new Set(adoption.merges.flatMap(({ proposal }) => proposal ?? []))]
  const decided = new Map(await Promise.all(ids.map(async (id) => [id, await decidedOf(council, id)] as const)))
  return { adoption, standing: standingOf(adoption, (proposal) => decided.get(proposal) ?? 'ended') }
}

async function decidedOf(council: Council, id: string): Promise<Decided> {
  const proposal = await findProposal(council, id)
  if (!proposal) return 'ended'
  const state = stateOf(proposal)
  if (state === 'released') return 'released'
  return state === 'refused' || state === 'withdrawn' ? 'ended' : 'open'
}

/** A package that came here, read again. @throws Error when it is not there or no longer whole: then somebody changed the database */
export async function packageAt({ store }: Holder, digest: string): Promise<Package> {
  const file = await store.transaction((tx) => findPackageFile(tx, digest))
  const read = file && readPackage(file)
  if (!read || !('package' in read)) throw new Error(`The package ${digest} is not as it came: ${read?.fault.code ?? 'not there'}`)
  return read.package
}

/** Where the version a council runs came from, the nearest first; none for a service of its own. */
export async function lineageOf(council: Council, service: string): Promise<readonly Ancestor[]> {
  const adopted = await findAdopted(council, service)
  if (!adopted) return []
  const { manifest } = await packageAt(council, adopted.standing.base.package)
  const { id, name } = manifest.council
  return [{ council: id, name, version: manifest.version, key: manifest.key }, ...manifest.upstream]
}
