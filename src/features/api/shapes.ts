/** The single place for what the API takes and gives. The OpenAPI description is made from these shapes. */
import { z } from 'zod'

const Words = z.partialRecord(z.enum(['en', 'cy']), z.string()).describe('A sentence in each language of the service.')
const Version = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .describe('The digest that names a version.')
const Instant = z.iso.datetime().describe('A moment in UTC.')

export const ServiceSummary = z
  .object({ id: z.string(), version: Version, publishedAt: Instant, name: Words, summary: Words, languages: z.array(z.enum(['en', 'cy'])) })
  .meta({ id: 'ServiceSummary' })
export type ServiceSummary = z.infer<typeof ServiceSummary>

export const ServiceList = z.object({ services: z.array(ServiceSummary) }).meta({ id: 'ServiceList' })
export type ServiceList = z.infer<typeof ServiceList>

/** The definition itself is described by the JSON Schema of packs. */
export const ServiceVersion = z
  .object({
    id: z.string(),
    version: Version,
    definition: z.record(z.string(), z.unknown()).describe('The whole definition, as it was hashed.'),
  })
  .meta({ id: 'ServiceVersion' })
export type ServiceVersion = z.infer<typeof ServiceVersion>

export const VersionList = z
  .object({ id: z.string(), versions: z.array(z.object({ version: Version, publishedAt: Instant })).describe('Newest first.') })
  .meta({ id: 'VersionList' })
export type VersionList = z.infer<typeof VersionList>

export const NewSubmission = z
  .strictObject({
    answers: z
      .record(z.string(), z.unknown())
      .describe('Question id to answer: money as "12.50", dates as 2026-11-23, options by id, groups as lists of such maps.'),
    language: z.enum(['en', 'cy']).optional().describe('The language to write to the person in; the service’s first if not given.'),
    version: Version.optional().describe('The version the answers were given to. Refused when it is no longer the current one.'),
  })
  .meta({ id: 'NewSubmission' })
export type NewSubmission = z.infer<typeof NewSubmission>

export const Accepted = z
  .object({ reference: z.string(), version: Version, status: z.string(), outcome: z.null().describe('Nobody has decided yet.') })
  .meta({ id: 'Accepted' })
export type Accepted = z.infer<typeof Accepted>

export const CaseStatus = z
  .object({
    reference: z.string(),
    service: z.string(),
    version: Version,
    status: z.enum(['received', 'looking', 'waiting', 'decided', 'closed']),
    outcome: z.string().nullable(),
    openedAt: Instant,
    dueOn: z.iso.date().nullable(),
  })
  .meta({ id: 'CaseStatus' })
export type CaseStatus = z.infer<typeof CaseStatus>

export const AnswerProblem = z
  .object({
    page: z.string(),
    question: z.string().describe('Empty for an answer to something the service does not ask.'),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: 'AnswerProblem' })
export type AnswerProblem = z.infer<typeof AnswerProblem>

/** RFC 9457. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    faults: z.array(AnswerProblem).optional(),
  })
  .meta({ id: 'Problem' })
