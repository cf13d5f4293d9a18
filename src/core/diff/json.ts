/** The single place for plain data of unknown depth, as it is stored, sent and hashed. */
import { z } from 'zod'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Deeper than any definition, and shallow enough that nothing outside can make a walk through it run out of stack. */
const deepest = 60

/** Data from outside: plain, no deeper than a definition can be, and without keys that mean something to a program. */
export const JsonValue = z.custom<Json>((value) => isJson(value), 'must be plain data')

export function isJson(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth > deepest) return false
  if (Array.isArray(value)) return value.every((one) => isJson(one, depth + 1))
  return Object.entries(value).every(([key, one]) => key !== '__proto__' && isJson(one, depth + 1))
}

export function isSame(one: Json, other: Json): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (isList(one) || isList(other)) {
    if (!isList(one) || !isList(other) || one.length !== other.length) return false
    return one.every((item, index) => isSame(item, other[index] ?? null))
  }
  const keys = Object.keys(one)
  if (keys.length !== Object.keys(other).length) return false
  return keys.every((key) => Object.hasOwn(other, key) && isSame(one[key] ?? null, other[key] ?? null))
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
