/** The single place where a reply becomes status, header list and bytes: security headers, cookies, caching, compression. */
import { gzipSync } from 'node:zlib'
import { securityHeaders } from './header.ts'
import type { Sent } from './reply.ts'

/** What goes out: `headers` is a flat list of name and value, as node:http takes it. */
export interface Outgoing {
  readonly status: number
  readonly headers: readonly string[]
  readonly body: string | Buffer
}

export interface Circumstances {
  readonly secure: boolean
  readonly setCookies: readonly string[]
  readonly acceptEncoding: string | undefined
}

/** Below this many characters compressing costs more than it saves. */
const worthCompressing = 1000
const compressible = /^(text\/|application\/(json|problem\+json)|image\/svg)/

export function outgoing(sent: Sent, { secure, setCookies, acceptEncoding }: Circumstances): Outgoing {
  const headers = [...securityHeaders(secure)]
  if (sent.headers['cache-control'] === undefined) headers.push('cache-control', 'no-store')
  for (const name in sent.headers) headers.push(name, sent.headers[name] ?? '')
  for (const cookie of setCookies) headers.push('set-cookie', cookie)
  if (sent.body.length < worthCompressing || !compressible.test(sent.headers['content-type'] ?? '')) {
    headers.push('content-length', String(Buffer.byteLength(sent.body)))
    return { status: sent.status, headers, body: sent.body }
  }
  headers.push('vary', 'accept-encoding')
  const zipped = acceptEncoding?.includes('gzip') ? gzipSync(sent.body, { level: 4 }) : undefined
  if (zipped) headers.push('content-encoding', 'gzip')
  const body = zipped ?? sent.body
  headers.push('content-length', String(Buffer.byteLength(body)))
  return { status: sent.status, headers, body }
}
