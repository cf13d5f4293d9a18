/** How a question for an organisation is shown. */
import { html } from '../html.ts'
import { wordsIn } from '../words/index.ts'
import { part, parts } from './part.ts'
import type { View } from './view.ts'

export const organisationView: View<'organisation'> = (props) => {
  const words = wordsIn(props.lang)
  return parts(
    props,
    html`${part(props, 'name', { label: { text: words.organisationName }, autocomplete: 'organization', spellcheck: false })}
${part(props, 'number', { label: { text: words.organisationNumber }, spellcheck: false, autocapitalize: 'characters', classes: 'govuk-input--width-10' })}`,
  )
}
