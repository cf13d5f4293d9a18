/** The single place for what every kind of question can do. Adding a kind is one file here and one in `src/ui/questions`. */
import type { Type } from '#core/expression/index.ts'
import type { Known } from '#core/expression/index.ts'
import type { Answer } from '../answers.ts'
import type { Flaw } from '../fault.ts'
import type { Language } from '../model/names.ts'
import type { Question, QuestionKind } from '../model/question.ts'

/** Posted form fields by name. `URLSearchParams` is one. */
export type FormFields = { getAll(name: string): readonly string[] }

/** What was read: an answer; neither answer nor flaw where nothing was given; or flaws. */
export type Reading<A extends Answer = Answer> = { readonly answer?: A; readonly flaws: readonly Flaw[] }

/** How options and members of a group are called, to show an answer. */
export type Speech = {
  readonly language: Language
  readonly option: (id: string) => string
  readonly of: (member: string) => Speech & { readonly label: string }
}

export type QuestionOf<K extends QuestionKind> = Extract<Question, { kind: K }>

/** What one kind says about itself. Every function is total: whatever is given, it gives flaws and never throws. */
export type KindParts<Q extends Question, A extends Answer> = {
  /** Reads posted fields called `name` or `name-part`. */
  readonly read: (question: Q, fields: FormFields, name: string) => Reading<A>
  /** Reads the value of an answers file or of the API. */
  readonly fromFile: (question: Q, value: unknown) => Reading<A>
  /** Whether a stored value has the shape of this kind. */
  readonly holds: (value: unknown) => value is A
  /** What is wrong with an answer of the right shape, apart from what depends on other answers. */
  readonly flaws: (question: Q, answer: A) => readonly Flaw[]
  /** The form fields that show the answer again. */
  readonly fields: (answer: A, name: string, question: Q) => Readonly<Record<string, readonly string[]>>
  /** The answer in words; lines are joined by `\n`. */
  readonly show: (answer: A, speech: Speech, question: Q) => string
  /** The type expressions see. `set` is the name under which its options are written. */
  readonly type: (question: Q, set: string) => Type
  /** The value expressions see. */
  readonly value: (answer: A, question: Q) => Known
}

/** One kind, for any question: what `KindParts` says, guarded so that a stored answer of another shape is a flaw and not an accident. */
export type Kind = {
  readonly read: (question: Question, fields: FormFields, name: string) => Reading
  readonly fromFile: (question: Question, value: unknown) => Reading
  readonly flaws: (question: Question, answer: unknown) => readonly Flaw[]
  readonly fields: (question: Question, answer: unknown, name: string) => Readonly<Record<string, readonly string[]>>
  readonly show: (question: Question, answer: unknown, speech: Speech) => string
  readonly type: (question: Question, set: string) => Type
  /** Undefined where the answer has not the shape of this kind. */
  readonly value: (question: Question, answer: unknown) => Known | undefined
}

function isOfKind<K extends QuestionKind>(question: Question, kind: K): question is QuestionOf<K> {
  return question.kind === kind
}

/** Makes a kind of its parts. */
export function kindOf<K extends QuestionKind, A extends Answer>(kind: K, parts: KindParts<QuestionOf<K>, A>): Kind {
  const own = (question: Question): QuestionOf<K> => {
    if (!isOfKind(question, kind)) throw new Error(`The kind ${kind} was given the question ${question.id} of kind ${question.kind}.`)
    return question
  }
  return {
    read: (question, fields, name) => checked(parts, own(question), parts.read(own(question), fields, name)),
    fromFile: (question, value) => checked(parts, own(question), parts.fromFile(own(question), value)),
    flaws: (question, answer) => (parts.holds(answer) ? parts.flaws(own(question), answer) : [{ code: 'not-an-answer' }]),
    fields: (question, answer, name) => (parts.holds(answer) ? parts.fields(answer, name, own(question)) : {}),
    show: (question, answer, speech) => (parts.holds(answer) ? parts.show(answer, speech, own(question)) : ''),
    type: (question, set) => parts.type(own(question), set),
    value: (question, answer) => (parts.holds(answer) ? parts.value(answer, own(question)) : undefined),
  }
}

function checked<Q extends Question, A extends Answer>(parts: KindParts<Q, A>, question: Q, reading: Reading<A>): Reading<A> {
  if (reading.answer === undefined || reading.flaws.length > 0) return reading
  const flaws = parts.flaws(question, reading.answer)
  return flaws.length === 0 ? reading : { flaws }
}
