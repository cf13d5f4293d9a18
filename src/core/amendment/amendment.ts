/** The single place for the shape of a typed edit: what somebody who suggests a change can ask for without writing a definition. */
import { z } from 'zod'
import { Duration, Expression, Language, Name, Slug } from '../definition/model/names.ts'

const Spoken = z.partialRecord(Language, z.string().trim().max(20_000))
/** A question, or a member of a group as `group.member`. */
const Asked = z
  .string()
  .max(127)
  .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/, 'a question, or group.member')

/** Other words, by their path in the words of the service: `['questions', 'home', 'label']`. Empty text takes away what may be missing. */
const Reword = z.strictObject({
  edit: z.literal('reword'),
  words: z.array(z.string().min(1).max(63)).min(2).max(10).readonly(),
  to: Spoken,
})
/** No longer asks a question. Its page goes when it was the only one there. */
const DropQuestion = z.strictObject({ edit: z.literal('drop-question'), question: Asked })
/** One more answer to choose, last unless `after` says where; null is first. `hint` stands under it. */
const AddOption = z.strictObject({
  edit: z.literal('add-option'),
  question: Asked,
  option: Name,
  label: Spoken,
  hint: Spoken.optional(),
  when: Expression.optional(),
  after: Name.nullable().optional(),
})
const DropOption = z.strictObject({ edit: z.literal('drop-option'), question: Asked, option: Name })
/** Who is asked; null asks everybody who comes to the page. */
const AskWhen = z.strictObject({ edit: z.literal('ask-when'), question: Asked, when: Expression.nullable() })
/** A figure of the scheme: money as `26.00`, dates as `2026-04-01`, lengths of time as `P10D`. */
const SetConstant = z.strictObject({ edit: z.literal('set-constant'), constant: Name, to: z.union([z.string().max(500), z.int()]) })
/** The least or most a question accepts, by what its kind calls it; null takes the limit away. */
const SetLimit = z.strictObject({
  edit: z.literal('set-limit'),
  question: Asked,
  limit: z.enum(['min', 'max', 'earliest', 'latest']),
  to: z.union([z.string().max(4_000), z.int()]).nullable(),
})
/** The answer a question begins with: that of an earlier question; null begins with none. */
const StartWith = z.strictObject({ edit: z.literal('start-with'), question: Asked, from: Name.nullable() })
const SetClock = z.strictObject({ edit: z.literal('set-clock'), clock: Name, within: Duration })
/** How what is to be paid is worked out; null makes it free. */
const SetFee = z.strictObject({ edit: z.literal('set-fee'), is: Expression.nullable() })
/**
 * Puts a page within its section, or into the one named by `section`, a question within its page or an option within its question after another; null
 * puts it first.
 */
const Reorder = z.strictObject({
  edit: z.literal('reorder'),
  what: z.enum(['section', 'page', 'question', 'option']),
  /** For an option: its question. */
  of: Asked.optional(),
  id: z.union([Name, Slug, Asked]),
  after: z.union([Name, Slug]).nullable(),
  /** For a page: the section it is to stand in. */
  section: Slug.optional(),
})

/** A typed edit as it is stored and read from a form. */
export const AmendmentShape = z.discriminatedUnion('edit', [
  Reword,
  DropQuestion,
  AddOption,
  DropOption,
  AskWhen,
  SetConstant,
  SetLimit,
  StartWith,
  SetClock,
  SetFee,
  Reorder,
])
export type Amendment = z.infer<typeof AmendmentShape>
export type AmendmentKind = Amendment['edit']

/** Why an edit cannot be made, and the way out, in both languages. `code` is kebab-case and stable. */
export type AmendmentFault = {
  readonly code: string
  readonly message: Readonly<Record<Language, string>>
  readonly help: Readonly<Record<Language, string>>
}
