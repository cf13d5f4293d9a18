/** How a question for an address is shown: look up by postcode, choose, or type it; every way works without JavaScript. */
import { button } from '../components/button.ts'
import { details } from '../components/details.ts'
import { select } from '../components/select.ts'
import { html, type Html } from '../html.ts'
import { wordsIn } from '../words/index.ts'
import { part, parts } from './part.ts'
import { type QuestionProps, typedIn, type View } from './view.ts'

/**
 * The button posts `<name>-find`; the page comes back with `found`. An address chosen before is posted again with its lines: whoever
 * reads it must hold the lines against the register, since the person may have changed them.
 */
export const addressView: View<'address'> = (props) => {
  const words = wordsIn(props.lang)
  const find = button({
    text: words.findAddress,
    name: `${props.name}-find`,
    value: 'yes',
    classes: 'govuk-button--secondary',
    preventDoubleClick: true,
  })
  const postcode = part(props, 'postcode', {
    label: { text: words.postcode },
    autocomplete: 'postal-code',
    autocapitalize: 'characters',
    spellcheck: false,
    classes: 'govuk-input--width-10',
  })
  return parts(
    props,
    html`<div class="address-look-up">${postcode}${find}</div>
${found(props)}
${details({ summaryText: words.enterAddress, html: lines(props), open: isTyped(props) })}`,
  )
}

/** Lines are open where they hold something, where the look-up found nothing and where they are at fault. */
function isTyped(props: QuestionProps): boolean {
  const isFilled = ['line1', 'line2', 'town'].some((name) => typedIn(props, name) !== '')
  return isFilled || props.found?.length === 0 || props.wrongParts?.some((name) => name !== 'postcode' && name !== 'uprn') === true
}

function found(props: QuestionProps): Html | undefined {
  const words = wordsIn(props.lang)
  const addresses = props.found ?? []
  const chosen = typedIn(props, 'uprn')
  if (props.found === undefined) return chosen === '' ? undefined : html`<input type="hidden" name="${props.name}-uprn" value="${chosen}">`
  if (addresses.length === 0) return html`<p class="govuk-body" role="status">${words.noAddressFound}</p>`
  return select({
    name: `${props.name}-uprn`,
    label: { text: words.chooseAddress },
    value: chosen,
    items: [{ value: '', text: `${words.addressesFound}: ${addresses.length}` }, ...addresses],
    formGroup: { classes: 'address-choice' },
  })
}

function lines(props: QuestionProps): Html {
  const words = wordsIn(props.lang)
  return html`${part(props, 'line1', { label: { text: words.addressLine1 }, autocomplete: 'address-line1' })}
${part(props, 'line2', { label: { text: words.addressLine2 }, autocomplete: 'address-line2' })}
${part(props, 'town', { label: { text: words.town }, autocomplete: 'address-level2', classes: 'govuk-!-width-two-thirds' })}`
}
