/** The single place that finds rows of a table that can never match together, so that the first that matches is the only one. */
import type { TableTrees } from '#core/decision/index.ts'
import type { Ast } from '#core/expression/index.ts'

type Row = TableTrees['rows'][number]
/** Values a test lets through: numbers and dates between two ends, or some of the options (`but`: all except these). */
type Allowed =
  | {
      readonly kind: 'between'
      readonly least: number | string
      readonly most: number | string
      readonly isOpen: readonly [boolean, boolean]
    }
  | { readonly kind: 'some' | 'but'; readonly values: ReadonlySet<unknown> }

/** Whether any two rows ask for different values of one input. */
export function areApart(rows: readonly Row[]): boolean {
  return rows.every((row, at) => rows.slice(0, at).every((before) => row.tests.some((test, input) => isApart(test, before.tests[input]))))
}

function isApart(a: Ast | undefined, b: Ast | undefined): boolean {
  const [left, right] = [allowedBy(a), allowedBy(b)]
  return left.length > 0 && right.length > 0 && left.every((one) => right.every((other) => isClear(one, other)))
}

/** Empty where it is not known. */
function allowedBy(test: Ast | undefined): readonly Allowed[] {
  if (test?.kind === 'or') {
    const [left, right] = [allowedBy(test.left), allowedBy(test.right)]
    return left.length > 0 && right.length > 0 ? [...left, ...right] : []
  }
  if (test?.kind === 'not') {
    const inside = allowedBy(test.of)
    const values = inside.flatMap((one) => (one.kind === 'some' ? [...one.values] : []))
    return inside.length > 0 && inside.every(({ kind }) => kind === 'some') ? [{ kind: 'but', values: new Set(values) }] : []
  }
  if (test?.kind === 'and') return narrowed(allowedBy(test.left), allowedBy(test.right))
  if (test?.kind !== 'operation' || test.left.kind !== 'item' || test.right.kind !== 'literal') return []
  return ofComparison(test.operator, test.right.value)
}

function ofComparison(operator: string, value: unknown): readonly Allowed[] {
  if (operator === '==') return [{ kind: 'some', values: new Set([value]) }]
  if (operator === '!=') return [{ kind: 'but', values: new Set([value]) }]
  if (typeof value !== 'number' && typeof value !== 'string') return []
  const [lowest, highest] = typeof value === 'number' ? [-Infinity, Infinity] : ['', '\uffff']
  switch (operator) {
    case '<':
    case '<=':
      return [{ kind: 'between', least: lowest, most: value, isOpen: [false, operator === '<'] }]
    case '>':
    case '>=':
      return [{ kind: 'between', least: value, most: highest, isOpen: [operator === '>', false] }]
    default:
      return []
  }
}

/** An interval is written as two comparisons. */
function narrowed([a]: readonly Allowed[], [b]: readonly Allowed[]): readonly Allowed[] {
  if (a?.kind !== 'between' || b?.kind !== 'between') return []
  const [lower, upper] = a.least > b.least ? [a, b] : [b, a]
  return [{ kind: 'between', least: lower.least, most: upper.most, isOpen: [lower.isOpen[0], upper.isOpen[1]] }]
}

function isClear(a: Allowed, b: Allowed): boolean {
  if (a.kind === 'between' && b.kind === 'between') return endsBefore(a, b) || endsBefore(b, a)
  if (a.kind === 'between') return isClear(b, a)
  if (b.kind === 'between') return a.kind === 'some' && [...a.values].every((value) => isOutside(value, b))
  if (a.kind === 'some') return b.kind === 'some' ? a.values.isDisjointFrom(b.values) : a.values.isSubsetOf(b.values)
  return b.kind === 'some' && b.values.isSubsetOf(a.values)
}

type Between = Extract<Allowed, { kind: 'between' }>

function endsBefore(a: Between, b: Between): boolean {
  return a.most < b.least || (a.most === b.least && (a.isOpen[1] || b.isOpen[0]))
}

function isOutside(value: unknown, { least, most, isOpen }: Between): boolean {
  if (typeof value !== 'number' && typeof value !== 'string') return false
  return value < least || value > most || (value === least && isOpen[0]) || (value === most && isOpen[1])
}
