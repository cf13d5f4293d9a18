/** How a question for a whole number is shown. */
import { input } from '../components/input.ts'
import { aroundOf, labelOf, typedIn, type View } from './view.ts'

export const numberView: View<'number'> = (props) =>
  input({
    ...aroundOf(props),
    name: props.name,
    label: labelOf(props),
    value: typedIn(props),
    inputmode: 'numeric',
    spellcheck: false,
    classes: widthFor(props.question.max),
  })

/** The widths that GOV.UK Frontend has, the smallest that shows the largest number. */
function widthFor(most: number | undefined): string {
  const digits = most === undefined ? 5 : String(most).length
  return `govuk-input--width-${[2, 3, 4, 5, 10].find((width) => width >= digits) ?? 20}`
}
