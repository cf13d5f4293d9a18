/** The single place for a council's own keys, which never enter the database or its backups: one file per council, for its owner's eyes only. */

import { createPrivateKey, createPublicKey, createSecretKey, generateKeyPairSync, hkdfSync, type KeyObject, sign } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { StoreFailure } from './failure.ts'
import { isRecord } from './json.ts'
import { newKey } from './seal.ts'
import { type Succession, successionsOf } from './succession.ts'
import { newId } from './uuid.ts'

/**
 * The keys of one council: `current` wraps new keys, all of `wrapping` unwrap, `signing` signs checkpoints and packages, `signers` check them, `successions`
 * say which signing key took the place of which. `lasting` is the same for as long as the file is kept, whatever is rotated: it is made from the
 * first signing key, which is never forgotten.
 */
export type CouncilKeys = {
  readonly current: string
  readonly wrapping: ReadonlyMap<string, KeyObject>
  readonly signer: string
  readonly signing: KeyObject
  readonly signers: ReadonlyMap<string, KeyObject>
  readonly successions: readonly Succession[]
  readonly lasting: Buffer
}

/** The last checkpoint as the keys' folder remembers it; `digest` in hexadecimal. */
export type Witness = { readonly number: number; readonly digest: string }

type KeyFile = {
  readonly format: 1
  readonly council: string
  readonly current: string
  readonly wrapping: Readonly<Record<string, string>>
  readonly signer: string
  readonly signing: Readonly<Record<string, string>>
  /** Ids of signing keys that others may have read: they vouch for none that came after. */
  readonly exposed?: readonly string[]
}

/** How long keys are used before it is looked whether their file has changed, in milliseconds. */
export const LOOK_AGAIN_MS = 500

/** Keys as they were read, from which state of their file, and when it was last looked at. */
type Opened = { readonly keys: CouncilKeys; readonly state: string; lookedAt: number }

/** The folder of key files. Its loss is the loss of every personal value, so it is backed up apart from the database. */
export class MasterKeys {
  readonly folder: string
  readonly #opened = new Map<string, Opened>()

  constructor(folder: string) {
    this.folder = folder
  }

  has(council: string): boolean {
    return existsSync(this.#path(council))
  }

  /**
   * The keys as their file has them, or had them half a second ago: another process may rotate them meanwhile. While the file is gone, those read before.
   * @throws StoreFailure `council-key-lost`, `council-key-damaged`, `council-key-exposed`
   */
  of(council: string): CouncilKeys {
    const opened = this.#opened.get(council)
    const now = performance.now()
    if (opened !== undefined && now - opened.lookedAt < LOOK_AGAIN_MS) return opened.keys
    const state = this.#findState(council)
    if (opened !== undefined && (state === undefined || state === opened.state)) {
      opened.lookedAt = now
      return opened.keys
    }
    if (state === undefined) throw keyLost(council, this.#path(council))
    const keys = keysFrom(this.#read(council))
    this.#opened.set(council, { keys, state, lookedAt: now })
    return keys
  }

  /** Reads the file again: another process of ours may have rotated the keys. */
  refresh(council: string): CouncilKeys {
    this.#opened.delete(council)
    return this.of(council)
  }

  /** Makes the first keys of a council. @throws when it has some */
  create(council: string): void {
    if (this.has(council)) throw new Error(`${council} has keys already`)
    const [current, signer] = [newId(), newId()]
    this.#write({
      format: 1,
      council,
      current,
      wrapping: { [current]: newKey().toString('base64') },
      signer,
      signing: { [signer]: newSigningKey() },
    })
  }

  /**
   * Adds a new current pair of keys and keeps the old ones, which still open what they wrapped. The former signing key vouches for the new one, unless others
   * may have read it (`isExposed`).
   */
  rotate(council: string, { isExposed = false }: { readonly isExposed?: boolean } = {}): void {
    const file = this.#read(council)
    const [current, signer] = [newId(), newId()]
    this.#write({
      ...file,
      ...(isExposed ? { exposed: Object.keys(file.signing) } : {}),
      current,
      wrapping: { ...file.wrapping, [current]: newKey().toString('base64') },
      signer,
      signing: { ...file.signing, [signer]: newSigningKey() },
    })
  }

  /** Forgets every wrapping key but the current one: to be called once nothing is wrapped by them. Signing keys stay, to check old checkpoints. */
  retire(council: string): void {
    const file = this.#read(council)
    const kept = Object.entries(file.wrapping).filter(([id]) => id === file.current)
    this.#write({ ...file, wrapping: Object.fromEntries(kept) })
  }

  /** Remembers the last checkpoint outside the database. */
  leaveWitness(council: string, witness: Witness): void {
    this.#replace(this.#witnessPath(council), JSON.stringify(witness))
  }

  /** Forgets it: after a restore from a backup the database is older on purpose. */
  dismissWitness(council: string): void {
    rmSync(this.#witnessPath(council), { force: true })
  }

  findWitness(council: string): Witness | undefined {
    const path = this.#witnessPath(council)
    const witness: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
    return isWitness(witness) ? witness : undefined
  }

  /** Ids of keys of persons that were erased, also those a backup still has. */
  erasedKeys(council: string): ReadonlySet<string> {
    const path = this.#erasedPath(council)
    return new Set(existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [])
  }

  /** Remembers erasures outside the database, so that restoring an older backup does not bring back what was erased. */
  rememberErased(council: string, ids: readonly string[]): void {
    const out = openSync(this.#erasedPath(council), 'a', 0o600)
    writeSync(out, ids.map((id) => `${id}\n`).join(''))
    fsyncSync(out)
    closeSync(out)
  }

  #witnessPath(council: string): string {
    return join(this.folder, `${council}.checkpoint.json`)
  }

  #erasedPath(council: string): string {
    return join(this.folder, `${council}.erased`)
  }

  #path(council: string): string {
    return join(this.folder, `${council}.keys.json`)
  }

  /** Another one for each time that the file is written; undefined when there is none. */
  #findState(council: string): string | undefined {
    const found = statSync(this.#path(council), { throwIfNoEntry: false })
    return found && `${found.ino} ${found.size} ${found.mtimeMs}`
  }

  #read(council: string): KeyFile {
    const path = this.#path(council)
    if ((statSync(path).mode & 0o077) !== 0) {
      throw new StoreFailure({
        code: 'council-key-exposed',
        message: `Others on this machine may read the keys in ${path}.`,
        help: `Run: chmod 600 ${path}   and rotate the keys if anybody may have looked (docs/how-to/keys.md).`,
      })
    }
    return keyFileFrom(readFileSync(path, 'utf8'), path)
  }

  #write(file: KeyFile): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 })
    chmodSync(this.folder, 0o700)
    this.#replace(this.#path(file.council), `${JSON.stringify(file, null, 2)}\n`)
    this.#opened.delete(file.council)
  }

  /** A file is replaced whole or not at all, also when the machine stops meanwhile. */
  #replace(path: string, content: string): void {
    const half = `${path}.${process.pid}`
    const out = openSync(half, 'w', 0o600)
    writeSync(out, content)
    fsyncSync(out)
    closeSync(out)
    renameSync(half, path)
  }
}

