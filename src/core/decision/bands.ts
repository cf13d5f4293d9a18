/** The single place that sees a table whose rows are bands of one number, none over another, so that its row can be looked up. */
import { type Ast, partsOf } from '#core/expression/index.ts'
import type { TableTrees } from './compile.ts'

/** Whole numbers from `least` to `most`, both taken in, and the place of the row they belong to. */
export type Band = { readonly least: number; readonly most: number; readonly row: number }

/** The bands from the lowest up, with the input they are about; undefined for any other table. */
export function bandsOf({
  inputs,
  rows,
}: Pick<TableTrees, 'inputs' | 'rows'>): { readonly input: number; readonly bands: readonly Band[] } | undefined {
  const [first] = rows
  const input = first?.tests.findIndex((test) => test !== undefined) ?? -1
  const type = inputs[input]?.type.kind
  if (type === undefined || !['int', 'money', 'days', 'months'].includes(type)) return undefined
  const bands: Band[] = []
  for (const [row, { tests }] of rows.entries()) {
    const test = tests[input]
    const range = test === undefined || tests.some((other, at) => at !== input && other !== undefined) ? undefined : rangeOf(test)
    if (range === undefined) return undefined
    bands.push({ ...range, row })
  }
  bands.sort((a, b) => a.least - b.least)
  return bands.every(({ least }, at) => at === 0 || least > (bands[at - 1]?.most ?? least)) ? { input, bands } : undefined
}

type Range = Omit<Band, 'row'>

function rangeOf(test: Ast): Range | undefined {
  if (test.kind === 'and') {
    const [left, right] = partsOf(test).map(rangeOf)
    return left && right && { least: Math.max(left.least, right.least), most: Math.min(left.most, right.most) }
  }
  if (test.kind !== 'operation' || test.left.kind !== 'item' || test.right.kind !== 'literal') return undefined
  const { value } = test.right
  return typeof value === 'number' ? rangeFrom(test.operator, value) : undefined
}

function rangeFrom(operator: string, value: number): Range | undefined {
  const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  switch (operator) {
    case '==':
      return { least: value, most: value }
    case '<':
      return { least, most: value - 1 }
    case '<=':
      return { least, most: value }
    case '>':
      return { least: value + 1, most }
    case '>=':
      return { least: value, most }
    default:
      return undefined
  }
}
