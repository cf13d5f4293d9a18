/** The page of the example people of a service: who they are, what differs, and which pages, rows and answers each reaches. */
import type { Language, Prepared, Wording } from '#core/definition/index.ts'
import type { Coverage, Reached } from '#core/scenario/index.ts'
import { tellMismatch, titleIn } from '#core/scenario/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { dayInLondon } from '#http/clock.ts'
import { button } from '#ui/components/button.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { input } from '#ui/components/input.ts'
import { notificationBanner } from '#ui/components/notification-banner.ts'
import { table } from '#ui/components/table.ts'
import { tag } from '#ui/components/tag.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { wordsIn } from '#ui/words/index.ts'
import type { Since, Walked } from '../domain.ts'
import { wordsFor } from '../words/index.ts'

export type ExamplesPage = {
  readonly lang: Language
  readonly csrf: string
  readonly wording: Wording
  readonly prepared: Prepared
  readonly walked: readonly Walked[]
  readonly coverage: Coverage
  /** The address of the page, for whoever may make an example person and take one out. */
  readonly here: string | undefined
  readonly note?: string | undefined
  readonly fault?: string | undefined
}

export function examplesPage(view: ExamplesPage): Html {
  const { lang, wording, walked, coverage, fault, note } = view
  const words = wordsFor(lang)
  const summary =
    fault !== undefined && errorSummary({ titleText: wordsIn(lang).errorSummaryTitle, errorList: [{ text: fault, href: '#reference' }] })
  return html`${summary}${note !== undefined && notificationBanner({ type: 'success', text: note, titleText: words.doneTitle })}<h1 class="govuk-heading-l">${words.titleOf(wording.service.name)}</h1>
<p class="govuk-body-l">${words.lead}</p>
${walked.length === 0 ? html`<p class="govuk-body">${words.none}</p>` : html`<p class="govuk-body"><strong>${words.covered(coverage.covered, coverage.of)}</strong></p>${people(view)}${differing(view)}`}
${makeForm(view)}
${reaching(view)}`
}

function people(view: ExamplesPage): Html {
  const { lang, walked } = view
  const words = wordsFor(lang)
  const rows = walked.map(({ scenario, mismatches, since }) => [
    {
      html: html`${titleIn(scenario, lang)}${scenario.proposed === true && html` ${tag({ text: words.proposed, classes: 'govuk-tag--yellow' })}`}`,
    },
    {
      html: tag({
        text: mismatches.length === 0 ? words.yes : words.no,
        classes: mismatches.length === 0 ? 'govuk-tag--green' : 'govuk-tag--red',
      }),
    },
    { html: since === undefined ? html`${words.cameWith}` : releasedSince(view, scenario.id, since) },
    { text: formatDate(scenario.today, lang) },
  ])
  return listOf(words.peopleTitle, [words.person, words.state, words.whence, words.day], rows)
}

/** Whoever was released on their own can be taken out again. */
function releasedSince({ lang, csrf, here }: ExamplesPage, example: string, { at, name }: Since): Html {
  const words = wordsFor(lang)
  const told = words.releasedOn(formatDate(dayInLondon(new Date(at)), lang), name)
  if (here === undefined) return html`${told}`
  const content = [
    html`<input type="hidden" name="example" value="${example}">`,
    button({ text: words.takeOut, classes: 'govuk-button--secondary govuk-!-margin-bottom-0', preventDoubleClick: true }),
  ]
  return html`<p class="govuk-body govuk-!-margin-bottom-2">${told}</p>${form({ action: `${here}/take-out`, csrf, content })}`
}

function differing({ lang, walked, wording }: ExamplesPage): Html | undefined {
  const words = wordsFor(lang)
  const rows = walked.flatMap(({ scenario, mismatches }) =>
    mismatches.map((mismatch) => {
      const { what, expected, came } = tellMismatch(mismatch, wording)
      return [{ text: titleIn(scenario, lang) }, { text: what }, { text: expected }, { text: came }]
    }),
  )
  return rows.length === 0 ? undefined : listOf(words.differTitle, [words.person, words.what, words.expected, words.came], rows)
}

