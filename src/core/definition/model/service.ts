/** The single place for the shape of `service.yaml`. The JSON Schema and the reference of keys are made from it. */
import { z } from 'zod'
import { Casework } from './casework.ts'
import { BlockReference, Citation, Duration, Expression, Language, Name, Nation, Slug } from './names.ts'
import { Question } from './question.ts'

/** UK GDPR, article 6(1). */
export const LawfulBasis = z.enum(['consent', 'contract', 'legal-obligation', 'vital-interests', 'public-task', 'legitimate-interests'])

/** UK GDPR, article 9(2), and Data Protection Act 2018, schedule 1: the conditions a council can rely on. */
export const SpecialCondition = z.enum([
  'explicit-consent',
  'social-protection-law',
  'substantial-public-interest',
  'health-or-social-care',
  'legal-claims',
  'equality-monitoring',
])

export const Purpose = z
  .strictObject({
    basis: LawfulBasis.describe('The lawful basis (UK GDPR, article 6).'),
    law: Citation.optional().describe('The law or duty behind a legal obligation or public task.'),
    special: SpecialCondition.optional().describe('The condition for special category data (UK GDPR, article 9).'),
    readers: z
      .array(Name)
      .min(1)
      .meta({ description: 'The roles that read the answers.', examples: [['officer']] }),
    retention: Name.meta({ description: 'How long the answers are kept: one of the retention classes.', examples: ['membership'] }),
  })
  .meta({ id: 'Purpose' })
export type Purpose = z.infer<typeof Purpose>

export const Retention = z
  .strictObject({
    keep: Duration.describe('How long.'),
    from: z.enum(['submitted', 'decided', 'closed']).default('decided').describe('What it is counted from.'),
    because: Citation.describe('The law or policy behind it.'),
  })
  .meta({ id: 'Retention' })
export type Retention = z.infer<typeof Retention>

export const Page = z
  .strictObject({
    id: Slug,
    when: Expression.optional().describe('Shown only when this is true. It reads answers of earlier pages.'),
    questions: z.array(Question).min(1).max(20).describe('What is asked together.'),
  })
  .meta({ id: 'Page' })
export type Page = z.infer<typeof Page>

export const BlockPages = z.strictObject({
  use: BlockReference.describe('The pages of this block stand here.'),
  when: Expression.optional(),
})
export type BlockPages = z.infer<typeof BlockPages>

export const Section = z
  .strictObject({
    id: Slug,
    when: Expression.optional(),
    pages: z
      .array(z.union([BlockPages, Page]))
      .min(1)
      .describe('Its pages, in order.'),
  })
  .meta({ id: 'Section' })
export type Section = z.infer<typeof Section>

export const Constant = z
  .strictObject({
    type: z.enum(['int', 'money', 'date', 'days', 'months', 'string']).describe('What it is.'),
    is: z.union([z.string(), z.int()]).meta({ description: 'Its value.', examples: ['120.00'] }),
    cites: Citation.optional(),
  })
  .meta({ id: 'Constant', description: 'A figure of the scheme, kept once: money as "12.50", dates as 2026-04-01.' })
export type Constant = z.infer<typeof Constant>

export const Calculation = z
  .strictObject({
    id: Name,
    is: Expression,
    shown: z.boolean().default(false).describe('Whether the person sees it with the decision and on the check page.'),
    cites: Citation.optional(),
  })
  .meta({ id: 'Calculation' })
export type Calculation = z.infer<typeof Calculation>

export const Exit = z
  .strictObject({
    id: Name,
    when: Expression.describe('When this is true of the answers so far, the service cannot be used.'),
    cites: Citation.optional(),
  })
  .meta({ id: 'Exit', description: '“Not accepted here”: shown before submission with where to go; it records no outcome.' })
export type Exit = z.infer<typeof Exit>

export const Outcome = z
  .strictObject({
    id: Name,
    adverse: z.boolean().default(false).describe('Whether it goes against the person. An adverse outcome is always a person’s decision.'),
  })
  .meta({ id: 'Outcome' })
export type Outcome = z.infer<typeof Outcome>

