/** The single place that keeps what was proved of a version beside it, so that whoever reads of a service waits for no proof. */
import { type Proof, proofEdition } from '#core/proof/index.ts'
import type { Council } from '#http/council.ts'
import type { CouncilStore } from '#store/store.ts'
import type { Published } from '../catalogue.ts'
import { findProof, keepProof } from '../store.ts'
import { proveAside } from './proving.ts'

/** `provedAt`: ISO instant. */
export type KeptProof = { readonly proof: Proof; readonly provedAt: string }

const mostKept = 100
const shelves = new WeakMap<CouncilStore, Map<string, Promise<KeptProof>>>()

type Asked = Pick<Published, 'service' | 'version' | 'definition'>

/** What is proved of a version that was released. One proved by an earlier edition of the prover is proved again, at `now`, and kept. */
export function proofOf({ store }: Pick<Council, 'store'>, published: Asked, now: string): Promise<KeptProof> {
  const shelf = shelves.get(store) ?? new Map<string, Promise<KeptProof>>()
  shelves.set(store, shelf)
  const { version } = published
  const known = shelf.get(version) ?? readOrProve(store, published, now)
  shelf.delete(version)
  shelf.set(version, known)
  const [oldest] = shelf.keys()
  if (shelf.size > mostKept && oldest !== undefined) shelf.delete(oldest)
  known.catch(() => shelf.delete(version))
  return known
}

async function readOrProve(store: CouncilStore, { service, version, definition }: Asked, at: string): Promise<KeptProof> {
  const found = await store.transaction((tx) => findProof(tx, { service, version, edition: proofEdition }))
  if (found) return found
  const { proof } = await proveAside(definition, undefined)
  if (!proof) throw new Error(`The version ${version} of ${service} was released and cannot be proved`)
  await store.transaction((tx) => keepProof(tx, { service, version, edition: proofEdition, proof, at }))
  return { proof, provedAt: at }
}
