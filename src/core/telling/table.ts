/** The single place where a table of rules is put into words: its columns, what each cell asks, what each row gives, and how rows that fit become one result. */
import type { Ast, Type } from '#core/expression/index.ts'
import { readCell } from '../decision/cell.ts'
import { readLiteral } from '../decision/literal.ts'
import { type Cell, cellText, hitPolicyOf } from '../decision/table.ts'
import type { Table } from '../definition/definition.ts'
import { typeNamed } from '../definition/program/scope.ts'
import { spaced, upperFirst } from './names.ts'
import type { Column, RowTold, TableTold } from './told.ts'
import type { Telling } from './telling.ts'

/** A column; `isInSentence` where its values stand in a sentence, with quotation marks, and not in a cell of their own. */
type Input = Column & { readonly type: Type; readonly table: string; readonly isInSentence?: boolean }
type Output = Input

/** A table in words. */
export function tellTable(table: Table, telling: Telling): TableTold {
  const inputs = table.inputs.map((input) => inputOf(input, table.id, telling))
  const outputs = table.outputs.map((output) => outputOf(output, table, telling))
  return {
    id: table.id,
    label: telling.names.label(table.id),
    hit: telling.say.hits[hitOf(table)],
    inputs: inputs.map(({ id, label }) => ({ id, label })),
    outputs: outputs.map(({ id, label }) => ({ id, label })),
    rows: table.rows.map((row, index) => rowOf(row, { inputs, outputs, telling, number: index + 1 })),
  }
}

/** A column of a table by its id. */
type ColumnOf = { readonly table: Table; readonly column: string }

/** What one cell of a column asks. */
export function tellTest(cell: Cell, { table, column }: ColumnOf, telling: Telling): string {
  const input = table.inputs.find(({ id }) => id === column)
  return input === undefined ? String(cell) : testOf(cell, inputOf(input, table.id, telling), telling)
}

/** What one cell of a column gives. */
export function tellResult(cell: Cell, { table, column }: ColumnOf, telling: Telling): string {
  const output = table.outputs.find(({ id }) => id === column)
  return output === undefined ? String(cell) : resultOf(cell, outputOf(output, table, telling), telling)
}

/** What a column is called: its own words, or else what it looks at. */
export function columnLabel(table: Table, column: string, telling: Telling): string {
  const input = table.inputs.find(({ id }) => id === column)
  if (input !== undefined) return inputOf(input, table.id, telling).label
  const output = table.outputs.find(({ id }) => id === column)
  return output === undefined ? upperFirst(spaced(column)) : outputOf(output, table, telling).label
}

function hitOf({ hit, collect }: Table): keyof Telling['say']['hits'] {
  const policy = hitPolicyOf(hit)
  return policy === 'collect' ? (collect ?? 'list') : policy
}

function inputOf({ id, is }: Table['inputs'][number], table: string, telling: Telling): Input {
  const compiled = telling.compile(is)
  const own = telling.names.column(table, id)
  const said = compiled === undefined ? spaced(id) : unquoted(telling.expression(compiled.ast))
  return { id, table, label: own ?? upperFirst(said), type: compiled?.type ?? { kind: 'string' } }
}

function outputOf({ id, type }: Table['outputs'][number], table: Table, telling: Telling): Output {
  const isCount = table.collect === 'count'
  const known = isCount ? { kind: 'int' as const } : typeNamed(type, telling.program.scope.options)
  const label = telling.names.column(table.id, id) ?? (type === 'outcome' ? telling.say.outcome : upperFirst(spaced(id)))
  return { id, table: table.id, label, type: known ?? { kind: 'string' } }
}

type Rows = { readonly inputs: readonly Input[]; readonly outputs: readonly Output[]; readonly telling: Telling; readonly number: number }

