/** The single place for the shape of `words.<language>.yaml`: every sentence a person reads. */
import { z } from 'zod'
import { Language, Name, Slug } from './names.ts'

const Sentence = z
  .string()
  .min(1)
  .max(2_000)
  .meta({ description: 'A sentence.', examples: ['Join the tennis club'] })

/** Forms by count. Welsh has six (Unicode CLDR plural rules); a form not given falls back to `other`. */
export const Plural = z.strictObject({
  by: Name.describe('The number that chooses the form.'),
  zero: Sentence.optional().describe('For none (Welsh).'),
  one: Sentence.optional().describe('For one.'),
  two: Sentence.optional().describe('For two (Welsh).'),
  few: Sentence.optional().describe('For few: three in Welsh.'),
  many: Sentence.optional().describe('For many: six in Welsh.'),
  other: Sentence.describe('For every other number.'),
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

const OptionWords = z.union([
  Sentence,
  z.strictObject({ label: Sentence.describe('What it is called.'), hint: Text.optional().describe('Help under it.') }),
])

export const QuestionWords = z.strictObject({
  label: Text.describe('The question as it is asked.'),
  hint: Text.optional().describe('Help under the question.'),
  short: Sentence.optional().describe('How it is called on the check page and in the case; the label if not given.'),
  noun: Sentence.optional().meta({
    description: 'How it is called inside a sentence such as “Enter your date of birth”; the short form if not given.',
    examples: ['your date of birth'],
  }),
  options: z.record(Name, OptionWords).optional().describe('What each option is called.'),
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
  noun?: string | undefined
  options?: Record<string, z.infer<typeof OptionWords>> | undefined
  statement?: string | undefined
  faults?: Record<string, Text> | undefined
  one?: string | undefined
  of?: Record<string, QuestionWordsShape> | undefined
}
export type QuestionWords = z.infer<typeof QuestionWords>

const ColumnWords = z.union([
  Sentence,
  z.strictObject({
    label: Sentence.describe('What the column is called.'),
    values: z.record(Name, Sentence).optional().describe('For a column of type string: what each of its values is called.'),
  }),
])

const TableWords = z.strictObject({
  label: Sentence.describe('What the table works out.'),
  columns: z.record(Name, ColumnWords).default({}).describe('What each column is called; the value it tests, or its id, if not given.'),
})
export type TableWords = z.infer<typeof TableWords>

export const WordsFile = z
  .strictObject({
    schema: z.literal(1).describe('The version of this format.'),
    language: Language,
    translation: z
      .strictObject({
        state: z.enum(['source', 'draft', 'reviewed']).describe('The original, a draft, or reviewed.'),
        by: z
          .string()
          .optional()
          .meta({ description: 'Who translated or reviewed it.', examples: ['Welsh language team'] }),
        on: z
          .string()
          .optional()
          .meta({ description: 'When, as a date.', examples: ['2026-11-23'] }),
      })
      .describe('Whether this is the original, a draft translation or a reviewed one, and by whom.'),
    service: z
      .strictObject({
        name: Sentence.describe('What the service is called.'),
        summary: Sentence.describe('One line for the list of services.'),
        search: z
          .array(z.string())
          .default([])
          .meta({ description: 'Other words people look for it by.', examples: [['sport', 'membership']] }),
        start: Prose.describe('What it is for, on the start page.'),
        needs: z.array(Sentence).default([]).describe('What a person needs at hand.'),
        cost: Text.optional().describe('What it costs, in words.'),
        after: Prose.describe('What happens after it is sent.'),
      })
      .partial()
      .optional()
      .describe('Words of the whole service; a block has none.'),
    purposes: z.record(Name, Sentence).default({}).describe('Purposes, as people are told them: “To reply to you”.'),
    sections: z.record(Slug, Sentence).default({}).describe('What each section is called.'),
    pages: z
      .record(
        Slug,
        z.strictObject({
          title: Text.optional().describe('Its heading; the question of a page that asks one stands in for it.'),
          body: Prose.optional().describe('What stands above the questions.'),
        }),
      )
      .default({})
      .describe('Words of pages.'),
    questions: z.record(Name, QuestionWords).default({}).describe('Words of questions.'),
    conditions: z.record(Name, Sentence).default({}).describe('Conditions in words, for the paper form and for officers.'),
    calculations: z.record(Name, Sentence).default({}).describe('What each value shown is called.'),
    constants: z
      .record(Name, Sentence)
      .optional()
      .describe('What each figure of the scheme is called, where it is said how the rules came to their result.'),
    tables: z.record(Name, TableWords).optional().describe('What each table and its columns are called, where the rules are shown.'),
    exits: z
      .record(
        Name,
        z.strictObject({ title: Sentence.describe('Why the service cannot be used.'), body: Prose.describe('Where to go instead.') }),
      )
      .default({})
      .describe('Words of exits.'),
    outcomes: z
      .record(
        Name,
        z.strictObject({
          label: Sentence.describe('The outcome in a word or two.'),
          body: Prose.optional().describe('What it means for the person.'),
        }),
      )
      .default({})
      .describe('Words of outcomes.'),
    reasons: z.record(Name, Text).default({}).describe('Reasons that rows of tables name.'),
    actions: z
      .record(
        Name,
        z.strictObject({
          label: Sentence.describe('The action as a button says it.'),
          done: Sentence.describe('The action done, as the history says it.'),
          questions: z.record(Name, QuestionWords).default({}).describe('Words of what it asks.'),
        }),
      )
      .default({})
      .describe('Words of actions.'),
    tasks: z
      .record(
        Name,
        z.strictObject({
          label: Sentence.describe('What it is called.'),
          asked: Prose.describe('What is asked of whoever does it.'),
          given: Sentence.describe('That it was given, as the person’s own history says it.'),
          done: Sentence.describe('That it was done, as the history says it.'),
          questions: z.record(Name, QuestionWords).default({}).describe('Words of what it asks.'),
        }),
      )
      .optional()
      .describe('Words of tasks.'),
    appointments: z
      .record(
        Name,
        z.strictObject({
          label: Sentence.describe('What it is called.'),
          where: Text.describe('Where it takes place.'),
          help: Prose.optional().describe('What to know before booking.'),
        }),
      )
      .optional()
      .describe('Words of appointments.'),
    flags: z.record(Name, Sentence).default({}).describe('What each flag is called.'),
    clocks: z.record(Name, Sentence).default({}).describe('What each deadline is called.'),
    messages: z
      .record(Name, z.strictObject({ subject: Text.describe('Its subject.'), body: Prose.describe('Its text.') }))
      .default({})
      .describe('Words of messages.'),
    statuses: z
      .strictObject({
        received: Sentence.describe('Nobody has looked at it yet.'),
        looking: Sentence.describe('It is being looked at.'),
        waiting: Sentence.describe('The council waits for the person.'),
        decided: Sentence.describe('It has been decided.'),
        closed: Sentence.describe('Nothing more will be done.'),
      })
      .partial()
      .optional()
      .describe('What people are told of how far it is, where the usual words do not fit.'),
    appeal: Sentence.optional().meta({
      description: 'What the body that hears an appeal is called in this language, where it has another name there.',
      examples: ['Pwyllgor y clwb'],
    }),
    benefits: z.record(Name, Sentence).default({}).describe('Promised gains, in words.'),
    effects: z.record(Name, Sentence).default({}).describe('Predicted effects, in words.'),
  })
  .meta({ id: 'WordsFile', title: 'words.<language>.yaml' })
export type WordsFile = z.infer<typeof WordsFile>
