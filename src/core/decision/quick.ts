/** The single place where a table becomes a quick closure that finds the row that matches whole answers. */
import { type Ast, type Ground, keptNumber, lostNumber, type Quick, QuickCompiler, type Source } from '#core/expression/index.ts'
import type { TableTrees } from './compile.ts'

/** Gives the outputs by their names; undefined for a policy by which several rows make one result. */
export function quickTable({ policy, inputs, rows }: TableTrees, outputs: readonly string[], ground: Ground): Source | undefined {
  const sources = inputsOf(inputs, ground)
  const compiler = new QuickCompiler({ ...ground, find: (name) => sources.get(name) })
  const tests = rows.map((row) => every(row.tests.flatMap((test) => (test === undefined ? [] : [compiler.truth(test)]))))
  const found = rowOf(policy, tests, rows)
  if (found === undefined) return undefined
  const results = outputs.map((output, at) => [output, rows.flatMap((row) => row.results.slice(at, at + 1))] as const)
  return { kind: 'table', row: keptNumber(ground.newSlot(), found), outputs: new Map(results) }
}

/** Each input is worked out when a row first tests it. */
function inputsOf(inputs: readonly Ast[], ground: Ground): ReadonlyMap<string, Source> {
  const compiler = new QuickCompiler(ground)
  return new Map(
    inputs.map((input, at): [string, Source] => [
      `input ${at}`,
      input.kind === 'variable'
        ? (ground.find(input.name) ?? { kind: 'worked-out', at: ground.newSlot(), work: lostNumber })
        : { kind: 'worked-out', at: ground.newSlot(), work: compiler.any(input) },
    ]),
  )
}

function rowOf(policy: TableTrees['policy'], tests: readonly Quick<boolean>[], rows: TableTrees['rows']): Quick<number> | undefined {
  switch (policy) {
    case 'first':
      return first(tests.map((test, at) => ({ test, at })))
    case 'priority':
      return first(tests.map((test, at) => ({ test, at })).toSorted((a, b) => (rows[a.at]?.rank ?? 0) - (rows[b.at]?.rank ?? 0)))
    case 'unique':
      return only(tests)
    default:
      return undefined
  }
}

/** The place of the first that matches, -1 without one. */
function first(rows: readonly { readonly test: Quick<boolean>; readonly at: number }[]): Quick<number> {
  return (frame) => {
    for (const { test, at } of rows) if (test(frame)) return at
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
