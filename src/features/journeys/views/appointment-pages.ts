/** The pages on which people choose a time for an appointment, change it or cancel it. */
import type { FreeTime, ResidentAppointment } from '#features/cases/index.ts'
import { formatDateWithWeekday } from '#core/value/date-words.ts'
import { button } from '#ui/components/button.ts'
import { radios } from '#ui/components/radios.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { prose } from '#ui/markdown.ts'
import { type Language, wordsIn } from '#ui/words/index.ts'
import { wordsFor } from '../words/index.ts'
import { faultSummary } from './faults.ts'

export type TimesPage = {
  readonly lang: Language
  readonly csrf: string
  readonly appointment: ResidentAppointment
  readonly times: readonly FreeTime[]
  readonly fault?: string | undefined
}

/** “Tuesday 1 December 2026, 10:00”. */
export function timeText(lang: Language, { day, at }: { readonly day: string; readonly at: string }): string {
  return `${formatDateWithWeekday(day, lang)}, ${at}`
}

export function timesPage({ lang, csrf, appointment, times, fault }: TimesPage): Html {
  const words = wordsFor(lang)
  const { label, where, help, time } = appointment
  const choice = radios({
    name: 'time',
    fieldset: { legend: { text: words.bookLegend, classes: 'govuk-fieldset__legend--m' } },
    errorMessage: fault === undefined ? undefined : { text: fault, visuallyHiddenText: wordsIn(lang).error },
    items: times.map((one) => ({
      value: one.id,
      text: timeText(lang, one),
      hint: one.left < 3 ? { text: words.bookLeft(one.left) } : undefined,
    })),
  })
  return html`${faultSummary(lang, fault === undefined ? [] : [{ text: fault, field: 'time' }])}
<h1 class="govuk-heading-l">${label}</h1>
<p class="govuk-body">${words.bookWhere(where)}</p>
${help !== undefined && prose(help)}
${time && html`<p class="govuk-body"><strong>${words.bookNow(timeText(lang, time))}</strong></p>`}
${
  times.length === 0
    ? html`<p class="govuk-body">${words.bookNoTimes}</p>`
    : form({ csrf, content: [choice, button({ text: time ? words.bookChange : words.bookButton, preventDoubleClick: true })] })
}`
}

/** Asks before an appointment is cancelled. */
export function cancelPage(view: { lang: Language; csrf: string; appointment: ResidentAppointment; backHref: string }): Html {
  const { lang, csrf, appointment, backHref } = view
  const words = wordsFor(lang)
  return html`<h1 class="govuk-heading-l">${words.bookCancel}</h1>
<p class="govuk-body">${appointment.label}: ${appointment.time && timeText(lang, appointment.time)}</p>
${form({
  csrf,
  content: html`<div class="govuk-button-group">${button({ text: words.bookCancelButton, classes: 'govuk-button--warning', preventDoubleClick: true })}
<a class="govuk-link" href="${backHref}">${words.keep}</a></div>`,
})}`
}

/** What stands about an appointment on the page of the case. */
export function appointmentOn({ lang, appointment, href }: { lang: Language; appointment: ResidentAppointment; href: string }): Html {
  const words = wordsFor(lang)
  const { label, where, time } = appointment
  const link = (to: string, text: string) =>
    html`<a class="govuk-link" href="${to}">${text}<span class="govuk-visually-hidden">: ${label}</span></a>`
  return html`<h2 class="govuk-heading-m">${label}</h2>
${
  time
    ? html`<p class="govuk-body"><strong>${timeText(lang, time)}</strong><br>${where}</p>
<ul class="govuk-list"><li>${link(href, words.bookChangeLink)}</li><li>${link(`${href}/cancel`, words.bookCancel)}</li><li>${link(`${href}/calendar.ics`, words.bookCalendar)}</li></ul>`
    : html`<p class="govuk-body">${words.bookNot}</p>
<p class="govuk-body">${link(href, words.bookLink)}</p>`
}`
}
