/** The single place for the shape of `words.<language>.yaml`: every sentence a person reads. */
import { z } from 'zod'
import { Language, Name, Slug } from './names.ts'

const Sentence = z.string().min(1).max(2_000)

/** Forms by count. Welsh has six (Unicode CLDR plural rules); a form not given falls back to `other`. */
export const Plural = z.strictObject({
  by: Name.describe('The number that chooses the form.'),
  zero: Sentence.optional(),
  one: Sentence.optional(),
  two: Sentence.optional(),
  few: Sentence.optional(),
  many: Sentence.optional(),
  other: Sentence,
})

/** A sentence, with `{name}` for an answer, a calculation or a constant. */
export const Text = z.union([Sentence, Plural]).meta({ id: 'Text', examples: ['The collection costs {fee}.'] })
export type Text = z.infer<typeof Text>

/** Paragraphs, lists, links, bold: a small safe part of Markdown. */
export const Prose = z
  .string()
  .min(1)
  .max(20_000)
  .meta({ id: 'Prose', examples: ['Leave the items at the **front** of the house.'] })

const OptionWords = z.union([Sentence, z.strictObject({ label: Sentence, hint: Text.optional() })])

export const QuestionWords = z.strictObject({
  label: Text.describe('The question as it is asked.'),
  hint: Text.optional(),
  short: Sentence.optional().describe('How it is called on the check page and in the case; the label if not given.'),
  options: z.record(Name, OptionWords).optional(),
  statement: Prose.optional().describe('For a declaration: what is confirmed.'),
  faults: z
    .record(Name, Text)
    .optional()
    .describe('Words in place of the usual ones when an answer is at fault: missing, too_long, …, or the id of a `valid` condition.'),
  one: Sentence.optional().describe('For a group: what one of them is called.'),
  of: z
    .record(
      Name,
      z.lazy((): z.ZodType<QuestionWordsShape> => QuestionWords),
    )
    .optional()
    .describe('For a group: the words of its questions.'),
})
type QuestionWordsShape = {
  label: Text
  hint?: Text | undefined
  short?: string | undefined
  options?: Record<string, z.infer<typeof OptionWords>> | undefined
  statement?: string | undefined
  faults?: Record<string, Text> | undefined
  one?: string | undefined
  of?: Record<string, QuestionWordsShape> | undefined
}
export type QuestionWords = z.infer<typeof QuestionWords>

export const WordsFile = z
  .strictObject({
    schema: z.literal(1),
    language: Language,
    translation: z
      .strictObject({ state: z.enum(['source', 'draft', 'reviewed']), by: z.string().optional(), on: z.string().optional() })
      .describe('Whether this is the original, a draft translation or a reviewed one, and by whom.'),
    service: z
      .strictObject({
        name: Sentence,
        summary: Sentence.describe('One line for the list of services.'),
        search: z.array(z.string()).default([]).describe('Other words people look for it by.'),
        start: Prose.describe('What it is for, on the start page.'),
        needs: z.array(Sentence).default([]).describe('What a person needs at hand.'),
        cost: Text.optional().describe('What it costs, in words.'),
        after: Prose.describe('What happens after it is sent.'),
      })
      .partial()
      .optional()
      .describe('Words of the whole service; a block has none.'),
    purposes: z.record(Name, Sentence).default({}),
    sections: z.record(Slug, Sentence).default({}),
    pages: z.record(Slug, z.strictObject({ title: Text.optional(), body: Prose.optional() })).default({}),
    questions: z.record(Name, QuestionWords).default({}),
    conditions: z.record(Name, Sentence).default({}).describe('Conditions in words, for the paper form and for officers.'),
    calculations: z.record(Name, Sentence).default({}),
    exits: z.record(Name, z.strictObject({ title: Sentence, body: Prose })).default({}),
    outcomes: z.record(Name, z.strictObject({ label: Sentence, body: Prose.optional() })).default({}),
    reasons: z.record(Name, Text).default({}),
    actions: z
      .record(Name, z.strictObject({ label: Sentence, done: Sentence, questions: z.record(Name, QuestionWords).default({}) }))
      .default({}),
    flags: z.record(Name, Sentence).default({}),
    clocks: z.record(Name, Sentence).default({}),
    messages: z.record(Name, z.strictObject({ subject: Text, body: Prose })).default({}),
    benefits: z.record(Name, Sentence).default({}),
    effects: z.record(Name, Sentence).default({}),
  })
  .meta({ id: 'WordsFile', title: 'words.<language>.yaml' })
export type WordsFile = z.infer<typeof WordsFile>
