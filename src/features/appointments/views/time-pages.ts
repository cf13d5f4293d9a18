/** The single place that shows a team its times: the list of appointments it offers, and the times of one of them. */
import { wordsIn } from '#core/definition/words.ts'
import { formatDateWithWeekday } from '#core/value/date-words.ts'
import { inLanguage } from '#http/council.ts'
import type { Form } from '#http/form.ts'
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { type Content, form } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { checkboxes } from '#ui/components/checkboxes.ts'
import { dateInput } from '#ui/components/date-input.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { input } from '#ui/components/input.ts'
import { notificationBanner } from '#ui/components/notification-banner.ts'
import { table } from '#ui/components/table.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { wordsIn as usualWordsIn } from '#ui/words/index.ts'
import type { FilledTime, Offered, PlanFault } from '../domain.ts'
import { wordsFor } from '../words/index.ts'

export function listPage(ctx: Ctx, offered: readonly Offered[]): Content {
  const words = wordsFor(ctx.lang)
  const rows = offered.map((one) => [
    { html: html`<a class="govuk-link" href="${addressOf(ctx, one)}">${labelOf(ctx, one)}</a>` },
    { text: wordsIn(one.prepared, ctx.lang).service.name },
    { text: teamName(ctx, one.team) },
  ])
  const head = [words.appointment, words.service, words.team].map((text) => ({ text }))
  const content = table({ caption: words.title, captionClasses: 'govuk-visually-hidden', firstCellIsHeader: true, head, rows })
  const main = html`<h1 class="govuk-heading-l">${words.title}</h1>
<p class="govuk-body">${words.lead}</p>
${offered.length === 0 ? html`<p class="govuk-body">${words.none}</p>` : tableScroll(words.title, content)}`
  return { title: words.title, main, wide: true }
}

export type TimesPage = {
  readonly offered: Offered
  readonly times: readonly FilledTime[]
  readonly news?: string | undefined
  /** What was wrong with a plan, and what had been typed. */
  readonly wrong?: { readonly faults: readonly PlanFault[]; readonly typed: Form } | undefined
}

export function timesPage(ctx: Ctx, { offered, times, news, wrong }: TimesPage): Content {
  const words = wordsFor(ctx.lang)
  const title = labelOf(ctx, offered)
  const errorList = (wrong?.faults ?? []).map((fault) => ({ text: words.faults[fault], href: fieldOf(fault) }))
  const main = html`${wrong && errorSummary({ titleText: words.problem, errorList })}
${news && notificationBanner({ titleText: usualWordsIn(ctx.lang).important, text: news })}
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${wordsIn(offered.prepared, ctx.lang).service.name} · ${teamName(ctx, offered.team)}. ${words.minutes(offered.declared.minutes)}</p>
${times.length > 5 && html`<p class="govuk-body"><a class="govuk-link" href="#offer">${words.offer}</a></p>`}
<h2 class="govuk-heading-m">${words.times}</h2>
${times.length === 0 ? html`<p class="govuk-body">${words.noTimes}</p>` : timesTable(ctx, offered, times)}
<h2 class="govuk-heading-m" id="offer">${words.offer}</h2>
${planForm(ctx, offered, wrong)}`
  const backLink = { href: path(ctx.lang, '/staff/appointments'), text: words.back }
  return { title, main, wide: true, backLink, error: wrong !== undefined }
}

