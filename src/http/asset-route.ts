/** The single place that serves files named by their content: compressed once, kept by browsers for ever. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Asset, assetCaching } from '#ui/assets.ts'
import { securityHeaders } from './header.ts'

const names = securityHeaders(false)

export function serveAssets(app: FastifyInstance, assets: ReadonlyMap<string, Asset>): void {
  app.get('/assets/:name', (request: FastifyRequest, reply: FastifyReply) => {
    const asset = assets.get(request.url.split('?', 1)[0] ?? '')
    if (asset === undefined) return reply.callNotFound()
    const [encoding, body] = choose(asset, request.headers['accept-encoding'])
    for (let index = 0; index < names.length; index += 2) reply.header(names[index] ?? '', names[index + 1])
    reply.headers({ 'content-type': asset.type, 'cache-control': assetCaching, vary: 'accept-encoding' })
    if (encoding !== undefined) reply.header('content-encoding', encoding)
    return reply.send(body)
  })
}

function choose({ body, encodings }: Asset, accepted: string | string[] | undefined): readonly [string | undefined, Buffer] {
  const header = String(accepted ?? '')
  if (/\bbr\b/.test(header)) return ['br', encodings.br]
  if (/\bgzip\b/.test(header)) return ['gzip', encodings.gzip]
  return [undefined, body]
}
