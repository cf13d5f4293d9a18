/** The single place for the functions of the language: what is known of each without running it on everything. */
import type { Ast, Known, Type } from '#core/expression/index.ts'
import { findFunction } from '#core/expression/functions/index.ts'
import { isRefused } from '#core/expression/functions/function.ts'
import { addMonths, dateOfDay, dayNumber, monthsBetween } from '#core/value/calendar-date.ts'
import { isNation } from '#core/value/bank-holidays.ts'
import { addWorkingDays } from '#core/value/working-days.ts'
import { extreme, type Monotone, monotone, plain } from '../solver/operations/calculated.ts'
import { chosen, gated } from '../solver/operations/choice.ts'
import { exactNumbers, linear } from '../solver/operations/linear.ts'
import { mapped, orFailed } from '../solver/operations/truth.ts'
import { between, isFixed, type Node, yes } from '../solver/node.ts'
import { sizeOf } from './lists.ts'
import type { Reading } from './reading.ts'
import { firstDay, isNode, lastDay, type ListValue, reachOf, sortOf, type Value, wholeOf, wholeReach } from './value.ts'

type CallAst = Extract<Ast, { kind: 'call' }>

/** What a call gives. */
export function call(reader: Reading, ast: CallAst, given: readonly Value[]): Value {
  const [first] = given
  if (first !== undefined && !isNode(first)) return first.kind === 'list' ? ofList(reader, ast, first) : reader.vague(ast.type)
  const nodes = given.filter(isNode)
  switch (ast.name) {
    case 'days':
    case 'months':
    case 'count':
      return nodes[0] ?? reader.vague(ast.type)
    case 'min':
    case 'max':
      return ofTwo(reader, ast.name, nodes)
    default:
      return ofFunction(reader, ast, nodes)
  }
}

function ofList(reader: Reading, ast: CallAst, list: ListValue): Value {
  const { net } = reader.ground
  const members = list.slots.map(({ here, value }) => ({ here, value: wholeOf(value) }))
  if (ast.name === 'size') return sizeOf(reader, list)
  if (ast.name === 'min' || ast.name === 'max')
    return net.make('number', extreme(ast.name === 'min' ? 'least' : 'most', members, [list.whole]))
  if (ast.name !== 'sum') return reader.vague(ast.type)
  const nothing = net.fixed('number', between(0, 0))
  const terms = members.map(({ here, value }) => ({ times: 1, of: net.make('number', chosen(here, value, nothing)) }))
  return net.make('number', linear({ terms: terms.filter(({ of }) => of !== nothing), offset: 0 }, [list.whole], exactNumbers))
}

function ofTwo(reader: Reading, name: 'min' | 'max', nodes: readonly Node[]): Node {
  const directions = nodes.map(() => 1 as const)
  const run = name === 'min' ? (given: readonly number[]) => Math.min(...given) : (given: readonly number[]) => Math.max(...given)
  return reader.ground.net.make('number', monotone({ name, directions, run, ...exactNumbers }, nodes))
}

/** Functions that only rise or fall, with what is fixed left out; all others are run once all they are given is fixed. */
function ofFunction(reader: Reading, ast: CallAst, nodes: readonly Node[]): Node {
  const { net } = reader.ground
  const known = risingOf(ast, nodes)
  if (known !== undefined) return guarded(reader, ast, { nodes, value: net.make('number', monotone(known.how, known.parts)) })
  const sort = sortOf(ast.type)
  const entry = findFunction(ast.name)
  if (sort === undefined || entry === undefined || nodes.length !== ast.given.length) return reader.vague(ast.type)
  const types = ast.given.map(({ type }) => type)
  if (types.some(({ kind }) => kind === 'string')) return reader.vague(ast.type)
  const value = net.make(
    sort,
    plain(
      {
        name: ast.name,
        within: withinOf(reader, ast),
        mayFail: !total.has(ast.name),
        run: (parts) => {
          const values = parts.map((part, at) => valueOf(part, types[at] ?? ast.type, reader))
          const result = entry.run(values.filter((value) => value !== undefined))
          return isRefused(result) ? undefined : reachOf(result, ast.type, reader.ground)
        },
      },
      nodes,
    ),
  )
  return guarded(reader, ast, { nodes, value })
}