function timesTable(ctx: Ctx, offered: Offered, times: readonly FilledTime[]): Html {
  const words = wordsFor(ctx.lang)
  const rows = times.map(({ id, day, at, taken, places, isClosed, cases }) => {
    const shown = formatDateWithWeekday(day, ctx.lang)
    const links = cases.map(
      (one) => html`<li><a class="govuk-link" href="${path(ctx.lang, `/staff/cases/${one.id}`)}">${one.reference}</a></li>`,
    )
    const hidden = html`<input type="hidden" name="time" value="${id}">`
    const take = button({
      text: words.takeBack,
      classes: 'govuk-button--secondary',
      attributes: { 'aria-label': words.takeBackOf(shown, at) },
    })
    return [
      { text: shown },
      { text: at },
      { text: words.ofPlaces(taken, places) },
      { html: links.length === 0 ? html`–` : html`<ul class="govuk-list">${links}</ul>` },
      { html: isClosed ? html`${words.closed}` : form(ctx, `${addressOf(ctx, offered)}/take-back`, [hidden, take]) },
    ]
  })
  const head = [words.day, words.time, words.booked, words.who, words.takeBack].map((text) => ({ text }))
  const content = table({ caption: words.times, captionClasses: 'govuk-visually-hidden', firstCellIsHeader: true, head, rows })
  return tableScroll(words.times, content)
}

function planForm(ctx: Ctx, offered: Offered, wrong: TimesPage['wrong']): Html {
  const words = wordsFor(ctx.lang)
  const error = (fault: PlanFault) =>
    wrong?.faults.includes(fault) ? { text: words.faults[fault], visuallyHiddenText: usualWordsIn(ctx.lang).error } : undefined
  const typed = (name: string) => wrong?.typed.get(name)
  const day = (name: 'from' | 'to', label: string) =>
    dateInput({
      id: name,
      namePrefix: name,
      fieldset: { legend: { text: label, classes: 'govuk-fieldset__legend--s' } },
      hint: { text: words.dayHint },
      errorMessage: error(name),
      items: (['day', 'month', 'year'] as const).map((part) => ({
        name: part,
        label: usualWordsIn(ctx.lang)[part],
        classes: part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
        value: typed(`${name}-${part}`),
      })),
    })
  const hours = input({
    id: 'hours',
    name: 'hours',
    label: { text: words.hours, classes: 'govuk-label--s' },
    hint: { text: words.hoursHint },
    errorMessage: error('hours') ?? error('too-many'),
    value: typed('hours'),
    autocomplete: 'off',
  })
  const places = input({
    id: 'places',
    name: 'places',
    label: { text: words.places, classes: 'govuk-label--s' },
    errorMessage: error('places'),
    classes: 'govuk-input--width-4',
    inputmode: 'numeric',
    value: typed('places'),
    autocomplete: 'off',
  })
  const fields = [
    day('from', words.from),
    day('to', words.to),
    weekdaysField(ctx, wrong, error('weekdays')),
    hours,
    places,
    button({ text: words.offerButton }),
  ]
  return form(ctx, addressOf(ctx, offered), fields)
}

/** From Monday to Friday unless something else was chosen. */
function weekdaysField({ lang }: Ctx, wrong: TimesPage['wrong'], errorMessage: { readonly text: string } | undefined): Html {
  const words = wordsFor(lang)
  return checkboxes({
    name: 'weekdays',
    fieldset: { legend: { text: words.weekdaysLegend, classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-checkboxes--small',
    errorMessage,
    items: words.weekdays.map((text, index) => ({
      value: String(index + 1),
      text,
      checked: wrong ? wrong.typed.all('weekdays').includes(String(index + 1)) : index < 5,
    })),
  })
}

function fieldOf(fault: PlanFault): string {
  if (fault === 'from' || fault === 'to') return `#${fault}-day`
  return fault === 'too-many' ? '#hours' : `#${fault}`
}

function labelOf({ lang }: Ctx, { prepared, appointment }: Offered): string {
  return wordsIn(prepared, lang).appointment(appointment).label
}

function teamName({ council, lang }: Ctx, id: string): string {
  const team = council.settings.teams.find((one) => one.id === id)
  return team ? inLanguage(team.name, lang) : id
}

export function addressOf({ lang }: Ctx, { service, appointment }: Pick<Offered, 'service' | 'appointment'>): string {
  return path(lang, `/staff/appointments/${service}/${appointment}`)
}
