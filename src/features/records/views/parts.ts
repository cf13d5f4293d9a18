/** The single place for what the pages about records have in common. */
import { formatDate } from '#core/value/date-words.ts'
import { showReference } from '#features/cases/index.ts'
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { form } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { table, type TableOptions } from '#ui/components/table.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { html, type Html } from '#ui/html.ts'
import { wordsIn } from '#ui/words/index.ts'
import type { DataRequest, HoldInForce } from '../domain/index.ts'
import { sayIn } from '../words/index.ts'

/** What is wrong with a form, by field. */
export type Fault = { readonly field: string; readonly text: string }

export function faultsOf({ lang }: Ctx, faults: readonly Fault[]): Html | false {
  if (faults.length === 0) return false
  const errorList = faults.map(({ field, text }) => ({ text, href: `#${field}` }))
  return errorSummary({ titleText: wordsIn(lang).errorSummaryTitle, errorList })
}

export function day({ lang }: Pick<Ctx, 'lang'>, date: string): string {
  return formatDate(date, lang)
}

export function personHref({ lang }: Pick<Ctx, 'lang'>, person: string): string {
  return path(lang, `/staff/records/people/${person}`)
}

/** A table whose caption is the heading above it. */
export function list(caption: string, head: readonly string[], rows: NonNullable<TableOptions['rows']>): Html {
  const shown = table({
    caption,
    captionClasses: 'govuk-table__caption--m',
    head: head.map((text) => ({ text })),
    rows,
    firstCellIsHeader: true,
  })
  return tableScroll(caption, shown)
}

/** Requests with their clocks; `linked` where they are of several people. */
export function requestTable(ctx: Ctx, requests: readonly DataRequest[], { caption, linked }: { caption: string; linked: boolean }): Html {
  const say = sayIn(ctx.lang)
  const head = [say('request'), say('received'), say('answerBy'), say('answer')]
  const rows = requests.map((request) => [
    {
      html: linked
        ? html`<a class="govuk-link" href="${personHref(ctx, request.person)}">${say(request.about)}</a>`
        : html`${say(request.about)}`,
    },
    { text: day(ctx, request.receivedOn) },
    { text: dueWords(ctx, request) },
    { html: request.answer ? html`${say(request.answer.how, { day: day(ctx, request.answer.on) })}` : extendForm(ctx, request) },
  ])
  return list(caption, head, rows)
}

function dueWords(ctx: Ctx, { dueOn, isExtended, answer }: DataRequest): string {
  const say = sayIn(ctx.lang)
  const isLate = !answer && ctx.today > dueOn
  return [day(ctx, dueOn), isExtended && say('extended'), isLate && say('late')].filter(Boolean).join(' ')
}

function extendForm(ctx: Ctx, { id, isExtended, dueOn }: DataRequest): Html {
  if (isExtended || ctx.today > dueOn) return html``
  const text = sayIn(ctx.lang)('extend')
  return form(ctx, path(ctx.lang, `/staff/records/requests/${id}/extend`), button({ text, classes: 'govuk-button--secondary' }))
}

/** Holds in force with a way to lift each. */
export function holdTable(ctx: Ctx, holds: readonly HoldInForce[], caption: string): Html {
  const say = sayIn(ctx.lang)
  const rows = holds.map((hold) => [
    { html: coverOf(ctx, hold) },
    { text: hold.reason },
    { text: day(ctx, hold.placedAt.slice(0, 10)) },
    {
      html: form(
        ctx,
        path(ctx.lang, `/staff/records/holds/${hold.id}/lift`),
        button({ text: say('lift'), classes: 'govuk-button--secondary' }),
      ),
    },
  ])
  return list(caption, [say('holdOn'), say('holdReason'), say('since'), say('lift')], rows)
}

function coverOf(ctx: Ctx, { stream, person }: HoldInForce): Html {
  const say = sayIn(ctx.lang)
  if (person !== null) return html`<a class="govuk-link" href="${personHref(ctx, person)}">${say('onePerson')}</a>`
  if (stream === null) return html`${say('everything')}`
  return html`<a class="govuk-link" href="${path(ctx.lang, `/staff/cases/${stream.slice('case/'.length)}`)}">${say('oneCase')}</a>`
}

/** A reference as it is read out. */
export function spoken(reference: string): string {
  return showReference(reference)
}
