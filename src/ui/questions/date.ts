/** How questions for a date or a month are shown: as parts, which anybody can type on any device. */
import { dateInput, type DatePart } from '../components/date-input.ts'
import type { Html } from '../html.ts'
import { wordsIn } from '../words/index.ts'
import { aroundOf, legendOf, type QuestionProps, typedIn, type View } from './view.ts'

type Part = 'day' | 'month' | 'year'

export const dateView: View<'date'> = (props) =>
  datePartsView(props, ['day', 'month', 'year'], props.question.fill === 'bday' ? 'bday' : undefined)

export const monthView: View<'month'> = (props) => datePartsView(props, ['month', 'year'], undefined)

function datePartsView(props: QuestionProps, parts: readonly Part[], fill: string | undefined): Html {
  return dateInput({
    ...aroundOf(props),
    id: props.name,
    namePrefix: props.name,
    fieldset: { legend: legendOf(props) },
    items: parts.map((part) => partOf(props, part, fill)),
  })
}

function partOf(props: QuestionProps, part: Part, fill: string | undefined): DatePart {
  return {
    name: part,
    label: wordsIn(props.lang)[part],
    value: typedIn(props, part),
    autocomplete: fill && `${fill}-${part}`,
    error: props.wrongParts && props.wrongParts.includes(part),
    classes: `govuk-input--width-${part === 'year' ? 4 : 2}`,
  }
}
