/** The single place where a part that rests on one date alone is worked out for each day there can be, by its closure, and looked up by SQL. */
import { type Ast, isFailure, partsOf, runOf, type Value } from '#core/expression/index.ts'
import { dateOfDay, dayNumber } from '#core/value/calendar-date.ts'
import type { Codes } from './codes.ts'
import type { Graph, Node, Range, SqlType } from './graph.ts'
import type { Around, Scalar } from './symbol.ts'

/** More days than these are not worked out: some eleven years. */
const MOST_DAYS = 4_000n

type Ground = { readonly graph: Graph; readonly codes: Codes; readonly around: Around }

/** Undefined where the part rests on more than one date, on none whose days are bounded, or may fail on one of them. */
export function tabulated(ast: Ast, { graph, codes, around }: Ground): Scalar | undefined {
  const type = sqlTypeOf(ast)
  const names = [...new Set(namesIn(ast))].filter((name) => !Object.hasOwn(around.constants, name))
  const [name] = names
  const variable = name === undefined || names.length > 1 ? undefined : around.variable(name)
  if (type === undefined || name === undefined || variable?.kind !== 'scalar') return undefined
  const { node, fault } = variable
  if (node.type !== 'date' || node.range === undefined || node.range.most - node.range.least > MOST_DAYS || fault !== graph.no)
    return undefined
  const run = runOf(ast, [])
  const values = daysOf(node.range).map((day) => run({ ...around.constants, [name]: day }, []))
  if (values.some((value) => value === undefined || isFailure(value))) return undefined
  const members = values.map((value) => written(value, type, codes)).join(',')
  const pieces = [`(array[${members}])[(`, ` - date '${dateAt(node.range.least)}') + 1]`]
  return { kind: 'scalar', fault, node: graph.make(pieces, [node], { type, isNullable: node.isNullable, ...rangeOfAll(values, type) }) }
}

function namesIn(ast: Ast): readonly string[] {
  if (ast.kind === 'item') return ['', ...partsOf(ast).flatMap(namesIn)]
  return [...(ast.kind === 'variable' ? [ast.name] : []), ...partsOf(ast).flatMap(namesIn)]
}

function daysOf({ least, most }: Range): readonly string[] {
  return Array.from({ length: Number(most - least) + 1 }, (_, at) => dateAt(least + BigInt(at)))
}

/** @throws RangeError for a number that is no day: ranges of dates hold days only */
function dateAt(day: bigint): string {
  const date = dateOfDay(Number(day))
  if (date === undefined) throw new RangeError(`${day} is not a day`)
  return date
}

function sqlTypeOf({ type }: Ast): SqlType | undefined {
  switch (type.kind) {
    case 'bool':
    case 'date':
      return type.kind
    case 'int':
    case 'money':
    case 'days':
    case 'months':
      return 'int'
    case 'string':
    case 'option':
      return 'code'
    default:
      return undefined
  }
}

function written(value: Value, type: SqlType, codes: Codes): string {
  if (type === 'bool') return String(value)
  if (type === 'int') return `${String(value)}::int8`
  return type === 'date' ? `date '${String(value)}'` : String(codes.of(String(value)))
}

function rangeOfAll(values: readonly Value[], type: SqlType): Pick<Node, 'range'> {
  const numbers = values.map((value) => (type === 'date' ? dayNumber(String(value)) : Number(value))).sort((a, b) => a - b)
  const [least, most] = [numbers[0], numbers.at(-1)]
  if (type === 'bool' || type === 'code' || least === undefined || most === undefined) return {}
  return { range: { least: BigInt(least), most: BigInt(most) } }
}
