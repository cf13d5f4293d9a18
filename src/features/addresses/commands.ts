/** The single place where address files are taken in: read as a stream, checked row by row, written whole or not at all. */
import { parse } from 'csv-parse'
import type { Readable } from 'node:stream'
import type { Db } from '#store/db.ts'
import type { CouncilStore } from '#store/store.ts'
import {
  type AreaKind,
  type AreaName,
  areaNameFrom,
  missingColumns,
  missingNames,
  postcodePlaceFrom,
  premisesFrom,
  type PostcodePlace,
  type Premises,
  type RowFault,
} from './domain.ts'
import { addAreas, addPostcodes, addPremises, clearPostcodes, clearPremises, hasPremises, putAreaNames, somePremises } from './store.ts'

/** What an import did: how many rows it took in, or why it took in none. */
export type Imported = { readonly rows: number } | { readonly faults: readonly RowFault[] }

type Reading<Row> = {
  readonly lacking: (header: readonly string[]) => readonly string[]
  readonly read: (cells: Readonly<Record<string, string>>, line: number) => Row | RowFault | undefined
  readonly write: (rows: readonly Row[], before: number) => Promise<void>
}

const batchSize = 1_000
/** A file with more faults than this is the wrong file; the rest is not worth reading. */
const mostFaults = 20

class Faulty extends Error {
  readonly faults: readonly RowFault[]
  constructor(faults: readonly RowFault[]) {
    super('the file has faults')
    this.faults = faults
  }
}

/** Replaces a council’s register of premises by the rows of its address extract (CSV with a header). */
export function importPremises(store: CouncilStore, file: Readable): Promise<Imported> {
  return allOrNothing(store, async (tx) => {
    await clearPremises(tx)
    const totals: Record<AreaKind, Map<string, number>> = { ward: new Map(), parish: new Map() }
    const rows = await readRows<Premises>(file, {
      lacking: (header) => missingColumns(header, [['uprn'], ['address', 'address1'], ['postcode']]),
      read: premisesFrom,
      write: async (premises, before) => {
        await addPremises(tx, { first: before, premises })
        for (const one of premises) count(totals, one)
      },
    })
    await addAreas(tx, 'ward', totals.ward)
    await addAreas(tx, 'parish', totals.parish)
    return rows
  })
}

/** Replaces a council’s postcode places by the rows of the ONS Postcode Directory (CSV with a header). */
export function importPostcodes(store: CouncilStore, file: Readable): Promise<Imported> {
  return allOrNothing(store, async (tx) => {
    await clearPostcodes(tx)
    return readRows<PostcodePlace>(file, {
      lacking: (header) => missingColumns(header, [['pcds', 'pcd'], ['osward'], ['parish']]),
      read: postcodePlaceFrom,
      write: (places) => addPostcodes(tx, places),
    })
  })
}

/** Adds what ONS codes of wards or parishes are called, from an ONS file of names and codes (CSV with a header). */
export function importAreaNames(store: CouncilStore, file: Readable): Promise<Imported> {
  return allOrNothing(store, (tx) =>
    readRows<AreaName>(file, { lacking: missingNames, read: areaNameFrom, write: (names) => putAreaNames(tx, names) }),
  )
}

/** Whether the council has a register of premises. */
export function hasAddresses(store: CouncilStore): Promise<boolean> {
  return store.transaction(hasPremises)
}

/** Premises from all over the register, to make people up at. */
export function someAddresses(store: CouncilStore, most: number): Promise<Premises[]> {
  return store.transaction((tx) => somePremises(tx, most))
}

async function allOrNothing(store: CouncilStore, work: (tx: Db) => Promise<number>): Promise<Imported> {
  try {
    return { rows: await store.transaction(work) }
  } catch (error) {
    if (error instanceof Faulty) return { faults: error.faults }
    throw error
  }
}

async function readRows<Row extends object>(file: Readable, reading: Reading<Row>): Promise<number> {
  const faults: RowFault[] = []
  let taken = 0
  let batch: Row[] = []
  for await (const { cells, line } of recordsOf(file, reading.lacking)) {
    const row = reading.read(cells, line)
    if (row === undefined) continue
    if (isFault(row)) faults.push(row)
    else batch.push(row)
    if (faults.length >= mostFaults) throw new Faulty(faults)
    if (batch.length < batchSize) continue
    await reading.write(batch, taken)
    taken += batch.length
    batch = []
  }
  if (faults.length > 0) throw new Faulty(faults)
  if (batch.length > 0) await reading.write(batch, taken)
  return taken + batch.length
}

async function* recordsOf(file: Readable, lackingIn: Reading<object>['lacking']) {
  const parser = file.pipe(
    parse({
      bom: true,
      columns: (header: readonly string[]) => {
        const lacking = lackingIn(header)
        if (lacking.length > 0) throw new Faulty([{ line: 1, message: `The header lacks ${lacking.join(', ')}` }])
        return header.map((name) => name.trim().toLowerCase())
      },
      info: true,
      max_record_size: 100_000,
      relax_column_count: true,
      skip_empty_lines: true,
    }),
  )
  try {
    for await (const { record, info } of parser) yield { cells: record, line: Number(info.lines) }
  } catch (error) {
    throw error instanceof Error && 'code' in error
      ? new Faulty([{ line: lineOf(error), message: 'The file is not CSV from here on' }])
      : error
  }
}

function lineOf(error: Error): number {
  return 'lines' in error && typeof error.lines === 'number' ? error.lines : 1
}

function isFault(row: object): row is RowFault {
  return 'message' in row
}

function count(totals: Record<AreaKind, Map<string, number>>, premises: Premises): void {
  for (const kind of ['ward', 'parish'] as const) {
    const area = premises[kind]
    if (area !== '') totals[kind].set(area, (totals[kind].get(area) ?? 0) + 1)
  }
}
