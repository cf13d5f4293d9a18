/** How a question for an amount of money is shown. */
import { input } from '../components/input.ts'
import { aroundOf, labelOf, typedIn, type View } from './view.ts'

export const moneyView: View<'money'> = (props) =>
  input({
    ...aroundOf(props),
    name: props.name,
    label: labelOf(props),
    value: typedIn(props),
    prefix: { text: '£' },
    inputmode: 'decimal',
    spellcheck: false,
    classes: 'govuk-input--width-10',
  })
