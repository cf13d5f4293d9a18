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
  if (typeof value === 'string') return quoted(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON cannot carry the number ${value}`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return listOf(value)
  if (!isRecord(value)) throw new TypeError(`JSON cannot carry a ${typeof value}`)
  return objectOf(value)
}

/** Everything stored and sealed goes through here: texts grow by adding, which costs less than lists that are joined. */
function listOf(values: readonly unknown[]): string {
  let items = ''
  for (let at = 0; at < values.length; at += 1) items += (at === 0 ? '' : ',') + canonical(values[at])
  return `[${items}]`
}

function objectOf(value: Readonly<Record<string, unknown>>): string {
  let members = ''
  for (const key of Object.keys(value).sort()) {
    if (value[key] !== undefined) members += `${members === '' ? '' : ','}${quoted(key)}:${canonical(value[key])}`
  }
  return `{${members}}`
}

/** What JSON writes otherwise than it stands, halves of surrogate pairs among it. */
const escaped = /["\\\x00-\x1f\ud800-\udfff]/

function quoted(text: string): string {
  return escaped.test(text) ? JSON.stringify(text) : `"${text}"`
}

/**
 * Reads JSON text that this module, or PostgreSQL, wrote.
 * @throws SyntaxError when it is not JSON.
 */
export function parseJson(text: string): Json {
  const parsed: Json = JSON.parse(text)
  return parsed
}
