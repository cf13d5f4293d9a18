/** The single place for what a function of the language is: its signatures, its words for the reference, and what it does. */
import type { Type } from '../type.ts'
import type { FailureCode, Known } from '../value.ts'

/** What a function takes at one place: a type, or anything of a sort. */
export type Parameter = Type | 'any list' | 'any answer'

/** One way to call a function. */
export type Signature = { readonly takes: readonly Parameter[]; readonly gives: Type }

/** Why a function has no result. */
export type Refused = { readonly refused: FailureCode }

/** A function. A `method` is written after its first argument: `name.startsWith("A")`. */
export type FunctionEntry = {
  readonly name: string
  readonly method?: true
  /** The parser beneath knows this one already. */
  readonly builtIn?: true
  readonly signatures: readonly Signature[]
  readonly says: string
  readonly example: string
  /** The place of an argument that must be written out as text, and what is wrong with such a text, if anything. */
  readonly literal?: { readonly at: number; readonly fault: (text: string) => string | undefined }
  readonly run: (given: readonly Known[]) => Known | Refused
}

export const BOOL: Type = { kind: 'bool' }
export const INT: Type = { kind: 'int' }
export const TEXT: Type = { kind: 'string' }
export const MONEY: Type = { kind: 'money' }
export const DATE: Type = { kind: 'date' }
export const DAYS: Type = { kind: 'days' }
export const MONTHS: Type = { kind: 'months' }
export const ROUNDING: Type = { kind: 'option', of: 'rounding' }
export const BANK_HOLIDAYS: Type = { kind: 'option', of: 'bank_holidays' }

/** The type of a list of such members. */
export function listOf(of: Type): Type {
  return { kind: 'list', of }
}

/** The result, or an overflow when there is none within bounds. */
export function orOverflow(result: Known | undefined): Known | Refused {
  return result === undefined ? { refused: 'overflow' } : result
}

/** Whether a function had no result. */
export function isRefused(result: Known | Refused): result is Refused {
  return typeof result === 'object' && 'refused' in result
}

/** The number given at a place. The checker has made sure that it is one. */
export function numberAt(given: readonly Known[], at: number): number {
  const value = given[at]
  if (typeof value === 'number') return value
  throw new TypeError(`A checked call gave no number at ${at}`)
}

/** The text given at a place: a string, date or option. The checker has made sure that it is one. */
export function textAt(given: readonly Known[], at: number): string {
  const value = given[at]
  if (typeof value === 'string') return value
  throw new TypeError(`A checked call gave no text at ${at}`)
}

/** The list given at a place. The checker has made sure that it is one; a call is never run on a list with a missing member. */
export function listAt(given: readonly Known[], at: number): readonly Known[] {
  const value = given[at]
  if (Array.isArray(value)) return value
  throw new TypeError(`A checked call gave no list at ${at}`)
}
