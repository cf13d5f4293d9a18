/** The single place for values written in the cells of a table, each read by the type of its column. */
import { parseDate } from '#core/value/calendar-date.ts'
import { parseDuration } from '#core/value/duration.ts'
import { parseInteger } from '#core/value/integer.ts'
import { parseMoney } from '#core/value/money.ts'
import { type Known, nameOfType, type Scope, type Type } from '#core/expression/index.ts'

/** What is wrong with a cell's text: a sentence and the way out. */
export type LiteralFault = { readonly message: string; readonly help: string }

const YES = new Set(['yes', 'true'])
const NO = new Set(['no', 'false'])

/** The value a text says in a column of a type, or what is wrong with it. */
export function readLiteral(text: string, type: Type, scope: Scope): { readonly value: Known } | LiteralFault {
  if (type.kind === 'option') return readOption(text, type.of, scope)
  const value = valueOf(text, type)
  return value === undefined
    ? { message: `"${text}" is not a value of type ${nameOfType(type)}`, help: `Write it like ${exampleOf(type)}` }
    : { value }
}

function readOption(text: string, set: string, scope: Scope): { readonly value: Known } | LiteralFault {
  const options = scope.options[set] ?? []
  const name = text.startsWith(`${set}.`) ? text.slice(set.length + 1) : text
  if (options.includes(name)) return { value: name }
  return { message: `${set} has no option ${name}`, help: `Its options are ${options.join(', ')}` }
}

function valueOf(text: string, type: Type): Known | undefined {
  switch (type.kind) {
    case 'bool':
      return YES.has(text) ? true : NO.has(text) ? false : undefined
    case 'int':
      return parseInteger(text)
    case 'money':
      return parseMoney(text)
    case 'date':
      return parseDate(text)
    case 'days':
    case 'months':
      return lengthOf(text, type.kind)
    case 'string':
      return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text
    default:
      return undefined
  }
}

function lengthOf(text: string, unit: 'days' | 'months'): number | undefined {
  const duration = parseDuration(text)
  return duration?.unit === unit ? duration.count : parseInteger(text)
}

function exampleOf(type: Type): string {
  switch (type.kind) {
    case 'bool':
      return 'yes or no'
    case 'int':
      return '12'
    case 'money':
      return '480.00, without commas'
    case 'date':
      return '2026-04-01'
    case 'days':
      return '10 or P10D'
    case 'months':
      return '3 or P3M'
    default:
      return '= expression'
  }
}