function rowOf(row: Table['rows'][number], { inputs, outputs, telling, number }: Rows): RowTold {
  const when = inputs.map((input, at) => testOf(row.when[at] ?? '-', input, telling))
  const then = outputs.map((output, at) => resultOf(row.then[at] ?? '', output, telling))
  const asked = inputs.flatMap((input, at) => {
    const cell = row.when[at] ?? '-'
    const say = input.type.kind === 'list' ? telling.say.cellOfList : telling.say.cell
    return String(cell).trim() === '-' ? [] : [say(nameOf(input, telling), testOf(cell, { ...input, isInSentence: true }, telling))]
  })
  const given = outputs.map((output, at) =>
    telling.say.cell(nameOf(output, telling), resultOf(row.then[at] ?? '', { ...output, isInSentence: true }, telling)),
  )
  return {
    id: row.id ?? String(number),
    when,
    then,
    sentence: telling.say.row(asked, given),
    ...(row.reason === undefined ? {} : { reason: row.reason }),
    ...(row.cites === undefined ? {} : { cites: row.cites }),
  }
}

/** A column inside a sentence: in quotation marks, unless it has some already. */
function nameOf({ label }: Column, { say }: Telling): string {
  return label.includes('“') ? label : say.quoted(label)
}

function testOf(cell: Cell, input: Input, telling: Telling): string {
  const read = readCell(telling.spoken(cellText(cell, input.type)), { name: 'input', type: input.type, scope: telling.program.scope })
  if ('message' in read) return String(cell)
  return read.test === undefined ? telling.say.cells.anything : testSaid(read.test, input, telling)
}

function testSaid(ast: Ast, input: Input, telling: Telling): string {
  const { cells } = telling.say
  if (ast.kind === 'or') return oneOf(ast, input, telling).join(cells.or)
  if (ast.kind === 'not')
    return ast.of.kind === 'or' ? cells.neither(oneOf(ast.of, input, telling)) : cells.not(testSaid(ast.of, input, telling))
  if (ast.kind === 'and') return intervalSaid(ast, input, telling)
  if (ast.kind !== 'operation') return telling.expression(ast)
  if (ast.operator === 'in') return valueSaid(ast.left, input, telling)
  const value = valueSaid(ast.right, input, telling)
  const sizes: Readonly<Record<string, (value: string) => string>> = input.type.kind === 'date' ? cells.date : cells.size
  if (ast.operator === '!=') return cells.not(value)
  return sizes[ast.operator]?.(value) ?? value
}

/** What may be one of several, each said. */
function oneOf(ast: Ast, input: Input, telling: Telling): readonly string[] {
  return ast.kind === 'or' ? [ast.left, ast.right].flatMap((part) => oneOf(part, input, telling)) : [testSaid(ast, input, telling)]
}

function intervalSaid({ left, right }: { readonly left: Ast; readonly right: Ast }, input: Input, telling: Telling): string {
  const { cells } = telling.say
  if (left.kind === 'operation' && right.kind === 'operation' && left.operator === '>=' && right.operator === '<=')
    return cells.interval(valueSaid(left.right, input, telling), valueSaid(right.right, input, telling))
  return cells.ends(testSaid(left, input, telling), testSaid(right, input, telling))
}

function valueSaid(ast: Ast, input: Input, telling: Telling): string {
  return ast.kind === 'literal' ? writtenOf(ast.value, { ...input, type: ast.type }, telling) : telling.expression(ast)
}

function resultOf(cell: Cell, output: Output, telling: Telling): string {
  const text = cellText(cell, output.type).trim()
  if (text.startsWith('=')) {
    const said = telling.source(text.slice(1))
    return output.isInSentence === true ? said : unquoted(said)
  }
  const read = readLiteral(telling.spoken(text), output.type, telling.program.scope)
  return 'value' in read ? writtenOf(read.value, output, telling) : text
}

/** A value as a cell has it, without quotation marks, or as a sentence has it, with them. */
function writtenOf(value: unknown, { type, table, id, isInSentence }: Input, telling: Telling): string {
  if (typeof value !== 'string' || value === '' || type.kind === 'date') return telling.caller.literal(value, type)
  const own = telling.names.columnValue(table, id, value)
  const said = own ?? unquoted((type.kind === 'option' ? telling.names.option(type.of, value) : undefined) ?? spaced(value))
  return isInSentence === true ? telling.say.quoted(said) : said
}

/** A name alone needs no quotation marks in a cell. */
function unquoted(text: string): string {
  return /^“([^“”]*)”$/.exec(text)?.[1] ?? text
}
