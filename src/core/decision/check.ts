/** The single place that checks a decision table and names every fault with its row and column. */
import { type Ast, type Compiled, compile, nameOfType, runOf, type Scope, type Type } from '#core/expression/index.ts'
import { type Column, readCell } from './cell.ts'
import { readLiteral } from './literal.ts'
import type { CheckedRow, Source } from './row.ts'
import { type Cell, cellText, hitPolicyOf, type Output, type Row, type Table, type TableFault } from './table.ts'

/** A table without faults. `ranks` orders the rows of a priority table, the most important first. */
export type CheckedTable = {
  readonly inputs: readonly (Source & { readonly type: Type })[]
  readonly rows: readonly CheckedRow[]
  readonly ranks: ReadonlyMap<CheckedRow, number>
}

type Checking = {
  readonly table: Table
  readonly scope: Scope
  readonly columns: readonly (Column | undefined)[]
  readonly faults: TableFault[]
}
type Position = { readonly row: number; readonly column: number }

/** The checked table, or every fault in it. */
export function checkTable(table: Table, scope: Scope): CheckedTable | { readonly faults: readonly TableFault[] } {
  const faults: TableFault[] = tableFaults(table)
  const inputs = table.inputs.map((input, column) => readInput(input.is, scope, { column, faults }))
  const columns = inputs.map((input, at) => (input === undefined ? undefined : { name: `input ${at}`, type: input.type, scope }))
  const checking = { table, scope, columns, faults }
  const rows = table.rows.map((row, at) => readRow(row, at, checking))
  const ranks = ranksOf(rows, checking)
  if (faults.length > 0) return { faults }
  return { inputs: inputs.flatMap((input, at) => (input === undefined ? [] : [sourceOf(table.inputs[at]?.id ?? '', input)])), rows, ranks }
}

function sourceOf(id: string, { type, ast, evaluate, missing, reads }: Compiled): Source & { readonly type: Type } {
  return { id, type, ast, evaluate, missing, reads }
}

/** What is wrong with the table as a whole. */
function tableFaults(table: Table): TableFault[] {
  const faults: TableFault[] = []
  const add = (code: string, message: string, help: string) => faults.push({ code, message, help, start: 0, end: 0 })
  if (table.outputs.length === 0) add('no-output', 'The table has no output', 'Give it at least one output')
  const ids = [...table.inputs.map(({ id }) => id), ...table.outputs.map(({ id }) => id)]
  for (const id of new Set(ids.filter((each, at) => ids.indexOf(each) !== at)))
    add('duplicate-id', `Two columns are called ${id}`, 'Rename one of them')
  const rowIds = table.rows.map(({ id }, at) => id ?? String(at + 1))
  for (const id of new Set(rowIds.filter((each, at) => rowIds.indexOf(each) !== at)))
    add('duplicate-id', `Two rows are called ${id}`, 'Rename one of them')
  const policy = hitPolicyOf(table.hit)
  faults.push(...repeatedRows(table))
  if (table.collect !== undefined && policy !== 'collect')
    add('wrong-hit', 'Only the hit policy collect takes a collect', 'Change one of the two')
  const needsNumber = policy === 'collect' && ['sum', 'min', 'max'].includes(table.collect ?? 'list')
  if (needsNumber && (table.outputs.length !== 1 || !isNumber(table.outputs[0]))) {
    add('wrong-hit', `${table.collect} needs exactly one output that is a count or money`, 'Use collect list, or one such output')
  }
  return faults
}

/** Two rows that ask the same: both would match in a unique table, and the second would never be reached in a first one. */
function repeatedRows({ hit, rows }: Table): TableFault[] {
  if (!['unique', 'first'].includes(hitPolicyOf(hit))) return []
  const asked = rows.map(({ when }) => when.map((cell) => String(cell).trim()).join(' | '))
  return rows.flatMap((_, row) => {
    const before = asked.indexOf(asked[row] ?? '')
    if (before === row) return []
    return [
      {
        code: 'same-row',
        message: `This row asks the same as row ${before + 1}`,
        help: 'Remove it, or change one of the two',
        row,
        start: 0,
        end: 0,
      },
    ]
  })
}

function isNumber(output: Output | undefined): boolean {
  return output !== undefined && ['int', 'money', 'days', 'months'].includes(output.type.kind)
}

function readInput(source: string, scope: Scope, at: { readonly column: number; readonly faults: TableFault[] }): Compiled | undefined {
  const input = compile(source, scope)
  if (!('faults' in input)) return input
  at.faults.push(...input.faults.map((fault) => ({ ...fault, column: at.column })))
  return undefined
}

