/**
 * The single place that works an expression backwards: which value of one answer would give it a certain value, all other answers being as they are.
 * It is exact where the answer is read once on the way; where rounding or whole steps lie between, it gives the ends of the steps. What it gives
 * are candidates: whoever asks tries them.
 */
import type { Ast, Values } from '#core/expression/index.ts'
import { type Known, partsOf, runOf } from '#core/expression/index.ts'
import { addDays, addMonths, daysBetween, partsOf as partsOfDate } from '#core/value/calendar-date.ts'
import type { Derived } from '../definition/program/program.ts'
import type { AnswerPlace } from './place.ts'

/** What is known while an expression is worked backwards; `items` are the names for members of lists, with the members they stand for now. */
export type Setting = {
  readonly place: AnswerPlace
  readonly values: Values
  readonly derived: ReadonlyMap<string, Derived>
  readonly items: ReadonlyMap<string, Known | undefined>
}

type Of<Kind extends Ast['kind']> = Extract<Ast, { kind: Kind }>

/** Whether an expression can change with the answer. */
export function readsAnswer(ast: Ast, setting: Setting): boolean {
  const { place, derived, items } = setting
  if (ast.kind === 'variable') return ast.name === place.question || (derived.get(ast.name)?.asks.includes(place.question) ?? false)
  if (ast.kind === 'item') return items.has(ast.name)
  if (ast.kind === 'field' && ast.of.kind === 'item') return items.has(ast.of.name) && ast.name === place.member
  return partsOf(ast).some((part) => readsAnswer(part, setting))
}

/** What an expression is worth now; undefined where it can't be told. */
export function worth(ast: Ast, { values, items }: Setting): Known | undefined {
  const value = runOf(ast, [...items.keys()])(values, [...items.values()])
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : undefined
}

/** Values of the answer that may give the expression this value. */
export function solve(ast: Ast, target: number | string, setting: Setting): readonly (number | string)[] {
  if (!readsAnswer(ast, setting)) return []
  switch (ast.kind) {
    case 'variable':
      return ast.name === setting.place.question ? [target] : solveDerived(ast.name, target, setting)
    case 'item':
      return setting.place.member === undefined ? [target] : []
    case 'field':
      return ast.of.kind === 'item' ? [target] : ast.of.kind === 'variable' ? solveColumn(ast.of.name, ast.name, { target, setting }) : []
    case 'minus':
      return typeof target === 'number' ? solve(ast.of, -target, setting) : []
    case 'operation':
      return solveOperation(ast, target, setting)
    case 'if':
      return [...solve(ast.then, target, setting), ...solve(ast.otherwise, target, setting)]
    case 'call':
      return solveCall(ast, target, setting)
    default:
      return []
  }
}

function solveDerived(name: string, target: number | string, setting: Setting): readonly (number | string)[] {
  const one = setting.derived.get(name)
  return one === undefined || one.kind === 'table' ? [] : solve(one.compiled.ast, target, setting)
}

type Wanted = { readonly target: number | string; readonly setting: Setting }

function solveColumn(table: string, column: string, { target, setting }: Wanted): readonly (number | string)[] {
  const one = setting.derived.get(table)
  if (one?.kind !== 'table') return []
  const at = Object.keys(one.table.outputs).indexOf(column)
  return one.table.trees.rows.flatMap(({ results }) => {
    const result = results[at]
    return result === undefined ? [] : solve(result, target, setting)
  })
}

function solveOperation(ast: Of<'operation'>, target: number | string, setting: Setting): readonly (number | string)[] {
  const { left, right, operator } = ast
  const isLeft = readsAnswer(left, setting)
  if (isLeft && readsAnswer(right, setting)) return []
  const [asked, other] = isLeft ? [left, right] : [right, left]
  const known = worth(other, setting)
  if (known === undefined) return []
  return backThrough(ast, { target, known, isLeft }).flatMap((value) => (operator === '%' ? [] : solve(asked, value, setting)))
}

type Side = { readonly target: number | string; readonly known: Known; readonly isLeft: boolean }

/** What the side with the answer must be, for the whole to be `target` while the other side is `known`. */
function backThrough({ operator, left, right }: Of<'operation'>, { target, known, isLeft }: Side): readonly (number | string)[] {
  if (left.type.kind === 'date' && right.type.kind === 'date') {
    if (typeof target !== 'number' || typeof known !== 'string') return []
    return [addDays(known, isLeft ? target : -target)].flatMap((date) => date ?? [])
  }
  if (left.type.kind === 'date') {
    const sign = operator === '+' ? -1 : 1
    const add = right.type.kind === 'months' ? addMonths : addDays
    if (isLeft && typeof target === 'string' && typeof known === 'number') return [add(target, sign * known)].flatMap((date) => date ?? [])
    if (!isLeft && typeof target === 'string' && typeof known === 'string' && right.type.kind === 'days')
      return [-sign * daysBetween(known, target)]
    return []
  }
  if (typeof target !== 'number' || typeof known !== 'number') return []
  if (operator === '+') return [target - known]
  if (operator === '-') return [isLeft ? target + known : known - target]
  if (operator === '*') return known === 0 ? [] : around(target / known)
  return isLeft ? [target * known, target * known + known - 1] : []
}