export const Service = z
  .strictObject({
    schema: z.literal(1).describe('The version of this format.'),
    id: Slug.meta({ description: 'The service’s name in addresses.', examples: ['tennis-club'] }),
    applies: z.array(Nation).min(1).describe('The nations whose law it follows.'),
    languages: z.array(Language).min(1).describe('The languages every sentence is given in; the first is the one it was written in.'),
    uses: z.array(BlockReference).default([]).describe('Shared blocks this service is put together from.'),
    codes: z
      .strictObject({
        lgsl: z
          .int()
          .optional()
          .meta({ description: 'Local Government Services List number.', examples: [524] }),
        lgil: z
          .int()
          .optional()
          .meta({ description: 'Local Government Interaction List number.', examples: [8] }),
      })
      .default({})
      .describe('Local government service and interaction codes.'),
    licence: z
      .string()
      .default('MIT')
      .meta({ description: 'The licence others may take the pack over under (SPDX).', examples: ['MIT'] }),
    maintainers: z
      .array(
        z.strictObject({
          name: z.string().meta({ description: 'Who.', examples: ['Tennis club office'] }),
          contact: z
            .string()
            .optional()
            .meta({ description: 'How to reach them.', examples: ['office@tennis.example'] }),
        }),
      )
      .default([])
      .describe('Who looks after the pack.'),
    upstream: z
      .string()
      .optional()
      .meta({ description: 'Where the pack was taken over from.', examples: ['https://packs.example/tennis-club'] }),
    sponsors: z
      .strictObject({
        member: z.string().meta({ description: 'The cabinet member responsible.', examples: ['Councillor Ann Park'] }),
        director: z.string().meta({ description: 'The accountable director.', examples: ['Director of Leisure'] }),
      })
      .partial()
      .default({})
      .describe('Who answers for the service. A council may name them in its own settings instead; publishing needs both.'),
    minutes: z
      .int()
      .min(1)
      .max(240)
      .optional()
      .meta({ description: 'About how many minutes it takes to fill in.', examples: [5] }),
    retention: z.record(Name, Retention).default({}).describe('How long answers are kept, by a name of your own.'),
    purposes: z.record(Name, Purpose).default({}).describe('Why things are asked, by a name of your own.'),
    constants: z.record(Name, Constant).default({}).describe('Figures of the scheme, by a name of your own.'),
    sections: z.array(Section).min(1).describe('The pages, in the order in which they are asked, put together in sections.'),
    conditions: z.record(Name, Expression).default({}).describe('Conditions with a name, usable in other expressions.'),
    calculations: z.array(Calculation).max(500).default([]).describe('Values worked out from answers, usable in other expressions.'),
    exits: z.array(Exit).default([]).describe('Where the service cannot be used, shown before submission.'),
    outcomes: z.array(Outcome).min(1).describe('How a case can be decided.'),
    outcome: Expression.optional().describe('What the rules propose: an expression that gives one of the outcomes. A person decides.'),
    fee: z
      .strictObject({ is: Expression, cites: Citation.optional() })
      .optional()
      .describe('What the person pays, worked out before submitting.'),
    once: Expression.optional().describe('A text that may be submitted only once, such as the number of a property.'),
    coverage: z
      .strictObject({
        address: Name.describe('The address question counted.'),
        by: z.enum(['ward', 'parish']).default('ward').describe('The kind of area.'),
      })
      .optional()
      .describe('Publishes how many properties of each area have answered, small numbers hidden.'),
    equality: BlockReference.optional().describe('Optional equality questions asked after submitting, stored apart from the case.'),
    casework: Casework.describe('What the council does with a submission.'),
    measures: z
      .strictObject({
        baseline: z
          .string()
          .optional()
          .meta({ description: 'Cost of one transaction before, in pounds.', examples: ['24.00'] }),
        target: z
          .string()
          .optional()
          .meta({ description: 'Cost of one transaction aimed at, in pounds.', examples: ['9.00'] }),
        benefits: z
          .array(
            z.strictObject({
              id: Name,
              promised: z.string().meta({ description: 'What is promised.', examples: ['Half of decisions within 5 working days'] }),
            }),
          )
          .default([])
          .describe('Gains promised, to be held against what comes.'),
      })
      .default({ benefits: [] })
      .describe('How the service is judged.'),
    effects: z
      .array(
        z.strictObject({
          id: Name,
          kind: z.enum(['social', 'economic', 'environmental', 'equality', 'language']).describe('What it touches.'),
        }),
      )
      .default([])
      .describe('Predicted effects on people and place, in words.'),
    change: z
      .strictObject({
        statutory: z
          .array(
            z.strictObject({
              part: z
                .string()
                .meta({ description: 'A key of the definition, and names below it after dots.', examples: ['exits.too_young'] }),
              law: Citation,
            }),
          )
          .default([])
          .describe('Parts fixed by law.'),
        local: z
          .array(z.string())
          .default([])
          .meta({ description: 'Parts a council may make its own.', examples: [['constants', 'words']] }),
        required: z
          .array(z.string())
          .default([])
          .meta({ description: 'Parts a council must fill in.', examples: [['constants.yearly']] }),
      })
      .default({ statutory: [], local: [], required: [] })
      .describe('What an adopting council may not, may and must change.'),
  })
  .meta({ id: 'Service', title: 'service.yaml' })
export type Service = z.infer<typeof Service>

/** `block.yaml`: questions, pages and rules kept once and used by several services. */
export const BlockFile = z
  .strictObject({
    schema: z.literal(1).describe('The version of this format.'),
    id: Slug,
    version: z
      .int()
      .min(1)
      .meta({ description: 'Its version, as in its folder’s name.', examples: [1] }),
    retention: z.record(Name, Retention).default({}).describe('Retention classes it brings.'),
    purposes: z.record(Name, Purpose).default({}).describe('Purposes it brings.'),
    constants: z.record(Name, Constant).default({}).describe('Figures it brings.'),
    pages: z.array(Page).default([]).describe('Pages it brings; a service places them with `use`.'),
    conditions: z.record(Name, Expression).default({}).describe('Conditions it brings.'),
    calculations: z.array(Calculation).max(500).default([]).describe('Calculations it brings.'),
  })
  .meta({ id: 'BlockFile', title: 'block.yaml' })
export type BlockFile = z.infer<typeof BlockFile>
