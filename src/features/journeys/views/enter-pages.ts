/** The pages on which staff begin to type for somebody else. */
import { button } from '#ui/components/button.ts'
import { radios } from '#ui/components/radios.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { type Language, wordsIn } from '#ui/words/index.ts'
import { staffChannels } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { faultSummary, type ShownFault } from './faults.ts'

/** The services a form can be entered for. */
export function enterListPage(view: { lang: Language; services: readonly { name: string; summary: string; href: string }[] }): Html {
  const words = wordsFor(view.lang)
  return html`<h1 class="govuk-heading-l">${words.enterTitle}</h1>
<p class="govuk-body">${words.enterBody}</p>
<ul class="govuk-list">${view.services.map(
    ({ name, summary, href }) =>
      html`<li><a class="govuk-link" href="${href}">${name}</a><br><span class="govuk-hint">${summary}</span></li>`,
  )}</ul>`
}

export type EnterPage = {
  readonly lang: Language
  readonly csrf: string
  readonly name: string
  readonly languages: readonly Language[]
  readonly chosen: { readonly channel: string; readonly language: string }
  readonly faults: { readonly channel?: string | undefined; readonly language?: string | undefined }
  /** Where an unfinished one goes on. */
  readonly openHref?: string | undefined
  readonly scriptHref: string
  readonly paperHref: string
}

export function enterPage(view: EnterPage): Html {
  const { lang, faults } = view
  const words = wordsFor(lang)
  const shown: ShownFault[] = []
  if (faults.channel !== undefined) shown.push({ text: faults.channel, field: 'channel' })
  if (faults.language !== undefined) shown.push({ text: faults.language, field: 'language' })
  return html`${faultSummary(lang, shown)}
<h1 class="govuk-heading-l">${view.name}</h1>
${view.openHref && html`<p class="govuk-body">${words.enterOpen} <a class="govuk-link" href="${view.openHref}">${words.enterGoOn}</a></p>`}
<p class="govuk-body"><a class="govuk-link" href="${view.scriptHref}">${words.enterScript}</a> · <a class="govuk-link" href="${view.paperHref}">${words.enterPaper}</a></p>
${form({
  csrf: view.csrf,
  content: [
    channels(view),
    view.languages.length > 1 && languages(view),
    button({ text: view.openHref ? words.enterThrow : words.enterStart, preventDoubleClick: true }),
  ],
})}`
}

function channels({ lang, chosen, faults }: EnterPage): Html {
  const words = wordsFor(lang)
  return radios({
    name: 'channel',
    fieldset: { legend: { text: words.enterChannel, classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorOf(lang, faults.channel),
    value: chosen.channel,
    items: staffChannels.map((channel) => ({ value: channel, text: words.channels[channel] })),
  })
}

function languages({ lang, chosen, faults, languages: offered }: EnterPage): Html {
  const words = wordsFor(lang)
  return radios({
    name: 'language',
    fieldset: { legend: { text: words.enterLanguage, classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorOf(lang, faults.language),
    value: chosen.language,
    items: offered.map((language) => ({ value: language, text: words.languages[language] })),
  })
}

function errorOf(lang: Language, text: string | undefined) {
  return text === undefined ? undefined : { text, visuallyHiddenText: wordsIn(lang).error }
}
