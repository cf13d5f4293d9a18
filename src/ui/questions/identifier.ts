/** How a question for a national identifier is shown. */
import { input } from '../components/input.ts'
import { wordsIn } from '../words/index.ts'
import { aroundOf, labelOf, typedIn, type View } from './view.ts'

/** Digits alone get the number keypad; letters are typed as capitals. */
const digitsOnly: ReadonlySet<string> = new Set(['nhs', 'charity'])

export const identifierView: View<'identifier'> = (props) => {
  const { scheme } = props.question
  const around = aroundOf(props)
  return input({
    ...around,
    hint: around.hint ?? { text: wordsIn(props.lang)[`identifier-${scheme}`] },
    name: props.name,
    label: labelOf(props),
    value: typedIn(props),
    spellcheck: false,
    inputmode: digitsOnly.has(scheme) ? 'numeric' : undefined,
    autocapitalize: digitsOnly.has(scheme) ? undefined : 'characters',
    classes: 'govuk-input--width-20 govuk-input--extra-letter-spacing',
  })
}
