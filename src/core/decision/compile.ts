/** The single place where a checked decision table becomes something that decides. */
import { type Ast, isFailure, type Known, type Scope, type Type, type Values } from '#core/expression/index.ts'
import { type CheckedTable, checkTable } from './check.ts'
import type { Decision, Trail } from './decision.ts'
import { any, collected, first, type Hits, type Policy, priority, type Reading, unique } from './hit.ts'
import type { CheckedRow } from './row.ts'
import { type Collect, type HitPolicy, hitPolicyOf, type Table, type TableFault } from './table.ts'

/** A table ready to decide. `outputs` are the types of a result, by output id; a count is an `int`. */
export type CompiledTable = {
  readonly id: string
  readonly inputs: readonly Type[]
  readonly outputs: Readonly<Record<string, Type>>
  /** The answers any row may read. Sorted. */
  readonly reads: readonly string[]
  /** Never throws. */
  readonly decide: (values: Values) => Decision
  /** The table as checked trees, for whoever reasons about it instead of running it. */
  readonly trees: TableTrees
}

/**
 * The inputs, and each row with what it asks (`undefined` where anything will do; the inputs are the items `input 0`, `input 1`, …) and gives.
 * `rank` orders the rows of a priority table, the smallest first.
 */
export type TableTrees = {
  readonly policy: HitPolicy
  readonly collect: Collect
  readonly inputs: readonly Ast[]
  readonly rows: readonly {
    readonly id: string
    readonly tests: readonly (Ast | undefined)[]
    readonly results: readonly Ast[]
    readonly rank: number
  }[]
}

/** Checks a table against a scope. Gives the compiled table, or every fault with its row and column. */
export function compileTable(table: Table, scope: Scope): CompiledTable | { readonly faults: readonly TableFault[] } {
  const checked = checkTable(table, scope)
  if ('faults' in checked) return checked
  const policy = policyOf(table, checked)
  const isCount = table.collect === 'count'
  return {
    id: table.id,
    inputs: checked.inputs.map(({ type }) => type),
    outputs: Object.fromEntries(table.outputs.map(({ id, type }) => [id, isCount ? { kind: 'int' } : type])),
    reads: sorted([...checked.inputs, ...checked.rows.flatMap(({ results }) => results)].flatMap(({ reads }) => reads)),
    decide: (values) => decide(checked, policy, values),
    trees: treesOf(table, checked),
  }
}

function treesOf(table: Table, { inputs, rows, ranks }: CheckedTable): TableTrees {
  return {
    policy: hitPolicyOf(table.hit),
    collect: table.collect ?? 'list',
    inputs: inputs.map(({ ast }) => ast),
    rows: rows.map((row) => ({
      id: row.id,
      tests: row.tests.map((test) => test?.ast),
      results: row.results.map(({ ast }) => ast),
      rank: ranks.get(row) ?? 0,
    })),
  }
}

function policyOf(table: Table, { ranks }: CheckedTable): Policy {
  switch (hitPolicyOf(table.hit)) {
    case 'unique':
      return unique
    case 'first':
      return first
    case 'any':
      return any
    case 'priority':
      return priority(ranks)
    case 'rule-order':
      return collected('list')
    case 'collect':
      return collected(table.collect ?? 'list')
  }
}

function decide(table: CheckedTable, policy: Policy, values: Values): Decision {
  const inputs = table.inputs.map(({ evaluate }) => evaluate(values))
  const missing = (rows: readonly CheckedRow[]) => sorted(rows.flatMap((row) => missingOf(table, row, { values, inputs })))
  const hits = policy({ rows: table.rows, values, inputs, missing })
  return { ...hits.result, ...trailOf(table, hits), inputs: knownInputs(table, inputs) }
}

/** The missing answers behind the inputs a row tests and the results it computes. */
function missingOf(table: CheckedTable, row: CheckedRow, { values, inputs }: Pick<Reading, 'values' | 'inputs'>): string[] {
  const tested = table.inputs.filter((_, at) => row.tests[at] !== undefined && inputs[at] === undefined)
  return [...tested, ...row.results].flatMap(({ missing }) => missing(values))
}

type Path = Omit<Trail, 'inputs'>

const left = new WeakMap<CheckedTable, Map<string, Path>>()

/** The same rows leave the same trail: where at most one matched it is worked out once, since rows are always looked at from the top. */
function trailOf(table: CheckedTable, hits: Hits): Path {
  const { matched, visited } = hits
  if (matched.length > 1) return newTrail(table, hits)
  const trails = left.get(table) ?? new Map<string, Path>()
  left.set(table, trails)
  const key = `${visited.length} ${matched[0]?.id ?? ''}`
  const trail = trails.get(key) ?? newTrail(table, hits)
  trails.set(key, trail)
  return trail
}

function newTrail(table: CheckedTable, { matched, visited }: Hits): Path {
  const tested = table.inputs.filter((_, at) => visited.some((row) => row.tests[at] !== undefined))
  const results = matched.flatMap((row) => row.results)
  return {
    rows: matched.map(({ id }) => id),
    read: sorted([...tested, ...results].flatMap(({ reads }) => reads)),
    cites: [...new Set(matched.flatMap(({ cites }) => cites ?? []))],
    reasons: [...new Set(matched.flatMap(({ reason }) => reason ?? []))],
  }
}

function knownInputs(table: CheckedTable, inputs: Reading['inputs']): Readonly<Record<string, Known>> {
  const known: Record<string, Known> = {}
  for (const [at, { id }] of table.inputs.entries()) {
    const value = inputs[at]
    if (value !== undefined && !isFailure(value)) known[id] = value
  }
  return known
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort()
}
