/** The single place for the shape of `scenarios/*.yaml`: an example person with what is expected for them. */
import { z } from 'zod'
import { Language, Name, Slug } from './names.ts'

export const ScenarioFile = z
  .strictObject({
    schema: z.literal(1),
    id: Slug,
    title: z.string().min(1).max(200).describe('Who this is and what should happen, in a sentence.'),
    today: z.string().describe('The day it happens on, as 2026-11-23.'),
    answers: z.record(Name, z.unknown()).describe('Question id to answer: money "12.50", dates 2026-11-23, groups as lists.'),
    expect: z.strictObject({
      pages: z.array(Slug).optional(),
      faults: z.array(z.strictObject({ question: z.string(), code: z.string() })).optional(),
      exit: Name.optional(),
      outcome: Name.nullable().optional(),
      fee: z.string().nullable().optional().describe('Pounds and pence.'),
      values: z.record(Name, z.unknown()).optional(),
      reasons: z.array(z.partialRecord(Language, z.string())).optional(),
    }),
  })
  .meta({ id: 'ScenarioFile', title: 'scenarios/*.yaml' })
export type ScenarioFile = z.infer<typeof ScenarioFile>
