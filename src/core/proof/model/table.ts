/** The single place for a decision table while it is reasoned about: which rows match, and what comes of it by its hit policy. */
import type { Derived } from '#core/definition/program/program.ts'
import type { TableTrees } from '#core/decision/index.ts'
import type { Type } from '#core/expression/index.ts'
import type { Reader } from '../reading/reader.ts'
import { sortOf, type Value, vagueValue, wholeOf } from '../reading/value.ts'
import { count, extreme } from '../solver/operations/calculated.ts'
import { chosen, gated, settled } from '../solver/operations/choice.ts'
import { exactNumbers, linear } from '../solver/operations/linear.ts'
import { type Picking, picked } from '../solver/operations/rows.ts'
import { compared } from '../solver/operations/linear.ts'
import { allOf, anyOf, isDefinite, isYes, mapped, needing, reversed } from '../solver/operations/truth.ts'
import { between, isFixed, type Node, states, yes } from '../solver/node.ts'
import type { Moments } from './moments.ts'

/** `rows`: whether each matches. `value` is what names see, by output. `results` are those of each row, by output. */
export type TableModel = {
  readonly trees: TableTrees
  readonly rows: readonly Node[]
  readonly results: readonly (readonly Node[])[]
  readonly inputs: readonly Value[]
  readonly value: Value
}

/** A table as it stands after a page. */
export function tableOf(model: Moments, one: Extract<Derived, { kind: 'table' }>, cut: number): TableModel {
  const reader = model.readerAt(cut)
  const { trees } = one.table
  const inputs = trees.inputs.map((input) => reader.read(input))
  const items = new Map(inputs.map((input, at) => [`input ${at}`, input]))
  const rows = trees.rows.map(({ tests }) =>
    model.all(tests.flatMap((test) => (test === undefined ? [] : [wholeOf(reader.read(test, items))]))),
  )
  const results = trees.rows.map((row) => row.results.map((result) => reader.node(result)))
  return { trees, rows, results, inputs, value: valueOf(reader, one, { trees, rows, results }) }
}

type Read = Pick<TableModel, 'trees' | 'rows' | 'results'>

function valueOf(reader: Reader, { table, isList, type }: Extract<Derived, { kind: 'table' }>, read: Read): Value {
  const { net, sets } = reader.ground
  const outputs = Object.entries(table.outputs)
  if (isList) return listOf(reader, outputs, read)
  if (outputs.some(([, output]) => sortOf(output) === undefined)) return vagueValue(net, type, sets)
  const fields = new Map<string, Value>(outputs.map(([id, output], at) => [id, outputOf(reader, read, { at, type: output })]))
  const [first] = fields.values()
  const whole = first === undefined ? net.fixed('truth', states(yes)) : net.make('truth', mapped('definite', wholeOf(first), isDefinite))
  return { kind: 'record', whole, fields }
}

type Column = { readonly at: number; readonly type: Type }

function outputOf(reader: Reader, read: Read, { at, type }: Column): Node {
  const { net } = reader.ground
  const { policy, collect, rows } = read.trees
  if (policy === 'collect') return collected(reader, read, { at, collect })
  const picking: Picking = policy === 'unique' ? 'only' : policy === 'any' ? 'agreeing' : 'first'
  const nodes = read.rows.map((matches, index) => ({
    matches,
    gives: givenBy(reader, read.results[index] ?? [], at),
    rank: rows[index]?.rank ?? 0,
  }))
  const ordered = policy === 'priority' ? nodes.toSorted((a, b) => a.rank - b.rank) : nodes
  const value = net.make(sortOf(type) ?? 'truth', picked(picking, ordered))
  return policy === 'any' ? net.make(value.sort, gated(agreement(reader, read), value)) : value
}

/** Whether the rows that match agree in all they give; it may be either where a row works out what it gives. */
function agreement(reader: Reader, { rows, results }: Read): Node {
  const { net } = reader.ground
  const kinds = new Map<string, Node[]>()
  for (const [at, row] of rows.entries()) {
    const given = results[at] ?? []
    if (!given.every(isFixed)) return reader.vague({ kind: 'bool' })
    const key = given.map(({ id }) => id).join(' ')
    kinds.set(key, [...(kinds.get(key) ?? []), row])
  }
  const matched = [...kinds.values()].map((same) => net.make('truth', mapped('is yes', net.make('truth', anyOf(same)), isYes)))
  return net.make('truth', compared('at most', net.make('number', count(matched, [])), { than: 1, needs: [] }))
}

/** What a row gives in a column: nothing where another of its results cannot be told. */
function givenBy(reader: Reader, results: readonly Node[], at: number): Node {
  const { net } = reader.ground
  const own = results[at] ?? reader.vague({ kind: 'bool' })
  const others = results.filter((other, index) => index !== at && (other.state & ~3) !== 0)
  const alone = net.make(own.sort, settled(own))
  return others.length === 0 ? alone : net.make(own.sort, settled(net.make(own.sort, gated(net.make('truth', needing(others)), own))))
}

type Collected = { readonly at: number; readonly collect: TableTrees['collect'] }

/** A sum, a count, the smallest or largest of the rows that match; missing where it cannot be told of one whether it does. */
function collected(reader: Reader, { rows, results }: Read, { at, collect }: Collected): Node {
  const { net } = reader.ground
  const isTold = net.make('truth', needing(rows))
  const members = rows.map((here, index) => ({ here, value: givenBy(reader, results[index] ?? [], at) }))
  if (collect === 'count') return settle(reader, net.make('number', count(rows, [isTold])))
  const needs = [isTold, ...members.map(({ here, value }) => toldWhere(reader, here, value))]
  if (collect !== 'sum') return settle(reader, net.make('number', extreme(collect === 'min' ? 'least' : 'most', members, needs)))
  const nothing = net.fixed('number', between(0, 0))
  const terms = members.map(({ here, value }) => ({ times: 1, of: net.make('number', chosen(here, value, nothing)) }))
  const sum = { terms: terms.filter(({ of }) => of !== nothing), offset: 0 }
  return settle(reader, net.make('number', linear(sum, needs, exactNumbers)))
}

function settle({ ground: { net } }: Reader, node: Node): Node {
  return net.make(node.sort, settled(node))
}

/** Yes where the row does not match, or its value is known. */
function toldWhere({ ground: { net } }: Reader, here: Node, value: Node): Node {
  const truth = net.fixed('truth', states(yes))
  return net.make('truth', chosen(here, net.make('truth', mapped('definite', value, isDefinite)), truth))
}

function listOf(reader: Reader, outputs: readonly (readonly [string, Type])[], { rows, results }: Read): Value {
  const { net } = reader.ground
  const whole = net.fixed('truth', states(yes))
  const slots = rows.map((here, index) => ({
    here,
    value: { kind: 'record', whole, fields: new Map(outputs.map(([id], at) => [id, givenBy(reader, results[index] ?? [], at)])) } as const,
  }))
  const isTold = rows.map((here, index) => toldOfRow(reader, here, results[index] ?? []))
  return { kind: 'list', whole: settle(reader, net.make('truth', needing([...rows, ...isTold]))), slots }
}

function toldOfRow(reader: Reader, here: Node, results: readonly Node[]): Node {
  const { net } = reader.ground
  return toldWhere(reader, here, net.make('truth', needing(results)))
}

/** Yes where no row of a table matches, though each can be told. */
export function noRow(model: Moments, { rows }: TableModel): Node {
  const { net } = model.variables.ground
  const not = (row: Node): Node => net.make('truth', mapped('not', row, reversed))
  return net.make('truth', allOf(rows.map(not)))
}
