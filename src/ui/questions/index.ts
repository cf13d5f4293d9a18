/** The single place that knows the view of every kind of question. */
import type { Question, QuestionKind } from '#core/definition/model/question.ts'
import type { Html } from '../html.ts'
import { addressView } from './address.ts'
import { declarationView, manyOfView, oneOfView, yesNoView } from './choice.ts'
import { emailView, phoneView } from './contact.ts'
import { dateView, monthView } from './date.ts'
import { groupView } from './group.ts'
import { identifierView } from './identifier.ts'
import { longTextView } from './long-text.ts'
import { moneyView } from './money.ts'
import { numberView } from './number.ts'
import { organisationView } from './organisation.ts'
import { placeView } from './place.ts'
import { textView } from './text.ts'
import { isBlank, keptBlank } from './blank.ts'
import type { QuestionProps, View } from './view.ts'

type Views = { readonly [Kind in QuestionKind]: View<Kind> }

const views: Views = {
  text: textView,
  'long-text': longTextView,
  number: numberView,
  money: moneyView,
  date: dateView,
  month: monthView,
  'yes-no': yesNoView,
  'one-of': oneOfView,
  'many-of': manyOfView,
  email: emailView,
  phone: phoneView,
  address: addressView,
  place: placeView,
  identifier: identifierView,
  organisation: organisationView,
  declaration: declarationView,
  group: groupView,
}

/** A question with its label, hint, fields and error. */
export function questionView<Kind extends QuestionKind>(props: QuestionProps<Kind>): Html {
  const view: Views[Kind] = views[props.question.kind]
  return isBlank(props) ? keptBlank(props, () => view(props)) : view(props)
}

const firstParts: Partial<Readonly<Record<QuestionKind, string>>> = {
  date: 'day',
  month: 'month',
  address: 'postcode',
  place: 'description',
  organisation: 'name',
}

/** The id of the field that an error summary links to: the first at fault of a question that has parts. */
export function fieldId(question: Question, name: string, wrongParts: readonly string[] = []): string {
  const first = wrongParts.find((part) => part !== 'uprn') ?? firstParts[question.kind]
  return first === undefined ? name : `${name}-${first}`
}

export { type GroupMember, type QuestionOf, type QuestionProps, typedFrom } from './view.ts'