function makeForm({ lang, csrf, here, fault }: ExamplesPage): Html | undefined {
  if (here === undefined) return undefined
  const words = wordsFor(lang)
  const content = [
    input({
      id: 'reference',
      name: 'reference',
      label: { text: words.reference, classes: 'govuk-label--s' },
      classes: 'govuk-input--width-20',
      errorMessage: fault === undefined ? undefined : { text: fault },
    }),
    button({ text: words.makeButton, classes: 'govuk-button--secondary', preventDoubleClick: true }),
  ]
  return html`<h2 class="govuk-heading-m">${words.makeTitle}</h2><p class="govuk-body">${words.makeLead}</p>${form({ action: `${here}/from-case`, csrf, content })}`
}

type Named = { readonly name: string; readonly by: Reached['by'] }

function reaching(view: ExamplesPage): Html {
  const { lang, coverage, wording, prepared } = view
  const words = wordsFor(lang)
  const rows = coverage.tables.flatMap(({ id, rows: all }) => all.map((row): Named => ({ name: rowName(view, id, row.id), by: row.by })))
  const options = coverage.options.flatMap(({ question, options: all }) =>
    all.map(({ id, by }): Named => ({ name: `${questionName(wording, question)}: ${optionName(wording, question, id)}`, by })),
  )
  const ends = [
    ...coverage.exits.map(({ id, by }): Named => ({ name: wording.exit(id).title, by })),
    ...coverage.outcomes.map(({ id, by }): Named => ({ name: wording.outcome(id).label, by })),
  ]
  const pages = prepared.pages
    .flatMap(({ id }) => coverage.pages.filter((page) => page.id === id))
    .map(({ id, by }): Named => ({ name: wording.page(id).title, by }))
  return html`${reached(view, words.pagesTitle, { head: words.page, parts: pages })}
${reached(view, words.rulesTitle, { head: words.row, parts: rows })}
${reached(view, words.answersTitle, { head: words.answer, parts: options })}
${reached(view, words.endsTitle, { head: words.end, parts: ends })}`
}

function reached(
  { lang, walked }: ExamplesPage,
  title: string,
  { head, parts }: { readonly head: string; readonly parts: readonly Named[] },
): Html | undefined {
  if (parts.length === 0) return undefined
  const words = wordsFor(lang)
  const titles = new Map(walked.map(({ scenario }) => [scenario.id, titleIn(scenario, lang)]))
  const rows = parts.map(({ name, by }) => [
    { text: name },
    {
      html:
        by.length === 0
          ? tag({ text: words.nobody, classes: 'govuk-tag--yellow' })
          : html`${shortList(by.map((id) => titles.get(id) ?? id))}`,
    },
  ])
  return listOf(title, [head, words.reachedBy], rows)
}

const mostNamed = 2

/** The first by name, of the others how many. */
function shortList(names: readonly string[]): string {
  const more = names.length - mostNamed
  return `${names.slice(0, mostNamed).join('; ')}${more > 0 ? ` (+${more})` : ''}`
}

/** A row by its reason where it gives one; else by where it stands. */
function rowName({ prepared, wording }: ExamplesPage, table: string, id: string): string {
  const rows = prepared.definition.tables.find((one) => one.id === table)?.rows ?? []
  const at = rows.findIndex((row, place) => (row.id ?? String(place + 1)) === id)
  const reason = rows[at]?.reason
  return `${wording.table(table).label}, ${at + 1}${reason === undefined ? '' : `: ${wording.reason(reason)}`}`
}

function questionName(wording: Wording, path: string): string {
  const [id = path, member] = path.split('.')
  const question = wording.question(id)
  return member === undefined ? question.short : `${question.short}, ${question.of(member).short}`
}

function optionName(wording: Wording, path: string, option: string): string {
  const [id = path, member] = path.split('.')
  const question = wording.question(id)
  const { options } = member === undefined ? question : question.of(member)
  return options.find((one) => one.id === option)?.label ?? option
}

function listOf(title: string, heads: readonly string[], rows: Parameters<typeof table>[0]['rows']): Html {
  const list = table({
    caption: title,
    captionClasses: 'govuk-table__caption--m',
    head: heads.map((text) => ({ text })),
    rows,
    firstCellIsHeader: true,
  })
  return tableScroll(title, list)
}