/** A call fails where its divisor is nothing, or a person is not born yet: said as a comparison, so that rules that forbid it are understood. */
function guarded(reader: Reading, { name }: CallAst, { nodes, value }: { readonly nodes: readonly Node[]; readonly value: Node }): Node {
  const [first, second, third] = nodes
  if (name === 'ageOn' && first !== undefined && second !== undefined)
    return unlessFailed(reader, reader.compare('<=', first, second), value)
  const divisor = name === 'share' ? third : ['divide', 'roundTo', 'ceilDiv', 'floorDiv'].includes(name) ? second : undefined
  return divisor === undefined ? value : unlessNothing(reader, divisor, value)
}

function unlessNothing(reader: Reading, divisor: Node, value: Node): Node {
  const nothing = reader.ground.net.fixed('number', between(0, 0))
  return unlessFailed(reader, reader.compare('!=', divisor, nothing), value)
}

function unlessFailed({ ground: { net } }: Reading, holds: Node, value: Node): Node {
  return net.make(value.sort, gated(net.make('truth', mapped('or failed', holds, orFailed)), value))
}

/** Functions that always have a result. */
const total: ReadonlySet<string> = new Set(['monthOf', 'dayOf', 'weekdayOf', 'isBankHoliday', 'isWorkingDay'])

function withinOf({ ground: { sets } }: Reading, { name, type }: CallAst) {
  if (name === 'monthOf') return between(1, 12)
  if (name === 'dayOf') return between(1, 31)
  if (name === 'weekdayOf') return between(1, 7)
  return wholeReach(type, sets)
}

/** The value of a node that is fixed. */
export function valueOf(node: Node, type: Type, { ground: { sets, texts } }: Pick<Reading, 'ground'>): Known | undefined {
  if (!isFixed(node)) return undefined
  if (node.sort === 'truth') return node.state === yes
  if (node.sort === 'number') return type.kind === 'date' ? dateOfDay(node.least) : node.least
  if (type.kind !== 'option') return texts.findText(node.choices)
  return sets[type.of]?.find((_, at) => node.choices === 1n << BigInt(at + 1))
}

type Rising = { readonly how: Monotone; readonly parts: readonly Node[] }

const dates = { least: firstDay, most: lastDay }

function risingOf(ast: CallAst, nodes: readonly Node[]): Rising | undefined {
  const [a, b] = nodes
  if (a === undefined) return undefined
  switch (ast.name) {
    case 'ageOn':
      return (
        b && {
          how: {
            name: 'age',
            directions: [-1, 1],
            run: ([birth, day]) => yearsBetween(dateAt(birth), dateAt(day)),
            least: -10_000,
            most: 10_000,
          },
          parts: [a, b],
        }
      )
    case 'monthsBetween':
      return (
        b && {
          how: {
            name: 'months between',
            directions: [-1, 1],
            run: ([from, to]) => monthsBetween(dateAt(from), dateAt(to)),
            ...exactNumbers,
          },
          parts: [a, b],
        }
      )
    case 'yearOf':
      return { how: { name: 'year', directions: [1], run: ([day]) => Number(dateAt(day).slice(0, 4)), ...exactNumbers }, parts: [a] }
    case 'firstOfMonth':
      return {
        how: { name: 'first of month', directions: [1], run: ([day]) => dayNumber(`${dateAt(day).slice(0, 8)}01`), ...dates },
        parts: [a],
      }
    case 'lastOfMonth':
      return { how: { name: 'last of month', directions: [1], run: ([day]) => lastOfMonth(dateAt(day)), ...dates }, parts: [a] }
    case 'addWorkingDays':
      return b && workingDaysAdded(ast, [a, b])
    default:
      return scaledOf(ast, nodes)
  }
}

