/** The pages of saving for later: the email asked for, the news that a link comes, and going on by it. */
import { button } from '#ui/components/button.ts'
import { input } from '#ui/components/input.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { type Language, wordsIn } from '#ui/words/index.ts'
import { wordsFor } from '../words/index.ts'
import { faultSummary } from './faults.ts'

export function savePage(view: { lang: Language; csrf: string; email: string; fault?: string | undefined }): Html {
  const { lang, csrf, email, fault } = view
  const words = wordsFor(lang)
  const field = input({
    name: 'email',
    type: 'email',
    label: { text: words.saveEmail, classes: 'govuk-label--s' },
    hint: { text: words.saveEmailHint },
    errorMessage: fault === undefined ? undefined : { text: fault, visuallyHiddenText: wordsIn(lang).error },
    value: email,
    autocomplete: 'email',
    spellcheck: false,
  })
  return html`${faultSummary(lang, fault === undefined ? [] : [{ text: fault, field: 'email' }])}
<h1 class="govuk-heading-l">${words.saveTitle}</h1>
<p class="govuk-body">${words.saveBody}</p>
${form({ csrf, content: [field, button({ text: words.saveButton, preventDoubleClick: true })] })}`
}

export function savedPage({ lang, onHref }: { lang: Language; onHref: string }): Html {
  const words = wordsFor(lang)
  return html`<h1 class="govuk-heading-l">${words.savedTitle}</h1>
<p class="govuk-body">${words.savedBody}</p>
<p class="govuk-body"><a class="govuk-link" href="${onHref}">${words.savedGoOn}</a></p>`
}

/** A press of a button goes on, so that programs which open links in emails change nothing. */
export function returnPage({ lang, csrf }: { lang: Language; csrf: string }): Html {
  const words = wordsFor(lang)
  return html`<h1 class="govuk-heading-l">${words.returnTitle}</h1>
<p class="govuk-body">${words.returnBody}</p>
${form({ csrf, content: button({ text: words.returnButton, preventDoubleClick: true }) })}`
}
