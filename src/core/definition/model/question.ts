/** The single place for the shape of a question: what every kind has, and what each kind adds. */
import { z } from 'zod'
import { Expression, Name } from './names.ts'

/** Equality Act 2010, section 4. */
export const ProtectedCharacteristic = z.enum([
  'age',
  'disability',
  'gender-reassignment',
  'marriage',
  'pregnancy',
  'race',
  'religion',
  'sex',
  'sexual-orientation',
])

const every = {
  id: Name.describe('The stable name of the question, unique in the service (in a group: unique in the group).'),
  purpose: Name.optional().meta({
    description: 'Why it is asked: one of the service’s purposes. Inside a group, the group’s purpose unless given here.',
    examples: ['join'],
  }),
  retention: Name.optional().meta({
    description: 'How long the answer is kept, where it differs from its purpose: one of the service’s retention classes.',
    examples: ['membership'],
  }),
  optional: z.boolean().default(false).describe('Whether a person may leave it empty.'),
  when: Expression.optional().describe(
    'Asked only when this is true. It may read answers of earlier pages, not of its own page; inside a group also those before it.',
  ),
  valid: z
    .array(
      z.strictObject({
        id: Name.describe('Names the words shown when it is not so.'),
        is: Expression.describe('Must be true of the answer.'),
      }),
    )
    .default([])
    .describe('Further conditions the answer must meet, each with its own words.'),
  starts: Name.optional().meta({
    description:
      'The answer it begins with: the one given to this earlier question, of the same kind. The person can change it (WCAG 2.2, 3.3.7, redundant entry).',
    examples: ['home'],
  }),
  yours: z
    .boolean()
    .default(false)
    .describe(
      'Whether the person can act on this answer, so that “what would change it” may name it. Refused for a protected characteristic.',
    ),
  protected: ProtectedCharacteristic.optional().describe(
    'The protected characteristic the question is about (Equality Act 2010, section 4). A date of birth is one without saying so.',
  ),
}

const Options = z
  .array(
    z
      .union([Name, z.strictObject({ id: Name, when: Expression.optional().describe('Offered only when this is true.') })])
      .transform((option) => (typeof option === 'string' ? { id: option } : option)),
  )
  .min(2)
  .max(200)
  .describe('What can be chosen, in the order shown.')

const Count = z.int().min(0).max(1_000_000_000)
const Pounds = z.union([z.string(), z.number()])

const text = z.strictObject({
  ...every,
  kind: z.literal('text').describe('One line of text.'),
  max: z
    .int()
    .min(1)
    .max(500)
    .default(200)
    .meta({ description: 'The most characters accepted.', examples: [100] }),
  fill: z
    .enum(['name', 'given-name', 'family-name', 'organization', 'off'])
    .default('off')
    .describe('What a browser may fill in by itself.'),
})
const longText = z.strictObject({
  ...every,
  kind: z.literal('long-text').describe('Several lines of text.'),
  max: z
    .int()
    .min(1)
    .max(20_000)
    .default(2_000)
    .meta({ description: 'The most characters accepted.', examples: [100] }),
})
const number = z.strictObject({
  ...every,
  kind: z.literal('number').describe('A whole number.'),
  min: z
    .int()
    .optional()
    .meta({ description: 'The least accepted.', examples: [0] }),
  max: z
    .int()
    .optional()
    .meta({ description: 'The most accepted.', examples: [120] }),
})
const money = z.strictObject({
  ...every,
  kind: z.literal('money').describe('An amount in pounds and pence, kept as exact pence.'),
  min: Pounds.optional().meta({
    description: 'The least accepted, in pounds and pence; nothing below 0.00 unless given.',
    examples: ['1.00'],
  }),
  max: Pounds.optional().meta({ description: 'The most accepted, in pounds and pence.', examples: ['16000.00'] }),
})
const date = z.strictObject({
  ...every,
  kind: z.literal('date').describe('A calendar date.'),
  earliest: Expression.optional().describe('The earliest date accepted, as an expression.'),
  latest: Expression.optional().describe('The latest date accepted, as an expression.'),
  fill: z.enum(['bday', 'off']).default('off').describe('What a browser may fill in by itself.'),
})
const month = z.strictObject({ ...every, kind: z.literal('month').describe('A month of a year, read by expressions as its first day.') })
const yesNo = z.strictObject({ ...every, kind: z.literal('yes-no').describe('Yes or no.') })
const oneOf = z.strictObject({ ...every, kind: z.literal('one-of').describe('One choice from a list.'), options: Options })
const manyOf = z.strictObject({
  ...every,
  kind: z.literal('many-of').describe('Any number of choices from a list.'),
  options: Options,
  none: Name.optional().describe('The option that means none of these, and excludes the others.'),
  min: Count.optional().meta({ description: 'The fewest that must be chosen.', examples: [1] }),
  max: Count.optional().meta({ description: 'The most that may be chosen.', examples: [3] }),
})
const email = z.strictObject({ ...every, kind: z.literal('email').describe('An email address.') })
const phone = z.strictObject({ ...every, kind: z.literal('phone').describe('A telephone number.') })
const address = z.strictObject({ ...every, kind: z.literal('address').describe('A postal address, found by postcode or typed.') })
const place = z.strictObject({ ...every, kind: z.literal('place').describe('A place: street name, grid reference or postcode.') })
const identifier = z.strictObject({
  ...every,
  kind: z.literal('identifier').describe('A national identifier, checked by its own rule.'),
  scheme: z.enum(['national-insurance', 'nhs', 'company', 'charity', 'vehicle', 'vat']).describe('Which identifier.'),
})
const organisation = z.strictObject({
  ...every,
  kind: z.literal('organisation').describe('An organisation: its name and, if known, its company or charity number.'),
})
const declaration = z.strictObject({ ...every, kind: z.literal('declaration').describe('A statement the person must confirm.') })

/** Kinds that hold one answer. `file` is named in the design and comes with uploads; it is refused with words that say so. */
export const SimpleQuestion = z.discriminatedUnion('kind', [
  text,
  longText,
  number,
  money,
  date,
  month,
  yesNo,
  oneOf,
  manyOf,
  email,
  phone,
  address,
  place,
  identifier,
  organisation,
  declaration,
])
export type SimpleQuestion = z.infer<typeof SimpleQuestion>

export const GroupQuestion = z.strictObject({
  ...every,
  kind: z.literal('group').describe('A group of questions that repeats, such as the people of a household. It stands alone on its page.'),
  of: z.array(SimpleQuestion).min(1).max(30).describe('The questions asked of each.'),
  min: z
    .int()
    .min(0)
    .max(50)
    .default(0)
    .meta({ description: 'The fewest there must be.', examples: [1] }),
  max: z
    .int()
    .min(1)
    .max(50)
    .default(10)
    .meta({ description: 'The most there may be.', examples: [10] }),
})
export type GroupQuestion = z.infer<typeof GroupQuestion>

export const Question = z.discriminatedUnion('kind', [...SimpleQuestion.options, GroupQuestion])
export type Question = z.infer<typeof Question>
export type QuestionKind = Question['kind']
