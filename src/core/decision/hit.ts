/**
 * The single place for the hit policies: how rows that match become one result (DMN 1.5, section 8.2.11). Where answers are missing, a result
 * is given only if no answer could change it.
 */
import { exactInteger } from '#core/value/integer.ts'
import { type Failure, isFailure, type Known, type Value, type Values } from '#core/expression/index.ts'
import type { Outputs, Result } from './decision.ts'
import { type CheckedRow, match, outputsOf } from './row.ts'
import type { Collect } from './table.ts'

/** The rows that made the result, and those that were looked at to find it. */
export type Hits = { readonly result: Result; readonly matched: readonly CheckedRow[]; readonly visited: readonly CheckedRow[] }

/** One reading of a table: its rows and the inputs they are tested against. `missing` names what a row or its results lack. */
export type Reading = {
  readonly rows: readonly CheckedRow[]
  readonly values: Values
  readonly inputs: Value[]
  readonly missing: (rows: readonly CheckedRow[]) => readonly string[]
}

/** A hit policy at work. */
export type Policy = (reading: Reading) => Hits

type Sorted = { readonly certain: readonly CheckedRow[]; readonly open: readonly CheckedRow[]; readonly failure: Failure | undefined }

/** The first row that matches; a row before it that may match leaves it open. */
export function first(reading: Reading): Hits {
  const visited: CheckedRow[] = []
  for (const row of reading.rows) {
    visited.push(row)
    const value = match(row, reading.values, reading.inputs)
    if (value === false) continue
    if (value === true) return given(reading, [row], visited)
    const result: Result = isFailure(value) ? { state: 'fault', fault: value.fault } : { state: 'missing', missing: reading.missing([row]) }
    return { result, matched: [], visited }
  }
  return { result: { state: 'no-match' }, matched: [], visited }
}

/** The only row that matches. */
export function unique(reading: Reading): Hits {
  const { certain, open, failure } = sorted(reading)
  if (failure !== undefined) return failed(reading, failure)
  if (certain.length > 1) return { result: { state: 'fault', fault: 'several-rows' }, matched: certain, visited: reading.rows }
  return open.length > 0 ? lacking(reading, open) : given(reading, certain, reading.rows)
}

/** Any row that matches: they must agree. A row that may match does not matter when it agrees with one that does. */
export function any(reading: Reading): Hits {
  const { certain, open, failure } = sorted(reading)
  if (failure !== undefined) return failed(reading, failure)
  const found = given(reading, certain, reading.rows)
  if (found.result.state !== 'decided') return open.length > 0 && certain.length === 0 ? lacking(reading, open) : found
  const { outputs, list } = found.result
  if (list.some((other) => !isSame(other, outputs))) return { ...found, result: { state: 'fault', fault: 'rows-disagree' } }
  const differing = open.filter((row) => !agrees(row, reading.values, outputs))
  return differing.length > 0 ? lacking(reading, differing) : { ...found, result: { state: 'decided', outputs, list: [outputs] } }
}

/** The row that matches with the most important outputs; `rank` orders rows, smallest first. */
export function priority(rank: ReadonlyMap<CheckedRow, number>): Policy {
  return (reading) => {
    const { certain, open, failure } = sorted(reading)
    if (failure !== undefined) return failed(reading, failure)
    const rankOf = (row: CheckedRow) => rank.get(row) ?? Number.MAX_SAFE_INTEGER
    const [best] = certain.toSorted((a, b) => rankOf(a) - rankOf(b))
    const better = open.filter((row) => best === undefined || rankOf(row) < rankOf(best))
    if (better.length > 0) return lacking(reading, better)
    return given(reading, best === undefined ? [] : [best], reading.rows)
  }
}

/** Every row that matches, in the order of the table. */
export function collected(collect: Collect): Policy {
  return (reading) => {
    const { certain, open, failure } = sorted(reading)
    if (failure !== undefined) return failed(reading, failure)
    if (open.length > 0) return lacking(reading, open)
    const found = given(reading, certain, reading.rows)
    if (found.result.state !== 'decided' && found.result.state !== 'no-match') return found
    const list = found.result.state === 'decided' ? found.result.list : []
    return { ...found, result: aggregated(list, collect, certain[0]?.results[0]?.id ?? reading.rows[0]?.results[0]?.id ?? '') }
  }
}

/** An empty list, a count or a sum of nothing are results; the smallest and largest of nothing are not. */
function aggregated(list: readonly Outputs[], collect: Collect, output: string): Result {
  if (collect === 'list') return { state: 'decided', outputs: list[0] ?? {}, list }
  if (collect === 'count') return { state: 'decided', outputs: { [output]: list.length }, list }
  const numbers = list.map((outputs) => outputs[output]).filter((value) => typeof value === 'number')
  if (collect !== 'sum' && numbers.length === 0) return { state: 'no-match' }
  const total = collect === 'sum' ? exactSum(numbers) : collect === 'min' ? Math.min(...numbers) : Math.max(...numbers)
  return total === undefined ? { state: 'fault', fault: 'overflow' } : { state: 'decided', outputs: { [output]: total }, list }
}

function exactSum(numbers: readonly number[]): number | undefined {
  let total: number | undefined = 0
  for (const number of numbers) total = total === undefined ? undefined : exactInteger(total + number)
  return total
}

function sorted({ rows, values, inputs }: Reading): Sorted {
  const certain: CheckedRow[] = []
  const open: CheckedRow[] = []
  let failure: Failure | undefined
  for (const row of rows) {
    const value = match(row, values, inputs)
    if (value === true) certain.push(row)
    else if (value === undefined) open.push(row)
    else if (isFailure(value)) failure ??= value
  }
  return { certain, open, failure }
}

function given(reading: Reading, matched: readonly CheckedRow[], visited: readonly CheckedRow[]): Hits {
  const list: Outputs[] = []
  for (const row of matched) {
    const read = outputsOf(row, reading.values)
    if ('outputs' in read) list.push(read.outputs)
    else if (read.blocked === undefined) return { result: { state: 'missing', missing: reading.missing([row]) }, matched, visited }
    else return { result: { state: 'fault', fault: read.blocked.fault }, matched, visited }
  }
  const [outputs] = list
  return { result: outputs === undefined ? { state: 'no-match' } : { state: 'decided', outputs, list }, matched, visited }
}

function failed(reading: Reading, failure: Failure): Hits {
  return { result: { state: 'fault', fault: failure.fault }, matched: [], visited: reading.rows }
}

function lacking(reading: Reading, open: readonly CheckedRow[]): Hits {
  return { result: { state: 'missing', missing: reading.missing(open) }, matched: [], visited: reading.rows }
}

function agrees(row: CheckedRow, values: Values, outputs: Outputs): boolean {
  const read = outputsOf(row, values)
  return 'outputs' in read && isSame(read.outputs, outputs)
}

function isSame(a: Outputs, b: Outputs): boolean {
  return Object.keys(a).every((id) => isSameValue(a[id], b[id]))
}

function isSameValue(a: Known | undefined, b: Known | undefined): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b))
}