function solveCall({ name, given }: Of<'call'>, target: number | string, setting: Setting): readonly (number | string)[] {
  const [first, second, third] = given
  if (first === undefined) return []
  if (name === 'min' || name === 'max') return given.flatMap((part) => solve(part, target, setting))
  if (name === 'sum') return solveSum(first, target, setting)
  const [a, b, c] = [first, second, third].map((part) =>
    part === undefined || readsAnswer(part, setting) ? undefined : worth(part, setting),
  )
  if (typeof target === 'string') return backToDate(name, { target, setting, first })
  const asked = readsAnswer(first, setting) ? first : second
  if (asked === undefined) return []
  const values = asked === first ? backToFirst(name, { target, b, c }) : backToSecond(name, { target, a })
  return values.flatMap((value) => solve(asked, value, setting))
}

type Known3 = { readonly target: number; readonly b: Known | undefined; readonly c: Known | undefined }

/** The first argument of a function, from its result and the others. */
function backToFirst(name: string, { target, b, c }: Known3): readonly (number | string)[] {
  if (name === 'days' || name === 'months' || name === 'count') return [target]
  if (name === 'yearOf') return [`${String(target).padStart(4, '0')}-01-01`, `${String(target).padStart(4, '0')}-12-31`]
  if (typeof b === 'string') {
    if (name === 'ageOn') return [addMonths(b, -12 * target), addMonths(b, -12 * (target + 1))].flatMap((date) => date ?? [])
    return name === 'monthsBetween' ? [addMonths(b, -target), addMonths(b, -target - 1)].flatMap((date) => date ?? []) : []
  }
  if (typeof b !== 'number' || b === 0) return []
  if (name === 'percent') return beforeRounding(target, (value) => (value * 100) / b)
  if (name === 'divide') return beforeRounding(target, (value) => value * b)
  if (name === 'share') return typeof c === 'number' ? beforeRounding(target, (value) => (value * c) / b) : []
  if (name === 'roundTo') return beforeRounding(target / b, (value) => value * b)
  if (name === 'ceilDiv') return [target * b, (target - 1) * b, (target - 1) * b + 1]
  return name === 'floorDiv' ? [target * b, (target + 1) * b, (target + 1) * b - 1] : []
}

function backToSecond(
  name: string,
  { target, a }: { readonly target: number; readonly a: Known | undefined },
): readonly (number | string)[] {
  if (name === 'percent' && typeof a === 'number' && a !== 0) return beforeRounding(target, (value) => (value * 100) / a)
  if (name === 'divide' && target !== 0 && typeof a === 'number') return around(a / target)
  if (typeof a !== 'string') return []
  if (name === 'ageOn') return [addMonths(a, 12 * target), addMonths(a, 12 * (target + 1))].flatMap((date) => date ?? [])
  return name === 'monthsBetween' ? [addMonths(a, target), addMonths(a, target + 1)].flatMap((date) => date ?? []) : []
}

/** The first and last day of a month come from any day of it. */
function backToDate(
  name: string,
  { target, setting, first }: Wanted & { readonly first: Ast; readonly target: string },
): readonly (number | string)[] {
  if (name !== 'firstOfMonth' && name !== 'lastOfMonth') return []
  const { year, month } = partsOfDate(target)
  const start = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`
  return [start, addDays(start, -1), addMonths(start, 1)].flatMap((date) => (date === undefined ? [] : solve(first, date, setting)))
}

/** In a sum over a group, the entry with the answer makes up for what the others leave. */
function solveSum(list: Ast, target: number | string, setting: Setting): readonly (number | string)[] {
  const { place } = setting
  if (typeof target !== 'number' || list.kind !== 'walk' || list.walk !== 'map') return []
  const inside = insideEntry(list, setting)
  if (inside === undefined || place.entry === undefined) return []
  const own = worth(list.body, inside)
  const whole = worth({ ...list, kind: 'call', name: 'sum', given: [list], type: list.body.type }, setting)
  if (typeof own !== 'number' || typeof whole !== 'number') return []
  return solve(list.body, target - (whole - own), inside)
}

/** The setting inside a walk over the group of the answer, at the entry that holds it; undefined for any other walk. */
export function insideEntry({ over, item }: Of<'walk'>, setting: Setting): Setting | undefined {
  const { place, values, items } = setting
  const list = values[place.question]
  if (place.entry === undefined || !Array.isArray(list) || rootOf(over) !== place.question) return undefined
  const member: unknown = list[place.entry]
  return { ...setting, items: new Map(items).set(item, isMember(member) ? member : undefined) }
}

function isMember(member: unknown): member is Known {
  return typeof member === 'object' && member !== null
}

/** The list behind those picked of it. */
function rootOf(ast: Ast): string | undefined {
  if (ast.kind === 'variable') return ast.name
  return ast.kind === 'walk' && ast.walk === 'filter' ? rootOf(ast.over) : undefined
}

function around(value: number): readonly number[] {
  return [Math.floor(value), Math.ceil(value)]
}

/** Before rounding a result may have been anything up to a step away; where it turns depends on the way of rounding. */
function beforeRounding(target: number, back: (value: number) => number): readonly number[] {
  return [-1, -0.5, 0, 0.5, 1].flatMap((off) => around(back(target + off)))
}
