/** The single place that knows Fastify: features give routes, this serves them. */
import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Asset } from '#ui/assets.ts'
import { answer, type Bound, type Door } from './answer.ts'
import { serveAssets } from './asset-route.ts'
import { formLimits, readForm } from './form.ts'
import { readJson } from './json.ts'
import { languageOf } from './language.ts'
import type { ProblemCode } from './problem.ts'
import { problem } from './reply.ts'
import type { Route } from './route.ts'
import type { Outgoing } from './send.ts'
import type { Incoming } from './visit.ts'

export interface ServerOptions {
  readonly door: Door
  readonly routes: readonly Route[]
  /** Files to serve by path: the project's own and the councils' brands. */
  readonly assets: ReadonlyMap<string, Asset>
  /** True when the database answers and every migration is done. */
  readonly isReady: () => Promise<boolean>
  /** True when a proxy of the council's own stands in front and says whom it serves in `X-Forwarded-For`. */
  readonly behindProxy: boolean
}

export interface Server {
  /** Starts to accept connections; resolves to the address, such as `http://127.0.0.1:3000`. */
  listen(at: { readonly host: string; readonly port: number }): Promise<string>
  /** Answers one request without a network: for tests. */
  inject(request: InjectedRequest): Promise<InjectedReply>
  /** Accepts nothing new, finishes what it has begun, resolves when the last reply is sent. */
  close(): Promise<void>
}

export interface InjectedRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Buffer | undefined
}

export interface InjectedReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | number | string[] | undefined>>
  readonly body: Buffer
}

export function createServer(options: ServerOptions): Server {
  const app = Fastify({
    bodyLimit: formLimits.bytes,
    routerOptions: { maxParamLength: 300 },
    trustProxy: options.behindProxy ? (_address, hop) => hop === 0 : false,
    requestTimeout: 30_000,
    genReqId: requestIds(),
    http: { maxHeaderSize: 16_384 },
    frameworkErrors: (_error, request, reply) => serveProblem(options.door, 'bad-request', { request, reply }),
    clientErrorHandler: (_error, socket) => {
      if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    },
  })
  readBodies(app)
  serveHealth(app, options.isReady)
  serveAssets(app, options.assets)
  for (const route of options.routes) addRoute(app, options.door, route)
  app.setNotFoundHandler((request, reply) => serveProblem(options.door, 'not-found', { request, reply }))
  app.setErrorHandler((error: FastifyError, request, reply) => serveProblem(options.door, codeOf(error), { request, reply }))
  return {
    listen: (at) => app.listen(at),
    inject: (request) => inject(app, request),
    close: () => app.close(),
  }
}

/** Unique over servers that write to one log. */
function requestIds(): () => string {
  const start = randomBytes(6).toString('base64url')
  let count = 0
  return () => `${start}-${((count += 1)).toString(36)}`
}

function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string | Buffer) => {
      const form = readForm(String(body))
      if (form === undefined) throw refused(413)
      return form
    },
  )
  app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: FastifyRequest, body: string | Buffer) => {
    const read = readJson(String(body))
    if ('refused' in read) throw refused(400)
    return read.value
  })
}

function refused(statusCode: number): Error {
  return Object.assign(new Error('The body was refused'), { statusCode })
}

function codeOf({ statusCode = 400 }: FastifyError): ProblemCode {
  if (statusCode === 413) return 'too-large'
  if (statusCode === 415) return 'wrong-content-type'
  return statusCode >= 500 ? 'broken' : 'bad-request'
}

function serveHealth(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  app.get('/healthz', (_request, reply) => reply.headers(headers).send('{"status":"ok"}'))
  app.get('/readyz', async (_request, reply) => {
    const ready = await isReady()
    return reply
      .code(ready ? 200 : 503)
      .headers(headers)
      .send(ready ? '{"status":"ready"}' : '{"status":"not-ready"}')
  })
}

function addRoute(app: FastifyInstance, door: Door, route: Route): void {
  const plain: Bound = { route, lang: 'en' }
  app.route({ method: route.method, url: route.path, handler: (request, reply) => serve(door, plain, { request, reply }) })
  if (route.for === 'api' || route.isSameInAllLanguages) return
  const welsh: Bound = { route, lang: 'cy' }
  const url = route.path === '/' ? '/cy' : `/cy${route.path}`
  app.route({ method: route.method, url, handler: (request, reply) => serve(door, welsh, { request, reply }) })
}

interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** What the request met before it found its route, shown like any other problem. */
function serveProblem(door: Door, code: ProblemCode, exchange: Exchange): void {
  const { url } = exchange.request
  const isApi = url.startsWith('/api/')
  const route: Route = {
    method: 'GET',
    path: '/*',
    may: 'anyone',
    audit: 'problem-shown',
    for: isApi ? 'api' : 'people',
    isSameInAllLanguages: true,
    handle: () => problem(code),
  }
  serve(door, { route, lang: languageOf(url).lang }, exchange)
}

function serve(door: Door, bound: Bound, { request, reply }: Exchange): void {
  const began = performance.now()
  reply.hijack()
  answer(door, bound, incomingOf(request)).then(
    (outgoing) => {
      write(reply.raw, outgoing, (error) => door.journal.error(error, { route: bound.route.path, request: request.id }))
      const council = door.findCouncil(request.headers.host)?.id
      const ms = performance.now() - began
      door.journal.request({ method: request.method, route: bound.route.path, status: outgoing.status, ms, council, request: request.id })
    },
    (error: unknown) => {
      door.journal.error(error, { route: bound.route.path, request: request.id })
      reply.raw.destroy()
    },
  )
}

function write(raw: ServerResponse, { status, headers, body }: Outgoing, onBroken: (error: unknown) => void): void {
  raw.writeHead(status, headers)
  if (typeof body === 'string' || Buffer.isBuffer(body)) raw.end(body, 'latin1')
  else
    pipeline(Readable.from(body, { objectMode: false, highWaterMark: 65_536 }), raw).catch((error: unknown) => {
      // Whoever asked sees a reply that was cut off, and not one that looks whole; that they went away themselves is no fault.
      if (!hasGone(error)) onBroken(error)
    })
}

function hasGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}

function incomingOf(request: FastifyRequest): Incoming {
  const { id, method, url, headers, body } = request
  return { id, method, url, headers, params: paramsOf(request.params), body, address: request.ip }
}

const noParams: Readonly<Record<string, string>> = Object.freeze({})

function paramsOf(params: unknown): Readonly<Record<string, string>> {
  if (typeof params !== 'object' || params === null) return noParams
  const strings: Record<string, string> = {}
  for (const [name, value] of Object.entries(params)) if (typeof value === 'string') strings[name] = value
  return strings
}

async function inject(app: FastifyInstance, { method, url, headers, body }: InjectedRequest): Promise<InjectedReply> {
  const reply = await app.inject({ method, url, headers: { ...headers }, ...(body === undefined ? {} : { payload: body }) })
  return { status: reply.statusCode, headers: reply.headers, body: reply.rawPayload }
}
