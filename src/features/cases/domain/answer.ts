/** The single place where stored answers are parsed back into answers. */
import { z } from 'zod'
import type { Answer } from '#core/definition/answers.ts'

const text = z.string().exactOptional()
const Address = z.object({ uprn: text, lines: z.array(z.string()), town: text, postcode: text, ward: text, parish: text })
const Organisation = z.object({ name: z.string(), number: text })
const Place = z.object({ description: text, grid: text, postcode: text })
const Simple = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), Address, Organisation, Place])

/** An answer of any kind. Which kind it should be is for its question to say. */
export const StoredAnswer: z.ZodType<Answer> = z.union([Simple, z.array(z.record(z.string(), Simple))])
