/** The single place for what a handler may answer: a page, a redirect, JSON, a file or a problem. */
import { createHash } from 'node:crypto'
import type { Html } from '#ui/html.ts'
import type { ProblemCode } from './problem.ts'

/** Header names in lower case. */
export type Headers = Readonly<Record<string, string>>

export interface Sent {
  readonly kind: 'sent'
  readonly status: number
  readonly headers: Headers
  readonly body: string | Buffer | Html | Parts
}

/** A body made while it is sent: the next part is asked for only when there is room for it, and none after whoever asked has gone. */
export type Parts = AsyncIterable<string>

/** A problem of the list in `problem.ts`; it is shown in the council's brand and language, or as RFC 9457 JSON under `/api`. */
export interface Problem {
  readonly kind: 'problem'
  readonly code: ProblemCode
  /** Shown as text. Never what the request itself said. */
  readonly detail?: string | undefined
  readonly headers?: Headers | undefined
  /** Further members of the JSON form (RFC 9457, section 3.2). */
  readonly more?: Readonly<Record<string, unknown>> | undefined
}

export type Reply = Sent | Problem

const htmlType = 'text/html; charset=utf-8'
const jsonType = 'application/json; charset=utf-8'

/** A page, 200 unless told otherwise. A question page with an error summary is a page like any other. */
export function page(html: Html, options: { readonly status?: number; readonly headers?: Headers } = {}): Sent {
  return { kind: 'sent', status: options.status ?? 200, headers: { 'content-type': htmlType, ...options.headers }, body: html }
}

/** After a POST that worked, always a redirect, so that a reload cannot repeat it. `path` is a path of this site. */
export function seeOther(path: string): Sent {
  return { kind: 'sent', status: 303, headers: { location: path }, body: '' }
}

export function json(value: unknown, status = 200): Sent {
  return { kind: 'sent', status, headers: { 'content-type': jsonType }, body: JSON.stringify(value) }
}

/** The same named by what it says: whoever has it already is told no more than that it is still so (RFC 9110, section 13.1.2). */
export function tagged(value: unknown): Sent {
  const body = JSON.stringify(value)
  const etag = `W/"${createHash('sha256').update(body).digest('base64url')}"`
  return { kind: 'sent', status: 200, headers: { 'content-type': jsonType, etag, 'cache-control': 'no-cache' }, body }
}

export function problem(code: ProblemCode, about: Omit<Problem, 'kind' | 'code'> = {}): Problem {
  return { kind: 'problem', code, ...about }
}

export interface FileReply {
  /** The name it is saved under. */
  readonly name: string
  readonly type: string
  readonly body: string | Buffer | Parts
  /** Shown in the browser instead of saved. */
  readonly inline?: boolean
}

export function file({ name, type, body, inline = false }: FileReply): Sent {
  const disposition = `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`
  return { kind: 'sent', status: 200, headers: { 'content-type': type, 'content-disposition': disposition }, body }
}
