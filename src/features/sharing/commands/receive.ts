/** The single place where a package from elsewhere is taken in: read, its key held against the one known, and kept. */
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import type { Succession } from '#store/succession.ts'
import { inGroups, keyStreamOf, keyTrusted, type TrustedKey, trustedKeyFrom } from '../domain/index.ts'
import { type PackageFault, packageFault } from '../package/fault.ts'
import { fingerprintOf } from '../package/frame.ts'
import { type Package, readPackage } from '../package/read.ts'
import { keepPackage } from '../store.ts'
import { leadsTo } from './succession.ts'

/** Finds another council of this installation, whose keys are known here anyway. */
export type FindNeighbour = (id: string) => Council | undefined

/** `by` is the id of an actor, `at` an ISO instant. `trust`: fingerprint of a key that somebody says they have compared. */
export type Receiving = {
  readonly file: Buffer
  readonly by: string
  readonly at: string
  readonly trust?: string | undefined
  readonly findNeighbour: FindNeighbour
  /** Asks where the package was fetched from which key of the council took the place of which; asked only where the key is another. */
  readonly askSuccessions?: (() => Promise<readonly Succession[]>) | undefined
}

/** `isNewKey`: the first package of that council, so its key is shown to be compared. */
export type Received = { readonly package: Package; readonly isNewKey: boolean } | { readonly fault: PackageFault }

/** Nothing of a refused package is kept. */
export async function receive(council: Council, receiving: Receiving): Promise<Received> {
  const read = readPackage(receiving.file)
  if ('fault' in read) return read
  const { askSuccessions } = receiving
  const came = await takeIn(council, receiving, { pack: read.package, successions: [] })
  if (!('fault' in came) || came.fault.code !== 'changed-key' || !askSuccessions) return came
  return await takeIn(council, receiving, { pack: read.package, successions: await askSuccessions() })
}

type Judging = { readonly pack: Package; readonly successions: readonly Succession[] }

async function takeIn(council: Council, receiving: Receiving, { pack, successions }: Judging): Promise<Received> {
  const { manifest, digest } = pack
  const { file, at } = receiving
  return await council.store.transaction(async (tx): Promise<Received> => {
    const judged = await judgeKey(council, tx, { ...receiving, of: manifest.council.id, key: manifest.key, successions })
    if (judged === 'changed') return { fault: packageFault('changed-key', `${manifest.council.id}, ${inGroups(manifest.key)}`) }
    await keepPackage(tx, { digest, file, at })
    return { package: pack, isNewKey: judged === 'new' }
  })
}

type Keyed = Receiving & { readonly of: string; readonly key: string; readonly successions: readonly Succession[] }

/** The first key seen is trusted from then on; another one when the one before vouches for it, or when somebody says so. */
async function judgeKey(
  council: Council,
  tx: Db,
  { of, key, trust, by, at, findNeighbour, successions }: Keyed,
): Promise<'known' | 'new' | 'changed'> {
  const neighbour = findNeighbour(of)
  if (neighbour) return fingerprintOf(neighbour.store.keys.of(of).signing) === key ? 'known' : 'changed'
  const { log } = council.store
  const stream = keyStreamOf(of)
  const facts = await log.factsOf(tx, stream)
  const trusted = trustedKeyFrom(facts)
  if (trusted?.key === key) return 'known'
  const isVouchedFor = trusted !== undefined && leadsTo(of, { from: trusted.key, to: key }, successions)
  if (trusted && trust !== key && !isVouchedFor) return 'changed'
  const fact = keyTrusted({ key, at, by, ...(isVouchedFor ? { after: trusted.key } : {}) })
  await log.append(tx, { stream, expectedSeq: facts.length, facts: [fact] })
  return trusted ? 'known' : 'new'
}

/** The key that packages of another council are taken by; undefined while none came. */
export async function findTrustedKey({ store }: Pick<Council, 'store'>, of: string): Promise<TrustedKey | undefined> {
  return trustedKeyFrom(await store.transaction((tx) => store.log.factsOf(tx, keyStreamOf(of))))
}
