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
    readers: z.array(Name).min(1).describe('The roles that read the answers.'),
    retention: Name.describe('How long the answers are kept: one of the retention classes.'),
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
    questions: z.array(Question).min(1).max(20),
  })
  .meta({ id: 'Page' })
export type Page = z.infer<typeof Page>

export const BlockPages = z.strictObject({
  use: BlockReference.describe('The pages of this block stand here.'),
  when: Expression.optional(),
})
export type BlockPages = z.infer<typeof BlockPages>

export const Section = z
  .strictObject({ id: Slug, when: Expression.optional(), pages: z.array(z.union([BlockPages, Page])).min(1) })
  .meta({ id: 'Section' })
export type Section = z.infer<typeof Section>

export const Constant = z
  .strictObject({
    type: z.enum(['int', 'money', 'date', 'days', 'months', 'string']),
    is: z.union([z.string(), z.int()]),
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
    id: Slug.describe('The service’s name in addresses.'),
    applies: z.array(Nation).min(1).describe('The nations whose law it follows.'),
    languages: z.array(Language).min(1).describe('The languages every sentence is given in; the first is the one it was written in.'),
    uses: z.array(BlockReference).default([]).describe('Shared blocks this service is put together from.'),
    codes: z
      .strictObject({ lgsl: z.int().optional(), lgil: z.int().optional() })
      .default({})
      .describe('Local government service and interaction codes.'),
    licence: z.string().default('MIT').describe('The licence others may take the pack over under (SPDX).'),
    maintainers: z.array(z.strictObject({ name: z.string(), contact: z.string().optional() })).default([]),
    upstream: z.string().optional().describe('Where the pack was taken over from.'),
    sponsors: z
      .strictObject({
        member: z.string().describe('The cabinet member responsible.'),
        director: z.string().describe('The accountable director.'),
      })
      .partial()
      .default({})
      .describe('Who answers for the service. A council may name them in its own settings instead; publishing needs both.'),
    minutes: z.int().min(1).max(240).optional().describe('About how long it takes to fill in.'),
    retention: z.record(Name, Retention).default({}),
    purposes: z.record(Name, Purpose).default({}),
    constants: z.record(Name, Constant).default({}),
    sections: z.array(Section).min(1),
    conditions: z.record(Name, Expression).default({}).describe('Conditions with a name, usable in other expressions.'),
    calculations: z.array(Calculation).default([]),
    exits: z.array(Exit).default([]),
    outcomes: z.array(Outcome).min(1),
    outcome: Expression.optional().describe('What the rules propose: an expression that gives one of the outcomes. A person decides.'),
    fee: z
      .strictObject({ is: Expression, cites: Citation.optional() })
      .optional()
      .describe('What the person pays, worked out before submitting.'),
    once: Expression.optional().describe('A text that may be submitted only once, such as the number of a property.'),
    coverage: z
      .strictObject({ address: Name.describe('The address question counted.'), by: z.enum(['ward', 'parish']).default('ward') })
      .optional()
      .describe('Publishes how many properties of each area have answered, small numbers hidden.'),
    equality: BlockReference.optional().describe('Optional equality questions asked after submitting, stored apart from the case.'),
    casework: Casework,
    measures: z
      .strictObject({
        baseline: z.string().optional().describe('Cost of one transaction before, in pounds.'),
        target: z.string().optional().describe('Cost of one transaction aimed at, in pounds.'),
        benefits: z.array(z.strictObject({ id: Name, promised: z.string() })).default([]),
      })
      .default({ benefits: [] }),
    effects: z
      .array(z.strictObject({ id: Name, kind: z.enum(['social', 'economic', 'environmental', 'equality', 'language']) }))
      .default([])
      .describe('Predicted effects on people and place, in words.'),
    change: z
      .strictObject({
        statutory: z.array(z.strictObject({ part: z.string(), law: Citation })).default([]),
        local: z.array(z.string()).default([]),
        required: z.array(z.string()).default([]),
      })
      .default({ statutory: [], local: [], required: [] })
      .describe('What an adopting council may not, may and must change.'),
  })
  .meta({ id: 'Service', title: 'service.yaml' })
export type Service = z.infer<typeof Service>

/** `block.yaml`: questions, pages and rules kept once and used by several services. */
export const BlockFile = z
  .strictObject({
    schema: z.literal(1),
    id: Slug,
    version: z.int().min(1),
    retention: z.record(Name, Retention).default({}),
    purposes: z.record(Name, Purpose).default({}),
    constants: z.record(Name, Constant).default({}),
    pages: z.array(Page).default([]),
    conditions: z.record(Name, Expression).default({}),
    calculations: z.array(Calculation).default([]),
  })
  .meta({ id: 'BlockFile', title: 'block.yaml' })
export type BlockFile = z.infer<typeof BlockFile>
