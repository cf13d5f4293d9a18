/** The single place for the keys of persons: one per person, stream and retention class, wrapped by the council's key. */

import { createSecretKey, type KeyObject } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import type { Db } from './db.ts'
import { StoreFailure } from './failure.ts'
import type { MasterKeys } from './keys.ts'
import { newKey, seal, unseal } from './seal.ts'
import { newId } from './uuid.ts'

/** Whose values, where, and under which rule they are kept. */
export type KeyPlace = { readonly stream: string; readonly person: string; readonly retention: string }

/** A key ready for use. */
export type DataKey = { readonly id: string; readonly key: KeyObject }

/** A key as it lies in the table. */
export type KeyRow = KeyPlace & { id: string; wrapped: Buffer; master: string }

const REMEMBERED = 2_000

/** The keys of one council. Rows in the database decide what exists; opened keys are remembered by id to save the unwrapping. */
export class DataKeys {
  readonly #council: string
  readonly #masters: MasterKeys
  readonly #opened = new Map<string, KeyObject>()

  constructor(council: string, masters: MasterKeys) {
    this.#council = council
    this.#masters = masters
  }

  /** The keys of these places, made where missing. */
  async ensure(tx: Db, places: readonly KeyPlace[]): Promise<ReadonlyMap<string, DataKey>> {
    const found = new Map<string, DataKey>()
    if (places.length > 0) this.#keep(found, await this.#rowsAt(tx, places))
    const missing = places.filter((place) => !found.has(nameOf(place)))
    if (missing.length > 0) this.#keep(found, await this.#make(tx, missing))
    const raced = missing.filter((place) => !found.has(nameOf(place)))
    if (raced.length > 0) this.#keep(found, await this.#rowsAt(tx, raced))
    return found
  }

  /** Keys for places that have none, ready at once; `save` writes them, and fails when somebody else was first. */
  fresh(places: readonly KeyPlace[]): { readonly keys: ReadonlyMap<string, DataKey>; readonly save: (tx: Db) => Promise<void> } {
    const made = places.map((place) => this.#newRow(place))
    for (const { id, key } of made) this.#remember(id, key)
    const keys = new Map(made.map((row) => [nameOf(row), { id: row.id, key: row.key }]))
    return { keys, save: async (tx) => void (made.length > 0 && (await tx.executeQuery(this.#insertion(made, '')))) }
  }

  /** Every key of these streams by its id. A key that has been erased is not among them. */
  async ofStreams(tx: Db, streams: readonly string[]): Promise<ReadonlyMap<string, KeyObject>> {
    const text = 'select stream, person, retention, id, wrapped, master from log.key where council_id = $1 and stream = any($2::text[])'
    const { rows } = await tx.executeQuery<KeyRow>(CompiledQuery.raw(text, [this.#council, streams]))
    return new Map(rows.map((row) => [row.id, this.#open(row)]))
  }

  /** The same key, wrapped by the council's current key. */
  rewrapped(row: KeyRow): Buffer {
    return this.#wrap(row, this.#open(row).export()).wrapped
  }

  async #rowsAt(tx: Db, places: readonly KeyPlace[]): Promise<readonly KeyRow[]> {
    const text = `select stream, person, retention, id, wrapped, master from log.key
      where council_id = $1 and (stream, person, retention) in (select * from unnest($2::text[], $3::text[], $4::text[]))`
    const { rows } = await tx.executeQuery<KeyRow>(CompiledQuery.raw(text, [this.#council, ...columnsOf(places)]))
    return rows
  }

  async #make(tx: Db, places: readonly KeyPlace[]): Promise<readonly KeyRow[]> {
    const made = places.map((place) => this.#newRow(place))
    const { rows } = await tx.executeQuery<{ id: string }>(this.#insertion(made, 'on conflict do nothing returning id'))
    const written = new Set(rows.map(({ id }) => id))
    for (const { id, key } of made) if (written.has(id)) this.#remember(id, key)
    return made.filter(({ id }) => written.has(id))
  }

  #newRow(place: KeyPlace): KeyRow & { key: KeyObject } {
    const [id, bytes] = [newId(), newKey()]
    return { ...place, id, key: createSecretKey(bytes), ...this.#wrap({ ...place, id }, bytes) }
  }

  #insertion(made: readonly KeyRow[], ending: string): CompiledQuery {
    const text = `insert into log.key (council_id, stream, person, retention, id, wrapped, master)
      select $1, k.stream, k.person, k.retention, k.id, k.wrapped, $7
      from unnest($2::text[], $3::text[], $4::text[], $5::uuid[], $6::bytea[]) as k(stream, person, retention, id, wrapped) ${ending}`
    const [ids, wraps] = [made.map(({ id }) => id), made.map(({ wrapped }) => wrapped)]
    return CompiledQuery.raw(text, [this.#council, ...columnsOf(made), ids, wraps, this.#masters.of(this.#council).current])
  }

  #keep(found: Map<string, DataKey>, rows: readonly KeyRow[]): void {
    for (const row of rows) found.set(nameOf(row), { id: row.id, key: this.#open(row) })
  }

  #wrap(row: KeyPlace & { id: string }, key: Buffer): { wrapped: Buffer; master: string } {
    const { current, wrapping } = this.#masters.of(this.#council)
    const master = wrapping.get(current)
    if (master === undefined) throw new Error(`the keys of ${this.#council} lack the current one`)
    return { wrapped: seal(master, key, this.#place(row)), master: current }
  }

  #open(row: KeyRow): KeyObject {
    const known = this.#opened.get(row.id)
    if (known !== undefined) return known
    const masters = this.#masters.of(this.#council).wrapping
    const master = masters.get(row.master) ?? this.#masters.refresh(this.#council).wrapping.get(row.master)
    if (master === undefined) throw masterMissing(this.#council, row.master)
    const key = createSecretKey(unseal(master, row.wrapped, this.#place(row)))
    this.#remember(row.id, key)
    return key
  }

  #remember(id: string, key: KeyObject): void {
    const oldest = this.#opened.size >= REMEMBERED ? this.#opened.keys().next().value : undefined
    if (oldest !== undefined) this.#opened.delete(oldest)
    this.#opened.set(id, key)
  }

  #place({ stream, person, retention, id }: KeyPlace & { id: string }): string[] {
    return ['folkmoot-key-1', this.#council, stream, person, retention, id]
  }
}

/** One text per place, to be a key in a map. */
export function nameOf({ stream, person, retention }: KeyPlace): string {
  return JSON.stringify([stream, person, retention])
}

function columnsOf(places: readonly KeyPlace[]): string[][] {
  return [places.map(({ stream }) => stream), places.map(({ person }) => person), places.map(({ retention }) => retention)]
}

function masterMissing(council: string, id: string): StoreFailure {
  return new StoreFailure({
    code: 'council-key-lost',
    message: `The key ${id} of ${council} is not in its file, but values are sealed with it; those cannot be read. Everything else can.`,
    help: 'Put back the copy of the file that has this key (docs/how-to/keys.md).',
  })
}
