/** How a question for one line of text is shown. */
import { input } from '../components/input.ts'
import { aroundOf, labelOf, typedIn, type View } from './view.ts'

const autocompletes = {
  name: 'name',
  'given-name': 'given-name',
  'family-name': 'family-name',
  organization: 'organization',
  off: undefined,
} as const

/** Names are not spell-checked: a red line under one's own name helps nobody. */
export const textView: View<'text'> = (props) =>
  input({
    ...aroundOf(props),
    name: props.name,
    label: labelOf(props),
    value: typedIn(props),
    autocomplete: autocompletes[props.question.fill],
    spellcheck: props.question.fill === 'off' ? undefined : false,
    classes: widthFor(props.question.max),
  })

function widthFor(most: number): string {
  if (most <= 10) return 'govuk-input--width-10'
  return most <= 30 ? 'govuk-input--width-20' : 'govuk-!-width-two-thirds'
}
