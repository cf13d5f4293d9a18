/** The single place where facts are written and read: an append-only log keyed by council, stream and seq. */

import type { KeyObject } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import { DatabaseError } from 'pg'
import { hashOf, microseconds, NOTHING_BEFORE, type StoredFact } from './chain.ts'
import { type DataKey, type DataKeys, type KeyPlace, nameOf } from './data-keys.ts'
import type { Db } from './db.ts'
import type { Channel, Fact, NewFact, OpenedPersonal } from './fact.ts'
import { canonical, type Json, parseJson } from './json.ts'
import { seal, unseal } from './seal.ts'
import { newId } from './uuid.ts'

export type { Channel, Fact, NewFact, OpenedPersonal, Personal } from './fact.ts'
export { hasErasedValues, personalValues } from './fact.ts'

/** Facts to add to the end of one stream. */
export type Append = {
  /** Such as `case/<id>`; the part before the slash belongs to one feature. */
  readonly stream: string
  readonly facts: readonly NewFact[]
  /** The seq of the last fact the writer knows (0: the stream is new). When somebody was faster, `StaleStream` is thrown. */
  readonly expectedSeq?: number
}

/** Facts of streams that begin with `streams`, seen in the snapshot `target` and not yet in `seen` (as `pg_snapshot` writes them), after a place among them. */
export type Stretch = {
  readonly streams: string
  readonly seen: string
  readonly target: string
  readonly stream: string
  readonly seq: number
  readonly most: number
}

/** Another writer added to the stream first: load it again and decide again. */
export class StaleStream extends Error {
  /** The stream, or those of the group it was written in. */
  readonly stream: string
  constructor(stream: string) {
    super(`somebody else has added to ${stream} in the meantime`)
    this.name = 'StaleStream'
    this.stream = stream
  }
}

/** A personal value as it lies in the table. */
type SealedPersonal = { readonly person: string; readonly retention: string; readonly key: string; readonly sealed: string }

type Head = { readonly seq: number; readonly hash: Buffer }
type Written = { readonly stored: StoredFact; readonly hash: Buffer; readonly fact: Fact }

type FactRow = {
  stream: string
  seq: number
  id: string
  kind: string
  at: string
  by: string
  channel: Channel | null
  helper: string | null
  data: Json
  personal: readonly SealedPersonal[]
}

/** The log of one council. Each function takes the transaction first. */
export class Log {
  readonly #council: string
  readonly #keys: DataKeys

  constructor(council: string, keys: DataKeys) {
    this.#council = council
    this.#keys = keys
  }

  /** Adds facts to one stream. @throws StaleStream */
  async append(tx: Db, append: Append): Promise<readonly Fact[]> {
    const [facts] = await this.appendEach(tx, [append])
    return facts ?? []
  }

