/** The single place that names every kind of question. */
import type { Question, QuestionKind } from '../model/question.ts'
import { address } from './address.ts'
import { date } from './date.ts'
import { declaration } from './declaration.ts'
import { email } from './email.ts'
import { groupOf } from './group.ts'
import { identifier } from './identifier.ts'
import { longText } from './long-text.ts'
import { manyOf } from './many-of.ts'
import { money } from './money.ts'
import { month } from './month.ts'
import { number } from './number.ts'
import { oneOf } from './one-of.ts'
import { organisation } from './organisation.ts'
import { phone } from './phone.ts'
import { place } from './place.ts'
import type { FormFields, Kind, Reading } from './question.ts'
import { text } from './text.ts'
import { yesNo } from './yes-no.ts'

const kinds = {
  text,
  'long-text': longText,
  number,
  money,
  date,
  month,
  'yes-no': yesNo,
  'one-of': oneOf,
  'many-of': manyOf,
  email,
  phone,
  address,
  place,
  identifier,
  organisation,
  declaration,
  group: groupOf((question) => kindFor(question)),
} satisfies Record<QuestionKind, Kind>

/** What the kind of a question can do. */
export function kindFor(question: Question): Kind {
  return kinds[question.kind]
}

/** Reads the posted fields of one question. `name` is its id, or for a member of a group `group-<mark>-member`. */
export function readAnswer(question: Question, fields: FormFields, name: string = question.id): Reading {
  return kindFor(question).read(question, fields, name)
}

/** The form fields that show an answer again, as a form with the same names posts them. */
export function fieldsOf(question: Question, answer: unknown, name: string = question.id): Readonly<Record<string, readonly string[]>> {
  return kindFor(question).fields(question, answer, name)
}
