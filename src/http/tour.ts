/** The single place for what a council's settings say of the guided tour that a demonstration offers. */
import { z } from 'zod'
import { Name, Slug } from '#core/definition/model/names.ts'

const Text = z.string().trim().min(1).max(2000)
const Words = z.strictObject({ en: Text, cy: Text.optional() })
const Person = Slug.describe('One of the example people.')

const Effects = z
  .array(z.strictObject({ kind: Name, words: Words }))
  .min(1)
  .max(10)
  .describe('What it does to people and place.')

/** Where the tour takes place, for the council next door. */
const Elsewhere = z.strictObject({
  at: Slug.describe('The id of the council where the tour takes place.'),
  officer: Person.describe('The one who puts the new version together with what is the council’s own.'),
  effects: Effects,
  regard: Words.describe('What those who decide write down about it first.'),
  reasons: Words.describe('Why they approve.'),
})
export type Elsewhere = z.infer<typeof Elsewhere>

/** The story told: who does what, in which service. */
const Story = z.strictObject({
  service: Slug.describe('The service it is about.'),
  resident: Person.describe('The example person who uses it and suggests a change.'),
  officer: Person.describe('The one who makes it an exact change and publishes what a trial found.'),
  backers: z.array(Person).min(1).max(20).describe('Those who back it.'),
  next: z
    .strictObject({ person: Person, answers: z.record(Name, z.unknown()) })
    .describe('The first to apply afterwards, and what they answer otherwise than the resident.'),
  briefer: Person.describe('The one who writes the briefing.'),
  answers: z.record(Name, z.unknown()).describe('What the resident answers, as in a file of answers.'),
  question: Name.describe('The question that makes no sense to them; whoever applies next is to answer it for themselves.'),
  suggestion: Words.describe('What they write about it.'),
  edits: z.array(z.unknown()).min(1).max(20).describe('The exact change, as typed edits.'),
  effects: Effects,
  savings: z
    .strictObject({ hours: z.int().exactOptional(), pounds: z.int().exactOptional() })
    .describe('What a year would differ in hours of staff and in pounds: less is saved.'),
  regard: Words.describe('What those who decide write down about it first.'),
  reasons: Words.describe('Why they approve.'),
  neighbour: Slug.describe('The council that takes the new version over.'),
})
export type Story = z.infer<typeof Story>

export const Tour = z.union([Elsewhere, Story])
export type Tour = z.infer<typeof Tour>
