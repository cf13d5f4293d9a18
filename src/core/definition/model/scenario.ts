/** The single place for the shape of `scenarios/*.yaml`: an example person with what is expected for them. */
import { z } from 'zod'
import { Language, Name, Slug } from './names.ts'

export const ScenarioFile = z
  .strictObject({
    schema: z.literal(1).describe('The version of this format.'),
    id: Slug,
    title: z
      .string()
      .min(1)
      .max(200)
      .meta({ description: 'Who this is and what should happen, in a sentence.', examples: ['A child of twelve joins free of charge'] }),
    titles: z
      .partialRecord(Language, z.string().min(1).max(200))
      .optional()
      .meta({ description: 'The same in other languages of the service.', examples: [{ cy: 'Mae plentyn deuddeg oed yn ymuno am ddim' }] }),
    proposed: z.literal(true).optional().describe('Made by Folkmoot, and not yet looked at by a person, who takes this line out.'),
    today: z.string().meta({ description: 'The day it happens on.', examples: ['2026-11-23'] }),
    answers: z.record(Name, z.unknown()).meta({
      description: 'Question id to answer: money "12.50", dates 2026-11-23, groups as lists.',
      examples: [{ full_name: 'Ada Player' }],
    }),
    expect: z
      .strictObject({
        pages: z.array(Slug).optional().describe('The pages met, in order.'),
        faults: z
          .array(
            z.strictObject({
              question: z.string().meta({ description: 'The question.', examples: ['born'] }),
              code: z.string().meta({ description: 'The code of the fault.', examples: ['missing'] }),
            }),
          )
          .optional()
          .describe('What is at fault; nothing, unless given.'),
        exit: Name.optional().describe('The exit reached; none, unless given.'),
        outcome: Name.nullable().optional().describe('The outcome proposed, or null for none.'),
        fee: z
          .string()
          .nullable()
          .optional()
          .meta({ description: 'What is to be paid, in pounds and pence, or null.', examples: ['120.00'] }),
        values: z
          .record(Name, z.unknown())
          .optional()
          .meta({ description: 'Calculations and what they give.', examples: [{ price: '120.00' }] }),
        reasons: z
          .array(z.partialRecord(Language, z.string()))
          .optional()
          .meta({ description: 'The reasons given, in one or more languages.', examples: [[{ en: 'There is room.' }]] }),
      })
      .describe('What should come of it. What is not given is not looked at, but faults and exits are.'),
  })
  .meta({ id: 'ScenarioFile', title: 'scenarios/*.yaml' })
export type ScenarioFile = z.infer<typeof ScenarioFile>
