/** The addresses under `/api/v1`. */
import { z } from 'zod'
import { type Definition, wordsIn } from '#core/index.ts'
import { caseStatus } from '#features/cases/index.ts'
import { listServices, listVersions, preparedVersion, type Published, publishedService } from '#features/services/index.ts'
import { nameOf } from '#http/council.ts'
import { json, problem, type Reply } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { send, type Sent } from './commands.ts'
import { openApi } from './openapi.ts'
import { NewSubmission, type ServiceSummary, type ServiceVersion } from './shapes.ts'

const Id = z.uuid()

export const routes: readonly Route[] = [
  open('/api/v1/openapi.json', 'api-described', (ctx) => json(openApi(nameOf(ctx.council, 'en')))),
  open('/api/v1/services', 'services-listed', async (ctx) => json({ services: (await listServices(ctx.council)).map(summaryOf) })),
  open('/api/v1/services/:service', 'service-read', async (ctx) => {
    const published = await publishedService(ctx.council, param(ctx, 'service'))
    return published ? json(versionFrom(published.version, published.definition)) : problem('not-found')
  }),
  open('/api/v1/services/:service/versions', 'versions-listed', async (ctx) => {
    const id = param(ctx, 'service')
    const versions = await listVersions(ctx.council, id)
    return versions.length > 0 ? json({ id, versions }) : problem('not-found')
  }),
  open('/api/v1/services/:service/versions/:version', 'version-read', async (ctx) => {
    const [id, version] = [param(ctx, 'service'), param(ctx, 'version')]
    const isOurs = (await listVersions(ctx.council, id)).some((one) => one.version === version)
    const prepared = isOurs ? await preparedVersion(ctx.council, id, version) : undefined
    return prepared ? json(versionFrom(prepared.version, prepared.definition)) : problem('not-found')
  }),
  {
    method: 'PUT',
    path: '/api/v1/services/:service/submissions/:id',
    may: 'api.submit',
    audit: 'submission-sent',
    body: 'json',
    for: 'api',
    handle: submit,
  },
  { method: 'GET', path: '/api/v1/cases/:reference', may: 'api.read-status', audit: 'case-status-read', for: 'api', handle: status },
]

/** A read that anybody may make. */
function open(path: `/${string}`, audit: string, handle: Route['handle']): Route {
  return { method: 'GET', path, may: 'anyone', audit, for: 'api', handle }
}

async function submit(ctx: Ctx): Promise<Reply> {
  const published = await publishedService(ctx.council, param(ctx, 'service'))
  if (!published) return problem('not-found')
  const id = param(ctx, 'id')
  if (!Id.safeParse(id).success) return problem('bad-request', { detail: 'The last part of the address must be a UUID of your own.' })
  const read = NewSubmission.safeParse(ctx.json)
  if (!read.success) return problem('bad-request', { detail: faultsOfShape(read.error) })
  const { version } = read.data
  if (version !== undefined && version !== published.version) return problem('conflict', { detail: 'The service has a newer version.' })
  return replyTo(await send(ctx, { published, id, submission: read.data }), published)
}

function replyTo(sent: Sent, { version }: Published): Reply {
  if ('reference' in sent) return json({ reference: sent.reference, version, status: 'received', outcome: null }, sent.isNew ? 201 : 200)
  if (sent.refused === 'sent-before') return problem('conflict', { detail: 'This has been sent before, and can be sent only once.' })
  if (sent.refused === 'not-accepted') return problem('invalid', { detail: sent.why })
  return problem('invalid', { detail: 'Some answers are at fault.', more: { faults: sent.faults } })
}

async function status(ctx: Ctx): Promise<Reply> {
  const found = await caseStatus(ctx.council, param(ctx, 'reference'))
  return found ? json(found) : problem('not-found')
}

/** Says where the shape is wrong, and never repeats what was sent. */
function faultsOfShape({ issues }: z.ZodError): string {
  return issues.map(({ path, code }) => `${['body', ...path].join('.').slice(0, 80)}: ${code.replaceAll('_', ' ')}`).join('; ')
}

function summaryOf({ service, version, publishedAt, prepared }: Published): ServiceSummary {
  const words = Object.fromEntries(prepared.languages.map((language) => [language, wordsIn(prepared, language).service] as const))
  return {
    id: service,
    version,
    publishedAt,
    languages: [...prepared.languages],
    name: inEach(words, ({ name }) => name),
    summary: inEach(words, ({ summary }) => summary),
  }
}

function inEach<Words>(words: Readonly<Record<string, Words>>, pick: (words: Words) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([language, service]) => [language, pick(service)]))
}

function versionFrom(version: string, definition: Definition): ServiceVersion {
  return { id: definition.service.id, version, definition: { ...definition } }
}
