/** How a question for a place is shown: in words, by grid reference or by postcode, whichever the person knows. */
import { html } from '../html.ts'
import { wordsIn } from '../words/index.ts'
import { part, parts } from './part.ts'
import type { View } from './view.ts'

export const placeView: View<'place'> = (props) => {
  const words = wordsIn(props.lang)
  return parts(
    props,
    html`<p class="govuk-body">${words.placeOneIsEnough}</p>
${part(props, 'description', { label: { text: words.placeDescription }, hint: { text: words.placeDescriptionHint } })}
${part(props, 'postcode', { label: { text: words.placePostcode }, autocapitalize: 'characters', spellcheck: false, classes: 'govuk-input--width-10' })}
${part(props, 'grid', {
  label: { text: words.placeGrid },
  hint: { text: words.placeGridHint },
  autocapitalize: 'characters',
  spellcheck: false,
  classes: 'govuk-input--width-20',
})}`,
  )
}
