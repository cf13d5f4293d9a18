/** How questions for an email address or a telephone number are shown. */
import { input } from '../components/input.ts'
import { aroundOf, labelOf, typedIn, type View } from './view.ts'

export const emailView: View<'email'> = (props) =>
  input({
    ...aroundOf(props),
    name: props.name,
    label: labelOf(props),
    value: typedIn(props),
    type: 'email',
    autocomplete: 'email',
    spellcheck: false,
    classes: 'govuk-!-width-two-thirds',
  })

export const phoneView: View<'phone'> = (props) =>
  input({
    ...aroundOf(props),
    name: props.name,
    label: labelOf(props),
    value: typedIn(props),
    type: 'tel',
    autocomplete: 'tel',
    classes: 'govuk-input--width-20',
  })
