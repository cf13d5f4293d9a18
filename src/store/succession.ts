/** The single place where a signing key hands over to the one that takes its place, so that whoever trusts the one may trust the other. */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { canonical } from './json.ts'

/** `from` signed that `to` takes its place. Public keys as SubjectPublicKeyInfo (DER), the signature Ed25519; all in base64. */
export type Succession = { readonly from: string; readonly to: string; readonly signature: string }

/** Each key, oldest first, hands over to the next. Whoever may have been read by others vouches for nobody. */
export function successionsOf(
  council: string,
  signing: readonly { readonly key: KeyObject; readonly isExposed: boolean }[],
): readonly Succession[] {
  return signing.flatMap(({ key, isExposed }, place): Succession[] => {
    const next = signing[place + 1]
    if (next === undefined || isExposed) return []
    const [from, to] = [publicOf(key), publicOf(next.key)]
    return [{ from, to, signature: sign(null, statement(council, from, to), key).toString('base64') }]
  })
}

/** True when the key that hands over has signed it, for this council. Total. */
export function isSigned(council: string, { from, to, signature }: Succession): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(from, 'base64'), type: 'spki', format: 'der' })
    const isOne = key.asymmetricKeyType === 'ed25519' && publicOf(key) === from
    return isOne && verify(null, statement(council, from, to), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/** Apart from every other thing that the same key signs. */
function statement(council: string, from: string, to: string): Buffer {
  return createHash('sha256')
    .update(canonical(['folkmoot-key-succession-1', council, from, to]))
    .digest()
}

function publicOf(key: KeyObject): string {
  return (key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' }).toString('base64')
}
