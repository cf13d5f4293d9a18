/** The single place where the API is described, as OpenAPI 3.1 made from the shapes themselves. Pure. */
import { z } from 'zod'
import * as shapes from './shapes.ts'

type Schema = Readonly<Record<string, unknown>>
type Operation = Readonly<Record<string, unknown>>

const named = [
  shapes.ServiceSummary,
  shapes.ServiceList,
  shapes.ServiceVersion,
  shapes.VersionList,
  shapes.NewSubmission,
  shapes.Accepted,
  shapes.CaseStatus,
  shapes.AnswerProblem,
  shapes.Problem,
]

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const inPath = (name: string, description: string): Schema => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
})

const service = inPath('service', 'The service, as in its address.')

/** The whole description. `title` is the council’s name. */
export function openApi(title: string): Schema {
  return {
    openapi: '3.1.0',
    info: {
      title: `${title}: services for programs`,
      version: '1',
      description: 'The same services as on the pages, for programs. A change that could break a program gets a new number in the address.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    paths: paths(),
    components: {
      schemas: components(),
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key made by a manager of the council.' } },
    },
  }
}

function paths(): Schema {
  return {
    '/services': { get: reading('listServices', 'Every service in its current version', { gives: 'ServiceList' }) },
    '/services/{service}': {
      get: reading('getService', 'The current version with its whole definition', { gives: 'ServiceVersion', parameters: [service] }),
    },
    '/services/{service}/versions': {
      get: reading('listVersions', 'Every version ever published', { gives: 'VersionList', parameters: [service] }),
    },
    '/services/{service}/versions/{version}': {
      get: reading('getVersion', 'One version, as it was published', {
        gives: 'ServiceVersion',
        parameters: [service, inPath('version', 'The digest of the version.')],
      }),
    },
    '/services/{service}/submissions/{id}': { put: sending() },
    '/cases/{reference}': {
      get: {
        ...reading('getCase', 'How far a case is', {
          gives: 'CaseStatus',
          parameters: [inPath('reference', 'The reference; spaces, hyphens and small letters are fine.')],
        }),
        security: [{ key: [] }],
      },
    },
  }
}

function sending(): Operation {
  return {
    operationId: 'submit',
    summary: 'Send an application, request or report',
    description:
      'The id is yours: a UUID for this one submission. Sent again with the same id, it gives the same reference and is not taken twice.',
    parameters: [service, { ...inPath('id', 'A UUID you make for this submission.'), schema: { type: 'string', format: 'uuid' } }],
    requestBody: { required: true, content: { 'application/json': { schema: ref('NewSubmission') } } },
    responses: { 201: answer('Taken in', 'Accepted'), 200: answer('Taken in before', 'Accepted'), ...problemResponses() },
    security: [{ key: [] }],
  }
}

/** What a reading answers: its schema, and what stands in its path. */
type Giving = { readonly gives: string; readonly parameters?: readonly Schema[] }

function reading(operationId: string, summary: string, { gives, parameters = [] }: Giving): Operation {
  return { operationId, summary, parameters, responses: { 200: answer(summary, gives), ...problemResponses() } }
}

function answer(description: string, name: string): Schema {
  return { description, content: { 'application/json': { schema: ref(name) } } }
}

function problemResponses(): Schema {
  return { default: { description: 'What went wrong (RFC 9457)', content: { 'application/problem+json': { schema: ref('Problem') } } } }
}

function components(): Schema {
  const registry = z.registry<{ id: string }>()
  for (const shape of named) registry.add(shape, { id: z.globalRegistry.get(shape)?.id ?? '' })
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, io: 'input' })
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _dialect, $id: _place, ...schema }]) => [id, schema]))
}
