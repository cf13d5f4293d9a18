/** The single place for values that are sealed without being facts, such as drafts: under the council's own key, bound to their place. */

import { canonical, type Json, parseJson } from './json.ts'
import type { MasterKeys } from './keys.ts'
import { seal, unseal } from './seal.ts'

const KEY_ID_BYTES = 16

/** Seals and opens for one council. What was sealed names its key, so that it still opens after a rotation. */
export class Sealer {
  readonly #council: string
  readonly #masters: MasterKeys

  constructor(council: string, masters: MasterKeys) {
    this.#council = council
    this.#masters = masters
  }

  /** `place` says where the value belongs, such as `draft/<id>`: it opens there and nowhere else. */
  seal(value: Json, place: string): Buffer {
    const { current, wrapping } = this.#masters.of(this.#council)
    const key = wrapping.get(current)
    if (key === undefined) throw new Error(`the keys of ${this.#council} lack the current one`)
    return Buffer.concat([idBytes(current), seal(key, Buffer.from(canonical(value)), this.#place(place))])
  }

  /** Undefined when it was sealed for another place or council, by a key that is gone, or not by us. */
  open(sealed: Buffer, place: string): Json | undefined {
    const key = this.#masters.of(this.#council).wrapping.get(idFrom(sealed))
    if (key === undefined) return undefined
    try {
      return parseJson(unseal(key, sealed.subarray(KEY_ID_BYTES), this.#place(place)).toString())
    } catch {
      return undefined
    }
  }

  #place(place: string): readonly string[] {
    return ['sealer', this.#council, place]
  }
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function idFrom(sealed: Buffer): string {
  return sealed
    .subarray(0, KEY_ID_BYTES)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
