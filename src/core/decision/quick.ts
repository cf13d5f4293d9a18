/** The single place where a table becomes a quick closure that finds the row that matches whole answers. */
import { type Ast, type Ground, keptNumber, lostNumber, partsOf, type Quick, QuickCompiler, type Source } from '#core/expression/index.ts'
import { type Band, bandsOf } from './bands.ts'
import type { TableTrees } from './compile.ts'

/** Gives the outputs by their names; undefined for a policy by which several rows make one result. */
export function quickTable(table: TableTrees, outputs: readonly string[], ground: Ground): Source | undefined {
  const found = rowOf(table, ground)
  if (found === undefined) return undefined
  const results = outputs.map((output, at) => [output, table.rows.flatMap((row) => row.results.slice(at, at + 1))] as const)
  return { kind: 'table', row: keptNumber(ground.newSlot(), found), outputs: new Map(results) }
}

function rowOf(table: TableTrees, ground: Ground): Quick<number> | undefined {
  const { policy, inputs, rows } = table
  const banded = policy === 'unique' || policy === 'first' ? bandsOf(table) : undefined
  const input = banded === undefined ? undefined : inputs[banded.input]
  if (banded !== undefined && input !== undefined) return inBand(new QuickCompiler(ground).number(input), banded.bands)
  const tests = testsOf(table, ground)
  const places = rows.map((_, at) => at)
  switch (policy) {
    case 'first':
      return first(tests, places)
    case 'priority':
      return first(
        tests,
        places.toSorted((a, b) => (rows[a]?.rank ?? 0) - (rows[b]?.rank ?? 0)),
      )
    case 'unique':
      return only(tests)
    default:
      return undefined
  }
}

function testsOf({ inputs, rows }: TableTrees, ground: Ground): readonly Quick<boolean>[] {
  const tested = rows.flatMap(({ tests }) => tests.flatMap((test) => (test === undefined ? [] : itemsIn(test))))
  const sources = new Map(
    inputs.map((input, at) => [`input ${at}`, inputOf(input, tested.filter((name) => name === `input ${at}`).length, ground)]),
  )
  const compiler = new QuickCompiler({ ...ground, find: (name) => sources.get(name) ?? ground.find(name) })
  return rows.map((row) => every(row.tests.flatMap((test) => (test === undefined ? [] : [compiler.truth(test)]))))
}

function itemsIn(ast: Ast): readonly string[] {
  return ast.kind === 'item' ? [ast.name] : partsOf(ast).flatMap(itemsIn)
}

/** An input is worked out when a row first tests it, and kept where it is tested again. */
function inputOf(ast: Ast, tests: number, ground: Ground): Source {
  const known = ast.kind === 'variable' ? ground.find(ast.name) : undefined
  if (known !== undefined) return known
  return tests <= 1 ? { kind: 'asked-once', ast } : { kind: 'worked-out', at: ground.newSlot(), work: new QuickCompiler(ground).any(ast) }
}

/** The place of the row in whose band the number lies, -1 for a number in none. */
function inBand(input: Quick<number>, bands: readonly Band[]): Quick<number> {
  return (frame) => {
    const number = input(frame)
    for (const { least, most, row } of bands) if (number <= most) return number >= least ? row : -1
    return -1
  }
}

/** The first of these places whose row matches, -1 without one. */
function first(tests: readonly Quick<boolean>[], places: readonly number[]): Quick<number> {
  const inOrder = places.flatMap((row) => tests.slice(row, row + 1).map((test) => ({ row, test })))
  return (frame) => {
    for (const { row, test } of inOrder) if (test(frame)) return row
    return -1
  }
}

function only(tests: readonly Quick<boolean>[]): Quick<number> {
  return (frame) => {
    let found = -1
    for (let at = 0; at < tests.length; at += 1) {
      if (tests[at]?.(frame) !== true) continue
      if (found >= 0) return lostNumber(frame)
      found = at
    }
    return found
  }
}

function every(tests: readonly Quick<boolean>[]): Quick<boolean> {
  const [one, two] = tests
  if (one === undefined) return () => true
  if (two === undefined) return one
  if (tests.length === 2) return (frame) => one(frame) && two(frame)
  return (frame) => tests.every((test) => test(frame))
}