/** How a function of amounts goes with each of them: only where none is negative, or all but the first are written down. */
const scaling: Readonly<Record<string, readonly (1 | -1)[]>> = {
  percent: [1, 1],
  share: [1, 1, -1],
  divide: [1, -1],
  roundTo: [1, 1],
  ceilDiv: [1, -1],
  floorDiv: [1, -1],
}

function scaledOf(ast: CallAst, nodes: readonly Node[]): Rising | undefined {
  const entry = findFunction(ast.name)
  const directions = scaling[ast.name]
  const [amount, ...others] = nodes.filter(({ sort }) => sort === 'number')
  if (entry === undefined || directions === undefined || amount === undefined) return undefined
  const isWritten = others.every((other) => isFixed(other) && other.state === yes && other.least > 0)
  const isPositive = others.every(({ least }, at) => least > 0 || (least === 0 && directions[at + 1] === 1)) && amount.least >= 0
  if (!isWritten && (!isPositive || ast.name === 'roundTo')) return undefined
  const rounding = ast.given.at(-1)
  const way = rounding?.kind === 'option' ? [rounding.option] : []
  if (way.length === 0 && ast.name !== 'ceilDiv' && ast.name !== 'floorDiv') return undefined
  const run = (given: readonly number[]): number => {
    const result = entry.run([...given, ...way])
    return typeof result === 'number' ? result : (given[0] ?? 0) > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  }
  return { how: { name: `${ast.name} ${way.join('')}`, directions, run, ...exactNumbers }, parts: [amount, ...others] }
}

function workingDaysAdded({ given }: CallAst, parts: readonly Node[]): Rising | undefined {
  const nation = given[2]
  if (nation?.kind !== 'option' || !isNation(nation.option)) return undefined
  const { option } = nation
  const run = ([day, count = 0]: readonly number[]): number => {
    const found = addWorkingDays(dateAt(day), count, option)
    return found === undefined ? (count > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY) : dayNumber(found)
  }
  return { how: { name: `working days added ${option}`, directions: [1, 1], run, ...dates }, parts }
}

/** A date so many months later (or earlier). */
export function monthsAdded(reader: Reading, [date, months, times]: readonly [Node, Node, 1 | -1]): Node {
  const run = ([day, count = 0]: readonly number[]): number => {
    const found = addMonths(dateAt(day), count * times)
    return found === undefined ? (count * times > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY) : dayNumber(found)
  }
  return reader.ground.net.make(
    'number',
    monotone({ name: `months added ${times}`, directions: [1, times], run, ...dates }, [date, months]),
  )
}

/** Whole division and its rest, by a figure written down; by anything else only once both are fixed. */
export function division(reader: Reading, operator: '/' | '%', [amount, by]: readonly [Node, Node]): Node {
  const { net } = reader.ground
  const isFigure = isFixed(by) && by.state === yes && by.least > 0
  const divisor = by.least
  if (isFigure && operator === '/')
    return net.make(
      'number',
      monotone({ name: `divided by ${divisor}`, directions: [1], run: ([value = 0]) => Math.trunc(value / divisor) + 0, ...exactNumbers }, [
        amount,
      ]),
    )
  const within = isFigure
    ? between(amount.least < 0 ? 1 - divisor : 0, amount.most > 0 ? divisor - 1 : 0)
    : between(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
  const value = net.make(
    'number',
    plain(
      {
        name: operator === '/' ? 'quotient' : 'rest',
        within,
        mayFail: false,
        run: ([left, right]) => {
          if (left === undefined || right === undefined || right.least === 0) return undefined
          const rest = left.least % right.least
          const result = (operator === '%' ? rest : (left.least - rest) / right.least) + 0
          return between(result, result)
        },
      },
      [amount, by],
    ),
  )
  return unlessNothing(reader, by, value)
}

function dateAt(day = 0): string {
  return dateOfDay(Math.min(Math.max(day, firstDay), lastDay)) ?? '0001-01-01'
}

function yearsBetween(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}

function lastOfMonth(date: string): number {
  const next = addMonths(`${date.slice(0, 8)}01`, 1)
  return next === undefined ? lastDay : dayNumber(next) - 1
}
