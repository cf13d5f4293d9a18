/** The single place for what every kind of question must be able to do. Adding a kind is one file here and one in `src/ui/questions`. */
import type { Answer } from '../answers.ts'
import type { Flaw } from '../fault.ts'
import type { Question } from '../model/question.ts'

/** Posted form fields by name. `URLSearchParams` is one. */
export type FormFields = { getAll(name: string): readonly string[] }

/** What was read: an answer, nothing at all (not answered), or flaws. */
export type Reading<A extends Answer> = { readonly answer?: A; readonly flaws: readonly Flaw[] }

/** How one kind of question is read, checked and put back into a form. Every function is total: it never throws. */
export type Kind<Q extends Question, A extends Answer> = {
  /** Reads posted fields. A `name` is the question’s id, or `group-<entry>-member` within a group. Nothing entered gives no answer and no flaw. */
  readonly read: (question: Q, fields: FormFields, name: string) => Reading<A>
  /** Reads the value of an answers file or of the API. */
  readonly fromFile: (question: Q, value: unknown) => Reading<A>
  /** Whether a stored value has the shape of this kind. */
  readonly holds: (value: unknown) => value is A
  /** What is wrong with an answer of the right shape, apart from conditions and options that depend on other answers. */
  readonly flaws: (question: Q, answer: A) => readonly Flaw[]
  /** The form fields that show the answer again. */
  readonly fields: (question: Q, answer: A, name: string) => Readonly<Record<string, readonly string[]>>
}
