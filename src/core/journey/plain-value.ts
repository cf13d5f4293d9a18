/** The single place where values of expressions become plain JSON. */
import { isFailure, type Value } from '#core/expression/index.ts'

/** Money in pence, dates `YYYY-MM-DD`, options by id; null where it can’t be told. */
export type PlainValue = string | number | boolean | null | readonly PlainValue[] | { readonly [key: string]: PlainValue }

/** The value as JSON. */
export function plainOf(value: Value): PlainValue {
  if (value === undefined || isFailure(value)) return null
  if (typeof value !== 'object') return value
  if (isList(value)) return value.map(plainOf)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plainOf(one)]))
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value)
}
