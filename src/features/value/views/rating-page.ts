/** The single place that asks how it was: five buttons, one click. */
import type { Language } from '#core/definition/index.ts'
import { button } from '#ui/components/button.ts'
import { panel } from '#ui/components/panel.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { wordsFor } from '../words/index.ts'

export type RatingPage = {
  readonly lang: Language
  readonly csrf: string
  readonly moment: 'sent' | 'decided'
  /** The form’s address, and the sealed key that says what is rated. */
  readonly action: string
  readonly key: string
}

const points = [5, 4, 3, 2, 1] as const

export function ratingPage({ lang, csrf, moment, action, key }: RatingPage): Html {
  const words = wordsFor(lang)
  const buttons = points.map((point) =>
    button({ text: words.points5[point], name: 'points', value: String(point), classes: 'govuk-button--secondary rating__button' }),
  )
  return html`<h1 class="govuk-heading-l">${words.rateTitle[moment]}</h1>
<p class="govuk-body">${words.rateBody[moment]}</p>
${form({ action, csrf, classes: 'rating', content: html`<input type="hidden" name="key" value="${key}">${buttons}` })}
<p class="govuk-body">${words.ratePrivacy}</p>`
}

export function thanksPage(lang: Language): Html {
  const words = wordsFor(lang)
  return html`${panel({ titleText: words.rateThanks, text: words.rateThanksBody })}`
}

/** Says in a sentence that it was rated before, or cannot be. */
export function notRatedPage(lang: Language, because: 'rated' | 'unknown'): Html {
  const words = wordsFor(lang)
  if (because === 'rated')
    return html`<h1 class="govuk-heading-l">${words.rateBeforeTitle}</h1><p class="govuk-body">${words.rateBefore}</p>`
  return html`<h1 class="govuk-heading-l">${words.rateGone}</h1><p class="govuk-body">${words.rateGoneBody}</p>`
}
