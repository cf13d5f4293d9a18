/** The single place where a reply becomes status, header list and bytes: security headers, cookies, caching, compression. */
import { gzipSync } from 'node:zlib'
import { Html } from '#ui/html.ts'
import { securityHeaders } from './header.ts'
import type { Parts, Sent } from './reply.ts'

/** What goes out: `headers` is a flat list of name and value, as node:http takes it. */
export interface Outgoing {
  readonly status: number
  readonly headers: string[]
  /** A text, of which each character is a byte, goes out together with its headers in one piece, as a buffer would not. */
  readonly body: string | Buffer | Parts
}

export interface Circumstances {
  readonly secure: boolean
  readonly setCookies: readonly string[]
  readonly acceptEncoding: string | undefined
  /** The tags of what whoever asks has already, as `If-None-Match` lists them. */
  readonly ifNoneMatch: string | undefined
}

/**
 * A reply below this many bytes arrives in the first flight of a new connection (ten segments, RFC 6928), so that compressing it would cost
 * the server more than the whole rest of the page and make nobody wait less.
 */
const worthCompressing = 12_000
const compressible = /^(text\/|application\/(json|problem\+json)|image\/svg)/

/** A window of 8 KB and little memory: as small as the default for pages of our size, without its 256 KB of memory for each. */
const pageCompression = { level: 4, windowBits: 13, memLevel: 6 }

export function outgoing(sent: Sent, { secure, setCookies, acceptEncoding, ifNoneMatch }: Circumstances): Outgoing {
  const headers = [...securityHeaders(secure)]
  if (sent.headers['cache-control'] === undefined) headers.push('cache-control', 'no-store')
  for (const name in sent.headers) headers.push(name, sent.headers[name] ?? '')
  for (const cookie of setCookies) headers.push('set-cookie', cookie)
  if (isKnown(sent, ifNoneMatch)) return { status: 304, headers, body: '' }
  const body = bodyOf(sent)
  // Its length is not known beforehand, so it goes out in chunks as it is.
  if (isParts(body)) return { status: sent.status, headers, body }
  const isLong = body.length >= worthCompressing && compressible.test(sent.headers['content-type'] ?? '')
  if (isLong) headers.push('vary', 'accept-encoding')
  if (isLong && acceptEncoding?.includes('gzip')) {
    const compressed = gzipSync(typeof body === 'string' ? Buffer.from(body, 'latin1') : body, pageCompression)
    headers.push('content-encoding', 'gzip', 'content-length', String(compressed.length))
    return { status: sent.status, headers, body: compressed }
  }
  headers.push('content-length', String(body.length))
  return { status: sent.status, headers, body }
}

/** By weak comparison (RFC 9110, section 8.8.3.2). */
function isKnown({ status, headers: { etag } }: Sent, ifNoneMatch: string | undefined): boolean {
  if (status !== 200 || etag === undefined || ifNoneMatch === undefined) return false
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return ifNoneMatch.split(',').some((tag) => bare(tag) === bare(etag))
}

function bodyOf({ body }: Sent): Outgoing['body'] {
  if (body instanceof Html) return body.bytes
  return typeof body === 'string' ? Buffer.from(body).toString('latin1') : body
}

function isParts(body: Outgoing['body']): body is Parts {
  return typeof body !== 'string' && !Buffer.isBuffer(body)
}
