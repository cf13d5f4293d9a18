/** The pages of renewing: whoever follows the link shows that it is theirs, or reads that its time is over. */
import { showReference } from '#features/cases/index.ts'
import { button } from '#ui/components/button.ts'
import { input } from '#ui/components/input.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { type Language, wordsIn } from '#ui/words/index.ts'
import { wordsFor } from '../words/index.ts'
import { faultSummary } from './faults.ts'

export type RenewPage = {
  readonly lang: Language
  readonly csrf: string
  readonly service: string
  /** Whether signing in has said who they are. */
  readonly isKnown: boolean
  readonly contact: string
  readonly fault?: string | undefined
}

export function renewPage({ lang, csrf, service, isKnown, contact, fault }: RenewPage): Html {
  const words = wordsFor(lang)
  const field = input({
    id: 'contact',
    name: 'contact',
    label: { text: words.renewContact, classes: 'govuk-label--s' },
    hint: { text: words.renewContactHint },
    value: contact,
    errorMessage: fault === undefined ? undefined : { text: fault, visuallyHiddenText: wordsIn(lang).error },
    autocomplete: 'email',
    spellcheck: false,
  })
  return html`${faultSummary(lang, fault === undefined ? [] : [{ text: fault, field: 'contact' }])}
<h1 class="govuk-heading-l">${words.renewTitle}: ${service}</h1>
<p class="govuk-body">${words.renewBody}</p>
${form({ csrf, content: [(!isKnown || fault !== undefined) && field, button({ text: words.renewButton, preventDoubleClick: true })] })}`
}

export function renewGonePage(view: { lang: Language; renewedBy: string | undefined; servicesHref: string }): Html {
  const { lang, renewedBy, servicesHref } = view
  const words = wordsFor(lang)
  const told = renewedBy === undefined ? words.renewGoneBody : words.renewDoneBody(showReference(renewedBy))
  return html`<h1 class="govuk-heading-l">${words.renewGoneTitle}</h1>
<p class="govuk-body">${told}</p>
<p class="govuk-body"><a class="govuk-link" href="${servicesHref}">${words.exitServices}</a></p>`
}
