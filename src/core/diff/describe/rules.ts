/** The single place where changes to tables of rules are said: by what a rule is for, and what it gives. */
import type { Table } from '../../definition/definition.ts'
import type { Path } from '../change.ts'
import { isList, type Json } from '../json.ts'
import { namedTable } from '../rows.ts'
import { columnLabel, tellResult, tellTest } from '../../telling/index.ts'
import { tellingIn } from './conditions.ts'
import type { Speech } from './speech.ts'
import { spaced } from './speech.ts'
import { afterOf, beforeOf, type Telling } from './telling.ts'

/** `path` begins with the table. */
export function tableSaid(telling: Telling, [table = '', part, name, ...rest]: Path): string {
  const { change, speech, say } = telling
  const called = speech.table(table)
  if (part === undefined) {
    if (change.kind === 'added') return say.tableAdded(called)
    return change.kind === 'removed' ? say.tableRemoved(called) : say.changes(say.tableApplied(called))
  }
  if (name === undefined) return say.changes(say.tableApplied(called))
  if (part === 'rows') return rowSaid(telling, { table, row: name }, rest)
  return columnSaid(telling, { table, isInput: part === 'inputs', column: name }, rest.length > 0)
}

type Column = { readonly table: string; readonly isInput: boolean; readonly column: string }

function columnSaid({ change, speech, say }: Telling, { table, isInput, column }: Column, isInside: boolean): string {
  const [called, name] = [speech.table(table), speech.quoted(columnCalled(speech, table, column))]
  if (isInside || change.kind === 'changed' || change.kind === 'moved') return say.columnChanged(called, name)
  if (change.kind === 'added') return isInput ? say.looksAt(called, name) : say.gives(called, name)
  return isInput ? say.looksNoLongerAt(called, name) : say.givesNoLonger(called, name)
}

type Row = { readonly table: string; readonly row: string }

function rowSaid(telling: Telling, { table, row }: Row, [part, column]: Path): string {
  const { change, old, now, speech, say } = telling
  const called = speech.table(table)
  const when = whenSaid(speech, { table, row })
  if (part === undefined) {
    if (change.kind === 'added') return say.ruleAdded(called, when, thenSaid(now, { table, row }))
    if (change.kind === 'removed') return say.ruleRemoved(called, when)
    return change.kind === 'moved' ? say.ruleMoved(called, when) : say.ruleReason(called, when)
  }
  if (part === 'when') return say.ruleNowFor(called, whenSaid(old, { table, row }), whenSaid(now, { table, row }, old))
  if (part !== 'then' || column === undefined) return say.ruleReason(called, when)
  const [before, after] = [beforeOf(change), afterOf(change)]
  const from = before === undefined ? say.nothing : resultWritten(old, { table, column, isInput: false }, before)
  const to = after === undefined ? say.nothing : resultWritten(now, { table, column, isInput: false }, after)
  return say.ruleFor(called, when, say.goes(columnCalled(speech, table, column), from, to))
}

/** “Concession: none; Age: < 18”, or that it is for every other case. */
function whenSaid(speech: Speech, { table, row }: Row, like?: Speech): string {
  const found = findRow(speech, { table, row }, like)
  const cells = found === undefined || isListed(found.when) ? [] : Object.entries(found.when).filter(([, cell]) => cell !== '-')
  if (cells.length === 0) return speech.say.anyCase
  const said = cells.map(
    ([column, cell]) => `${columnCalled(speech, table, column)}: ${cellWritten(speech, { table, column, isInput: true }, cell)}`,
  )
  return speech.quoted(said.join('; '))
}

function thenSaid(speech: Speech, { table, row }: Row): string {
  const found = findRow(speech, { table, row })
  const cells = found === undefined || isListed(found.then) ? [] : Object.entries(found.then)
  return cells
    .map(([column, cell]) => `${columnCalled(speech, table, column)}: ${resultWritten(speech, { table, column, isInput: false }, cell)}`)
    .join('; ')
}

/** Rows without an id are named after those of the definition before. */
function findRow(speech: Speech, { table, row }: Row, like?: Speech) {
  const find = (definition: Speech['definition']): Table | undefined => definition.tables.find(({ id }) => id === table)
  const found = find(speech.definition)
  const before = like === undefined ? undefined : find(like.definition)
  if (found === undefined) return undefined
  return namedTable(found, before === undefined ? undefined : namedTable(before)).rows.find(({ id }) => id === row)
}

function isListed(cells: Json): cells is readonly Json[] {
  return isList(cells)
}

function tableIn({ definition }: Speech, id: string): Table | undefined {
  return definition.tables.find((one) => one.id === id)
}

function columnCalled(speech: Speech, id: string, column: string): string {
  const table = tableIn(speech, id)
  return table === undefined ? spaced(column) : columnLabel(table, column, tellingIn(speech))
}

function cellWritten(speech: Speech, { table: id, column }: Column, cell: Json): string {
  const table = tableIn(speech, id)
  return table === undefined || !isCell(cell) ? String(cell) : tellTest(cell, { table, column }, tellingIn(speech))
}

/** A result by the type of its column; texts and what it is worked out from in quotation marks. */
function resultWritten(speech: Speech, { table: id, column }: Column, cell: Json): string {
  const table = tableIn(speech, id)
  if (table === undefined || !isCell(cell)) return String(cell)
  const said = tellResult(cell, { table, column }, tellingIn(speech))
  const type = table.outputs.find((output) => output.id === column)?.type ?? ''
  return ['int', 'money', 'bool', 'date', 'days', 'months'].includes(type) ? said : speech.quoted(said)
}

function isCell(cell: Json): cell is string | number | boolean {
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
}
