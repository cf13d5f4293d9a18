/** The single place that tells our own pages' posts from another site's: where the browser says it comes from, and a token in the form. */
import { hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** The field of every form that carries the token. */
export const csrfFieldName = '_csrf'

/**
 * A token for the browser that holds `secret` in its cookies. It differs each time, so that compressed pages leak nothing of it, and dies
 * with the cookie and with signing in or out.
 */
export function csrfToken(secret: string): string {
  const nonce = nextNonce()
  return `${nonce}.${signature(secret, nonce)}`
}

const nonceBytes = 9
let pool = Buffer.alloc(0)

/** Asking the system for a few random bytes costs more than signing with them, so they are fetched many at a time and used once each. */
function nextNonce(): string {
  if (pool.length < nonceBytes) pool = randomBytes(nonceBytes * 400)
  const nonce = pool.toString('base64url', 0, nonceBytes)
  pool = pool.subarray(nonceBytes)
  return nonce
}

export function isCsrfToken(secret: string, token: string): boolean {
  const dot = token.indexOf('.')
  if (dot === -1) return false
  const given = Buffer.from(token.slice(dot + 1))
  const right = Buffer.from(signature(secret, token.slice(0, dot)))
  return given.length === right.length && timingSafeEqual(given, right)
}

/** Hashed twice with the secret, as HMAC does, so that nobody can go on from a signature; at a third of its cost. */
function signature(secret: string, nonce: string): string {
  return hash('sha256', secret + hash('sha256', secret + nonce, 'base64url'), 'base64url')
}

interface Whence {
  readonly host?: string | undefined
  readonly origin?: string | undefined
  readonly 'sec-fetch-site'?: string | string[] | undefined
}

/** False when the browser says that another site started the request. Without either header the token alone decides. */
export function comesFromHere(headers: Whence): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  if (headers.origin === undefined) return true
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host?.toLowerCase()
}