/** Ed25519 over a digest. */
export function signed({ signing }: CouncilKeys, digest: Buffer): Buffer {
  return sign(null, digest, signing)
}

function newSigningKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
}

function keysFrom(file: KeyFile): CouncilKeys {
  const wrapping = new Map(Object.entries(file.wrapping).map(([id, key]) => [id, createSecretKey(key, 'base64')]))
  const privates = new Map(Object.entries(file.signing).map(([id, pem]) => [id, createPrivateKey(pem)]))
  const signing = privates.get(file.signer)
  if (signing === undefined || !wrapping.has(file.current)) throw new Error(`the keys of ${file.council} lack the current one`)
  const signers = new Map([...privates].map(([id, key]) => [id, createPublicKey(key)]))
  const inTurn = [...privates].sort(([one], [other]) => (one < other ? -1 : 1))
  const exposed = new Set(file.exposed)
  const successions = successionsOf(
    file.council,
    inTurn.map(([id, key]) => ({ key, isExposed: exposed.has(id) })),
  )
  return { current: file.current, wrapping, signer: file.signer, signing, signers, successions, lasting: lastingFrom(file) }
}

/** Ids of keys are in the order in which they were made (UUIDv7). */
function lastingFrom({ council, signing }: KeyFile): Buffer {
  const [first = ''] = Object.keys(signing).sort()
  return Buffer.from(hkdfSync('sha256', signing[first] ?? '', '', `folkmoot lasting ${council}`, 32))
}

function keyFileFrom(text: string, path: string): KeyFile {
  try {
    const file: unknown = JSON.parse(text)
    if (isKeyFile(file)) return file
  } catch {
    // Said below.
  }
  throw new StoreFailure({
    code: 'council-key-damaged',
    message: `${path} is not a file of keys.`,
    help: 'Put it back from the copy kept apart from the database (docs/how-to/keys.md).',
  })
}

function isKeyFile(file: unknown): file is KeyFile {
  if (!isRecord(file)) return false
  const maps = [file['wrapping'], file['signing']]
  const words = [file['council'], file['current'], file['signer']]
  const exposed = file['exposed'] ?? []
  if (!Array.isArray(exposed) || !exposed.every((id) => typeof id === 'string')) return false
  return file['format'] === 1 && maps.every(isRecord) && words.every((word) => typeof word === 'string')
}

function keyLost(council: string, path: string): StoreFailure {
  return new StoreFailure({
    code: 'council-key-lost',
    message: [
      `The keys of ${council} are not in ${path}, but its database holds values sealed with them.`,
      'Lost without them: every personal value in the log. Still there: which case did what and when, decisions, the chain of the log, and the rows that queries use.',
    ].join(' '),
    help: 'Put the file back from the copy kept apart from the database. If there is none, docs/how-to/keys.md says how to go on without.',
  })
}

function isWitness(witness: unknown): witness is Witness {
  return isRecord(witness) && typeof witness['number'] === 'number' && typeof witness['digest'] === 'string'
}
