/** The single place for values that are sealed without being facts, such as drafts and mail: under the council's own key, bound to their place. */

import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { Db } from './db.ts'
import { canonical, type Json, parseJson } from './json.ts'
import type { MasterKeys } from './keys.ts'
import { seal, unseal } from './seal.ts'
import { idOf } from './uuid.ts'

const KEY_ID_BYTES = 16

/** Seals and opens for one council. What was sealed names its key, so that it still opens after a rotation. */
export class Sealer {
  readonly #council: string
  readonly #masters: MasterKeys
  readonly #markKeys = new WeakMap<KeyObject, Map<string, KeyObject>>()

  constructor(council: string, masters: MasterKeys) {
    this.#council = council
    this.#masters = masters
  }

  /** `place` says where the value belongs, such as `draft/<id>`: it opens there and nowhere else. */
  seal(value: Json, place: string): Buffer {
    const { id, key } = this.#current()
    return Buffer.concat([idBytes(id), seal(key, Buffer.from(JSON.stringify(value)), this.#place(place))])
  }

  /** Undefined when it was sealed for another place or council, by a key that is gone, or not by us. */
  open(sealed: Buffer, place: string): Json | undefined {
    const id = idFrom(sealed)
    const key = this.#masters.of(this.#council).wrapping.get(id) ?? this.#masters.refresh(this.#council).wrapping.get(id)
    if (key === undefined) return undefined
    try {
      return parseJson(unseal(key, sealed.subarray(KEY_ID_BYTES), this.#place(place)).toString())
    } catch {
      return undefined
    }
  }

  /** What a sealed value can be found by without being opened: the same for the same text, and telling nothing without the key. 32 bytes. */
  mark(text: string, place: string): Buffer {
    return this.#markBy(this.#current().key, text, place)
  }

  /** Every mark the text may have been given: one for each key the council has now, whoever made it. */
  marks(text: string, place: string): readonly Buffer[] {
    return [...this.#masters.refresh(this.#council).wrapping.values()].map((key) => this.#markBy(key, text, place))
  }

  /**
   * A mark that stays the same when keys are rotated, for what must be recognised for as long as it is kept and cannot be marked anew.
   * It ends only with the loss of the keys. 32 bytes.
   */
  lastingMark(value: Buffer, place: string): Buffer {
    const { lasting } = this.#masters.of(this.#council)
    return createHmac('sha256', lasting).update(`${place}\0`).update(value).digest()
  }

  /** The first bytes of values that open, but were not sealed with the key of now: they are to be sealed anew before a rotation ends. */
  formerPrefixes(): readonly Buffer[] {
    const { current, wrapping } = this.#masters.of(this.#council)
    return [...wrapping.keys()].filter((id) => id !== current).map(idBytes)
  }

  #current(): { readonly id: string; readonly key: KeyObject } {
    const { current: id, wrapping } = this.#masters.of(this.#council)
    const key = wrapping.get(id)
    if (key === undefined) throw new Error(`the keys of ${this.#council} lack the current one`)
    return { id, key }
  }

  #markBy(key: KeyObject, text: string, place: string): Buffer {
    return createHmac('sha256', this.#markKey(key, place)).update(text).digest()
  }

  /** Derived once for each key and each of the few places. */
  #markKey(key: KeyObject, place: string): KeyObject {
    const byPlace = this.#markKeys.get(key) ?? new Map<string, KeyObject>()
    this.#markKeys.set(key, byPlace)
    const known = byPlace.get(place)
    if (known !== undefined) return known
    const made = createSecretKey(Buffer.from(hkdfSync('sha256', key, '', canonical(['mark', this.#council, place]), 32)))
    byPlace.set(place, made)
    return made
  }

  #place(place: string): readonly string[] {
    return ['sealer', this.#council, place]
  }
}

const sealers = new WeakMap<Db, Sealer>()

/** Binds a transaction to the sealer of its council, as it is bound to the council's rows. */
export function withSealer(tx: Db, sealer: Sealer): Db {
  sealers.set(tx, sealer)
  return tx
}

/** The sealer of the council that a transaction reaches. @throws for a handle that is no transaction of a council */
export function sealerOf(tx: Db): Sealer {
  const sealer = sealers.get(tx)
  if (sealer === undefined) throw new Error('only a transaction of a council seals')
  return sealer
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function idFrom(sealed: Buffer): string {
  return idOf(sealed.subarray(0, KEY_ID_BYTES))
}
