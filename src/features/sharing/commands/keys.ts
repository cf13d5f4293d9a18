/** The single place that makes a council's public keys known, so that others can check what it signed. */
import type { Council } from '#http/council.ts'
import { fingerprintOf } from '../package/frame.ts'

/** A public key: `fingerprint` in hexadecimal, `key` as SubjectPublicKeyInfo (DER, base64). */
export type PublicKey = { readonly fingerprint: string; readonly key: string; readonly isCurrent: boolean }

/** The key that signs now first; those it took the place of after it, so that older packages can still be checked. */
export function keysOf({ id, store }: Pick<Council, 'id' | 'store'>): readonly PublicKey[] {
  const { signers, signer } = store.keys.of(id)
  const keys = [...signers].map(([name, key]) => ({
    fingerprint: fingerprintOf(key),
    key: key.export({ type: 'spki', format: 'der' }).toString('base64'),
    isCurrent: name === signer,
  }))
  return keys.toSorted((one, other) => Number(other.isCurrent) - Number(one.isCurrent))
}