function readRow(row: Row, at: number, checking: Checking): CheckedRow {
  const { table, columns, faults } = checking
  const width = table.inputs.length
  if (row.when.length !== width || row.then.length !== table.outputs.length) {
    const message = `The row has ${row.when.length} tests and ${row.then.length} results; the table has ${width} inputs and ${table.outputs.length} outputs`
    faults.push({
      code: 'wrong-width',
      message,
      help: 'Write one cell for each column, - where anything will do',
      row: at,
      start: 0,
      end: 0,
    })
    return { id: row.id ?? String(at + 1), tests: [], results: [], cites: row.cites, reason: row.reason }
  }
  return {
    id: row.id ?? String(at + 1),
    tests: row.when.map((cell, column) => testOf(cell, columns[column], { position: { row: at, column }, checking })),
    results: row.then.flatMap((cell, index) => resultOf(cell, index, { position: { row: at, column: width + index }, checking })),
    cites: row.cites,
    reason: row.reason,
  }
}

type At = { readonly position: Position; readonly checking: Checking }

function testOf(cell: Cell, column: Column | undefined, { position, checking }: At): CheckedRow['tests'][number] {
  if (column === undefined) return undefined
  const read = readCell(cellText(cell, column.type), column)
  if ('message' in read) {
    checking.faults.push({ code: 'wrong-cell', ...read, ...position })
    return undefined
  }
  const names = checking.columns.map((_, at) => `input ${at}`)
  return read.test === undefined ? undefined : { ast: read.test, run: runOf(read.test, names) }
}

function resultOf(cell: Cell, index: number, { position, checking }: At): Source[] {
  const output = checking.table.outputs[index]
  if (output === undefined) return []
  const text = cellText(cell, output.type)
  if (text.startsWith('=')) return computedOf(text, output, { position, checking })
  const read = readLiteral(text.trim(), output.type, checking.scope)
  if ('message' in read) {
    checking.faults.push({ code: 'wrong-cell', message: read.message, help: read.help, start: 0, end: text.length, ...position })
    return []
  }
  const { value } = read
  const ast: Ast = { kind: 'literal', value, type: output.type, start: 0, end: text.length }
  return [{ id: output.id, ast, evaluate: () => value, missing: () => [], reads: [] }]
}

function computedOf(text: string, output: Output, { position, checking }: At): Source[] {
  if (hitPolicyOf(checking.table.hit) === 'priority') {
    const message = 'A table with the hit policy priority cannot compute its outputs'
    checking.faults.push({
      code: 'wrong-cell',
      message,
      help: 'Write one of the values of the output',
      start: 0,
      end: text.length,
      ...position,
    })
    return []
  }
  const source = text.slice(1)
  const offset = 1
  const result = compile(source, checking.scope, output.type)
  if (!('faults' in result)) return [sourceOf(output.id, result)]
  checking.faults.push(...result.faults.map((fault) => ({ ...fault, ...position, start: fault.start + offset, end: fault.end + offset })))
  return []
}

/** Rows of a priority table by the importance of their outputs: the first output weighs most. */
function ranksOf(rows: readonly CheckedRow[], { table, scope, faults }: Checking): ReadonlyMap<CheckedRow, number> {
  if (hitPolicyOf(table.hit) !== 'priority') return new Map()
  const orders = table.outputs.map((output, index) => orderOf(output, scope, { column: table.inputs.length + index, faults }))
  return new Map(
    rows.map((row, at) => {
      const places = row.results.map((result, index) => orders[index]?.indexOf(String(result.evaluate({}))) ?? -1)
      const unlisted = places.findIndex((place, index) => place < 0 && orders[index] !== undefined)
      if (unlisted >= 0 && row.results.length === table.outputs.length) {
        const message = `This value is not among the values of ${table.outputs[unlisted]?.id}`
        faults.push({
          code: 'wrong-cell',
          message,
          help: 'List it among the values of the output',
          row: at,
          column: table.inputs.length + unlisted,
          start: 0,
          end: 0,
        })
      }
      return [row, places.reduce((rank, place, index) => rank * ((orders[index]?.length ?? 0) + 1) + place, 0)]
    }),
  )
}

function orderOf(
  output: Output,
  scope: Scope,
  at: { readonly column: number; readonly faults: TableFault[] },
): readonly string[] | undefined {
  const place = { column: at.column, start: 0, end: 0 }
  if (output.values === undefined || output.values.length === 0) {
    at.faults.push({
      code: 'no-order',
      message: `The output ${output.id} has no values to order by`,
      help: 'List its values, the most important first',
      ...place,
    })
    return undefined
  }
  return output.values.map((cell) => {
    const read = readLiteral(cellText(cell, output.type), output.type, scope)
    if ('value' in read) return String(read.value)
    at.faults.push({ code: 'wrong-cell', message: read.message, help: `The output is ${nameOfType(output.type)}: ${read.help}`, ...place })
    return ''
  })
}