  /** Adds to many streams with one set of statements, each stream named once. @throws StaleStream */
  async appendEach(tx: Db, appends: readonly Append[]): Promise<readonly (readonly Fact[])[]> {
    const heads = await this.#headsOf(tx, appends)
    const [known, fresh] = placesOf(appends)
    const made = this.#keys.fresh(fresh)
    const keys = new Map([...(await this.#keys.ensure(tx, known)), ...made.keys])
    const written = appends.map((append) => this.#chained(append, heads.get(append.stream), keys))
    // Sent together: on a connection that pipelines they cost one round trip.
    await Promise.all([made.save(tx), this.#insert(tx, written.flat())]).catch((error: unknown) => {
      throw staleStreamFrom(error, written.flat())
    })
    return written.map((part) => part.map(({ fact }) => fact))
  }

  /** What happened in one stream, oldest first; empty when nothing did. */
  async factsOf(tx: Db, stream: string): Promise<readonly Fact[]> {
    return (await this.factsOfEach(tx, [stream])).get(stream) ?? []
  }

  /** What happened in many streams, with one query. A stream without facts is left out. */
  async factsOfEach(tx: Db, streams: readonly string[]): Promise<ReadonlyMap<string, readonly Fact[]>> {
    const text = `select stream, seq, id, kind, at, by, channel, helper, data, personal from log.fact
      where council_id = $1 and stream = any($2::text[]) order by stream, seq`
    const { rows } = await tx.executeQuery<FactRow>(CompiledQuery.raw(text, [this.#council, streams]))
    return Map.groupBy(await this.#openedEach(tx, rows), ({ stream }) => stream)
  }

  /** The next `most` facts that could be seen in one snapshot and not in an earlier one, in the order of their streams. */
  async factsBetween(tx: Db, { streams, seen, target, stream, seq, most }: Stretch): Promise<readonly Fact[]> {
    const text = `select stream, seq, id, kind, at, by, channel, helper, data, personal from log.fact
      where council_id = $1 and stream >= $2 and stream < $2 || U&'\\+10FFFF'
        and written >= pg_snapshot_xmin($3::pg_snapshot)::text::bigint and written < pg_snapshot_xmax($4::pg_snapshot)::text::bigint
        and not pg_visible_in_snapshot(written::text::xid8, $3::pg_snapshot) and pg_visible_in_snapshot(written::text::xid8, $4::pg_snapshot)
        and (stream, seq) > ($5, $6::int) order by stream, seq limit $7`
    const { rows } = await tx.executeQuery<FactRow>(CompiledQuery.raw(text, [this.#council, streams, seen, target, stream, seq, most]))
    return this.#openedEach(tx, rows)
  }

  /** Where each stream stands. A stream expected to be new is not looked up: the primary key refuses the second writer. */
  async #headsOf(tx: Db, appends: readonly Append[]): Promise<ReadonlyMap<string, Head>> {
    const known = appends.filter(({ expectedSeq }) => expectedSeq !== 0)
    if (known.length === 0) return new Map()
    const unguarded = known.filter(({ expectedSeq }) => expectedSeq === undefined).map(({ stream }) => stream)
    if (unguarded.length > 0) await this.#waitForTurn(tx, unguarded)
    const text = `select s.stream, f.seq, f.hash from unnest($2::text[]) as s(stream), lateral
      (select seq, hash from log.fact where council_id = $1 and stream = s.stream order by seq desc limit 1) f`
    const streams = known.map(({ stream }) => stream)
    const { rows } = await tx.executeQuery<Head & { stream: string }>(CompiledQuery.raw(text, [this.#council, streams]))
    const heads = new Map(rows.map((row) => [row.stream, row]))
    for (const { stream, expectedSeq } of known) {
      if (expectedSeq !== undefined && (heads.get(stream)?.seq ?? 0) !== expectedSeq) throw new StaleStream(stream)
    }
    return heads
  }

  /** Writers that name no expected seq queue up, in one order for all, so that they neither collide nor block each other. */
  async #waitForTurn(tx: Db, streams: readonly string[]): Promise<void> {
    const text = `select pg_advisory_xact_lock(turn) from (select distinct hashtextextended($1 || '/' || s, 0) as turn
      from unnest($2::text[]) as t(s) order by turn) as turns`
    await tx.executeQuery(CompiledQuery.raw(text, [this.#council, streams]))
  }

  #chained({ stream, facts }: Append, head: Head | undefined, keys: ReadonlyMap<string, DataKey>): Written[] {
    let { seq, hash } = head ?? { seq: 0, hash: NOTHING_BEFORE }
    return facts.map((fact) => {
      seq += 1
      const id = newId()
      const personal = this.#sealed({ ...fact, stream, seq }, keys)
      const { kind, at, by, channel = null, helper = null } = fact
      const stored = {
        council: this.#council,
        stream,
        seq,
        id,
        kind,
        at: microseconds(at),
        by,
        channel,
        helper,
        data: canonical(fact.data),
        personal,
      }
      hash = hashOf(stored, hash)
      const opened = (fact.personal ?? []).map((value) => ({ ...value, erased: false as const }))
      return { stored, hash, fact: { ...fact, id, stream, seq, personal: opened } }
    })
  }

  #sealed({ stream, seq, personal = [] }: NewFact & { stream: string; seq: number }, keys: ReadonlyMap<string, DataKey>): string {
    const parts = personal.map(({ person, retention, value }, position): SealedPersonal => {
      const dataKey = keys.get(nameOf({ stream, person, retention }))
      if (dataKey === undefined) throw new Error(`no key was made for a value in ${stream}`)
      // Hashed is what is sealed, so that its members may stand in any order.
      const sealed = seal(dataKey.key, Buffer.from(JSON.stringify(value)), this.#place({ stream, seq, retention, position }))
      return { person, retention, key: dataKey.id, sealed: sealed.toString('base64') }
    })
    return canonical(parts)
  }

  async #insert(tx: Db, written: readonly Written[]): Promise<void> {
    const column = <Value>(pick: (row: Written) => Value): Value[] => written.map(pick)
    const text = `insert into log.fact (council_id, stream, seq, id, kind, at, by, channel, helper, data, personal, hash)
      select $1, * from unnest($2::text[], $3::int[], $4::uuid[], $5::text[], $6::timestamptz[], $7::text[], $8::text[], $9::text[],
        $10::json[], $11::json[], $12::bytea[])`
    const values = [
      this.#council,
      column(({ stored }) => stored.stream),
      column(({ stored }) => stored.seq),
      column(({ stored }) => stored.id),
      column(({ stored }) => stored.kind),
      column(({ stored }) => stored.at),
      column(({ stored }) => stored.by),
      column(({ stored }) => stored.channel),
      column(({ stored }) => stored.helper),
      column(({ stored }) => stored.data),
      column(({ stored }) => stored.personal),
      column(({ hash }) => hash),
    ]
    await tx.executeQuery(CompiledQuery.raw(text, values))
  }

  async #openedEach(tx: Db, rows: readonly FactRow[]): Promise<readonly Fact[]> {
    const sealed = [...new Set(rows.filter(({ personal }) => personal.length > 0).map(({ stream }) => stream))]
    const keys = sealed.length === 0 ? new Map<string, KeyObject>() : await this.#keys.ofStreams(tx, sealed)
    return rows.map((row) => this.#factFrom(row, keys))
  }

  #factFrom(row: FactRow, keys: ReadonlyMap<string, KeyObject>): Fact {
    const { channel, helper, personal, ...rest } = row
    const opened = personal.map((part, position) => this.#opened({ row, part, position }, keys))
    return { ...rest, ...(channel === null ? {} : { channel }), ...(helper === null ? {} : { helper }), personal: opened }
  }

  #opened(
    { row, part, position }: { row: FactRow; part: SealedPersonal; position: number },
    keys: ReadonlyMap<string, KeyObject>,
  ): OpenedPersonal {
    const { person, retention } = part
    const key = keys.get(part.key)
    if (key === undefined) return { person, retention, erased: true }
    const place = this.#place({ stream: row.stream, seq: row.seq, retention, position })
    const value = parseJson(unseal(key, Buffer.from(part.sealed, 'base64'), place).toString('utf8'))
    return { person, retention, erased: false, value }
  }

  #place({ stream, seq, retention, position }: { stream: string; seq: number; retention: string; position: number }): (string | number)[] {
    return ['folkmoot-value-1', this.#council, stream, seq, retention, position]
  }
}

/** Where personal values are about to be sealed: in streams that may have keys, and in streams that are new. */
function placesOf(appends: readonly Append[]): [KeyPlace[], KeyPlace[]] {
  const [known, fresh] = [new Map<string, KeyPlace>(), new Map<string, KeyPlace>()]
  for (const { stream, facts, expectedSeq } of appends) {
    for (const { person, retention } of facts.flatMap(({ personal = [] }) => personal)) {
      const place = { stream, person, retention }
      const side = expectedSeq === 0 ? fresh : known
      side.set(nameOf(place), place)
    }
  }
  return [[...known.values()], [...fresh.values()]]
}

/** The primary key refused a second fact with the same seq; under row-level security PostgreSQL does not say in which stream. */
function staleStreamFrom(error: unknown, written: readonly Written[]): unknown {
  if (!(error instanceof DatabaseError) || error.code !== '23505' || (error.table !== 'fact' && error.table !== 'key')) return error
  return new StaleStream([...new Set(written.map(({ stored }) => stored.stream))].join(', '))
}
