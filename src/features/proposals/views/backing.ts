/** The single place that shows who backs a suggested change, and lets one person back it or take it back. */
import type { Language } from '#core/definition/index.ts'
import { path } from '#http/language.ts'
import { button } from '#ui/components/button.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { wordsFor } from '../words/index.ts'

export type BackingView = {
  readonly lang: Language
  readonly id: string
  readonly csrf: string
  /** The wording that can be backed; undefined while there is none, or not any more. */
  readonly digest?: string | undefined
  /** How many back exactly this, and how many an earlier wording. */
  readonly count: number
  readonly earlier: number
  /** What the reader backs: this, an earlier wording, or nothing; undefined for somebody who has not signed in. */
  readonly own?: 'this' | 'earlier' | 'none' | undefined
}

export function backingView(view: BackingView): Html {
  const { lang, count, earlier } = view
  const words = wordsFor(lang)
  return html`<h2 class="govuk-heading-m" id="backing">${words.backTitle}</h2>
<p class="govuk-body"><strong>${words.backCount(count)}</strong>${earlier > 0 && html` ${words.backEarlier(earlier)}`}</p>
${view.digest !== undefined && choice(view, view.digest)}`
}

function choice({ lang, id, csrf, own }: BackingView, digest: string): Html {
  const words = wordsFor(lang)
  const at = `/suggestions/${id}`
  if (own === undefined) {
    const href = `${path(lang, '/sign-in')}?return=${encodeURIComponent(path(lang, at))}`
    return html`<p class="govuk-body">${words.backWhy}</p>${button({ text: words.backSignIn, href, classes: 'govuk-button--secondary' })}`
  }
  if (own === 'this') {
    const content = button({ text: words.backTake, classes: 'govuk-button--secondary', preventDoubleClick: true })
    return html`<p class="govuk-body">${words.backOwn}</p>${form({ action: path(lang, `${at}/take-back`), csrf, content })}`
  }
  const text = own === 'earlier' ? words.backAgain : words.backButton
  const content = html`<input type="hidden" name="wording" value="${digest}">${button({ text, preventDoubleClick: true })}`
  return html`${own === 'earlier' && html`<p class="govuk-body">${words.backOwnEarlier}</p>`}<p class="govuk-body">${words.backWhy}</p>
${form({ action: path(lang, `${at}/back`), csrf, content })}`
}
