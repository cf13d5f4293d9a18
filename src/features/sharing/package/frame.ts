/** The single place for the bytes of a package: a first line that names the form, a line with digest, key and signature, then the compressed body. */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { canonical } from '#store/json.ts'
import { type CouncilKeys, signed } from '#store/keys.ts'
import { packageFormat } from '../domain/manifest.ts'
import { type PackageFault, packageFault } from './fault.ts'

/** In bytes: of the file, and of what is in it. The largest service known, in two languages, is a twentieth of it. */
export const packageLimits = { file: 2_000_000, unpacked: 12_000_000, envelope: 1_000 } as const

const Envelope = z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/), key: z.string().max(200), signature: z.string().max(200) })

/** What was in a package whose signature fits its own key. Whose key that is, is for others to say. */
export type Unpacked = {
  /** SHA-256 of the compressed body, hexadecimal: what names the package. */
  readonly digest: string
  /** Fingerprint of the key. */
  readonly key: string
  /** JSON text. */
  readonly body: string
}

/** The body under a signature. The same body and key give the same bytes. */
export function wrap(body: string, keys: CouncilKeys): Buffer {
  const packed = gzipSync(body, { level: 9 })
  const digest = createHash('sha256').update(packed).digest('hex')
  const key = publicKeyOf(keys.signing).toString('base64')
  const signature = signed(keys, signable(digest)).toString('base64')
  return Buffer.concat([Buffer.from(`${packageFormat}\n${canonical({ digest, key, signature })}\n`), packed])
}

/** Fingerprint of a key, private or public: SHA-256 of the public one (SubjectPublicKeyInfo, DER), hexadecimal. */
export function fingerprintOf(key: KeyObject): string {
  return createHash('sha256').update(publicKeyOf(key)).digest('hex')
}

/** Reads the frame; nothing is unpacked before the signature fits. Total. */
export function unwrap(file: Uint8Array): Unpacked | { readonly fault: PackageFault } {
  if (file.length > packageLimits.file) return { fault: packageFault('too-large') }
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const first = `${packageFormat}\n`
  if (bytes.subarray(0, first.length).toString('latin1') !== first) return { fault: packageFault('not-a-package') }
  const end = bytes.subarray(first.length, first.length + packageLimits.envelope).indexOf(10)
  if (end === -1) return { fault: packageFault('not-a-package') }
  const envelope = envelopeIn(bytes.subarray(first.length, first.length + end).toString('latin1'))
  if (envelope === undefined) return { fault: packageFault('not-a-package') }
  const packed = bytes.subarray(first.length + end + 1)
  if (createHash('sha256').update(packed).digest('hex') !== envelope.digest) return { fault: packageFault('wrong-digest') }
  const key = publicKeyFrom(envelope.key)
  const signature = fromBase64(envelope.signature)
  if (key === undefined || signature === undefined || !verify(null, signable(envelope.digest), key, signature))
    return { fault: packageFault('wrong-signature') }
  return unpack(packed, { digest: envelope.digest, key: fingerprintOf(key) })
}

/** Apart from every other thing that the same key signs. */
function signable(digest: string): Buffer {
  return createHash('sha256')
    .update(canonical([packageFormat, digest]))
    .digest()
}

function publicKeyOf(key: KeyObject): Buffer {
  return (key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' })
}

/** Written the one way or not at all: else one package could have many files. */
function envelopeIn(line: string): z.infer<typeof Envelope> | undefined {
  try {
    const { data } = Envelope.safeParse(JSON.parse(line))
    return data && canonical(data) === line ? data : undefined
  } catch {
    return undefined
  }
}

function publicKeyFrom(text: string): KeyObject | undefined {
  const der = fromBase64(text)
  if (der === undefined) return undefined
  try {
    const key = createPublicKey({ key: der, type: 'spki', format: 'der' })
    return key.asymmetricKeyType === 'ed25519' && publicKeyOf(key).equals(der) ? key : undefined
  } catch {
    return undefined
  }
}

/** Base64 spelt the one way; undefined for any other spelling of the same bytes. */
function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

function unpack(packed: Buffer, { digest, key }: Omit<Unpacked, 'body'>): Unpacked | { readonly fault: PackageFault } {
  try {
    const bytes = gunzipSync(packed, { maxOutputLength: packageLimits.unpacked })
    return { digest, key, body: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return { fault: packageFault(isTooLarge ? 'unpacks-too-large' : 'not-canonical') }
  }
}
