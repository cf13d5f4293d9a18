/** The single place that tells what was released of a service, what was set aside for it, and what travels with each version. */
import type { Definition, PackFiles } from '#core/definition/index.ts'
import type { Actor } from '#http/actor.ts'
import type { Council } from '#http/council.ts'
import {
  type ExampleRelease,
  type Release,
  readExampleReleases,
  readReleases,
  readWaivers,
  type SponsorRole,
  sponsorRoleOf,
  type Waiver,
} from '../domain/index.ts'
import { findDefinition, streamOf } from '../store.ts'
import { companionsWithin } from './release-examples.ts'

type Holder = Pick<Council, 'store'>

/** Every release of a service, newest first; none for a service never released. Going back to a version is a release of its own. */
export async function versionHistory({ store }: Holder, service: string): Promise<readonly Release[]> {
  return readReleases(await store.transaction((tx) => store.log.factsOf(tx, streamOf(service)))).toReversed()
}

/** Every waiver ever given for a service, newest first. */
export async function waiversOf({ store }: Holder, service: string): Promise<readonly Waiver[]> {
  return readWaivers(await store.transaction((tx) => store.log.factsOf(tx, streamOf(service)))).toReversed()
}

/** The definition of a version that was released here; undefined for any other. */
export function definitionOf({ store }: Holder, service: string, version: string): Promise<Definition | undefined> {
  return store.transaction((tx) => findDefinition(tx, service, version))
}

/** The example people and README that go with a version: those it came with, and those released for it since; none for a version never released. */
export function companionsOf({ store }: Holder, service: string, version: string): Promise<PackFiles> {
  return store.transaction(async (tx) => {
    const releases = readExampleReleases(await store.log.factsOf(tx, streamOf(service)))
    return await companionsWithin(tx, { service, version, releases })
  })
}

/** Every release of example people on their own, oldest first. */
export async function exampleReleases({ store }: Holder, service: string): Promise<readonly ExampleRelease[]> {
  return readExampleReleases(await store.transaction((tx) => store.log.factsOf(tx, streamOf(service))))
}

/** As which of the two who answer for the service somebody signed in acts: by the address the council’s settings give. */
export function sponsorRole(
  { settings }: Pick<Council, 'settings'>,
  service: string,
  actor: Pick<Actor, 'email'>,
): SponsorRole | undefined {
  return sponsorRoleOf(settings.services.find(({ id }) => id === service)?.sponsors, actor.email)
}
