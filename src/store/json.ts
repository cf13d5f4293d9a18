/** The single place for JSON values as the store keeps them, and for the one spelling (RFC 8785) that is hashed and stored. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** True for an object that is neither null nor a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The canonical text of a value: keys sorted by UTF-16 units, no white space, members that are undefined left out (RFC 8785).
 * @throws TypeError for a number that JSON cannot carry (NaN, Infinity) and for anything that is not JSON.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON cannot carry the number ${value}`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isRecord(value)) throw new TypeError(`JSON cannot carry a ${typeof value}`)
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
  return `{${members.join(',')}}`
}

/**
 * Reads JSON text that this module, or PostgreSQL, wrote.
 * @throws SyntaxError when it is not JSON.
 */
export function parseJson(text: string): Json {
  const parsed: Json = JSON.parse(text)
  return parsed
}
