/** The page on which a new version of theirs meets a council's own copy: what changed on either side, what is to be settled, what would come of it. */
import { keyOfPath } from '#core/diff/index.ts'
import type { Language } from '#core/definition/index.ts'
import type { Conflict } from '#core/merge/index.ts'
import { titleIn } from '#core/scenario/index.ts'
import type { Example } from '#features/proposals/index.ts'
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { form } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { checkboxes } from '#ui/components/checkboxes.ts'
import { details } from '#ui/components/details.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { radios } from '#ui/components/radios.ts'
import { table } from '#ui/components/table.ts'
import { textarea } from '#ui/components/textarea.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { wordsIn } from '#ui/words/index.ts'
import type { Results, Standing } from '../domain/index.ts'
import { wordsFor, type Words } from '../words/index.ts'
import { resultsView } from './results.ts'

export type MeetingPage = {
  readonly service: string
  readonly name: string
  readonly council: string
  readonly state: Standing['state']
  readonly proposal?: string | undefined
  /** In sentences of the page’s language. */
  readonly theirs: readonly string[]
  readonly ours: readonly string[]
  readonly outcome: readonly string[]
  /** Every conflict somebody has to choose on, settled or not. */
  readonly conflicts: readonly Conflict[]
  readonly byLaw: readonly { readonly conflict: Conflict; readonly law: string }[]
  readonly chosen: Readonly<Record<string, 'ours' | 'theirs'>>
  readonly faults: readonly string[]
  readonly examples: readonly Pick<Example, 'title' | 'titles' | 'isAsExpected' | 'told'>[]
  readonly expectAnew: boolean
  readonly results: Results | null
  readonly mayMerge: boolean
  readonly refusal?: keyof Words['refusals'] | 'reason' | undefined
}

export function meetingPage(ctx: Ctx, view: MeetingPage): Html {
  const { lang } = ctx
  const words = wordsFor(lang)
  const isOpen = view.state === 'new' || view.state === 'declined'
  return html`${view.refusal !== undefined && summaryOf(view.refusal, ctx)}
<span class="govuk-caption-l">${words.meetCaption(view.council)}</span>
<h1 class="govuk-heading-l">${words.meetTitle(view.name)}</h1>
${standingView(view, lang)}
${view.state !== 'current' && html`<h2 class="govuk-heading-m">${words.meetTheirs(view.council)}</h2>${listOf(view.theirs)}`}
<h2 class="govuk-heading-m">${words.meetOurs}</h2>
${view.ours.length === 0 ? html`<p class="govuk-body">${words.meetOursNone}</p>` : listOf(view.ours)}
${isOpen && openView(ctx, view)}
${details({ summaryText: words.resultsThere(view.council), html: resultsView(view.results, lang, words.resultsThere(view.council)), open: isOpen && view.results !== null })}
${isOpen && view.state !== 'declined' && view.mayMerge && declineForm(ctx, view)}`
}

function standingView({ state, council, proposal }: MeetingPage, lang: Language): Html | undefined {
  const words = wordsFor(lang)
  if (state === 'current') return insetText({ text: words.meetCurrent(council) })
  if (state === 'declined') return insetText({ text: words.meetDeclined })
  if (state !== 'handed-over' || proposal === undefined) return undefined
  const link = html`<a class="govuk-link" href="${path(lang, `/suggestions/${proposal}`)}">${words.meetHandedLink}</a>`
  return insetText({ html: html`${words.meetHanded} ${link}` })
}

function openView(ctx: Ctx, view: MeetingPage): Html {
  const words = wordsFor(ctx.lang)
  const content = html`${conflictsView(ctx.lang, view)}
${lawView(ctx.lang, view)}
<h2 class="govuk-heading-m">${words.meetOutcome}</h2>
${view.outcome.length === 0 ? html`<p class="govuk-body">${words.meetOutcomeNone}</p>` : listOf(view.outcome)}
${view.faults.length > 0 && html`<h2 class="govuk-heading-m" id="faults">${words.meetFaults}</h2>${listOf(view.faults)}`}
${view.faults.length === 0 && examplesView(ctx.lang, view)}`
  if (!view.mayMerge) return content
  const look = button({ text: words.meetLook, name: 'do', value: 'look', classes: 'govuk-button--secondary' })
  const hand = button({ text: words.meetHand, name: 'do', value: 'hand' })
  const buttons = html`<p class="govuk-body">${words.meetHandBody}</p><div class="govuk-button-group">${hand}${look}</div>`
  return form(ctx, path(ctx.lang, `/staff/sharing/${view.service}`), html`${content}${buttons}`)
}

function conflictsView(lang: Language, { conflicts, chosen, refusal }: MeetingPage): Html | undefined {
  if (conflicts.length === 0) return undefined
  const words = wordsFor(lang)
  const choices = conflicts.map((conflict, place) => {
    const key = keyOfPath(conflict.path)
    const isLacking = refusal === 'conflicts' && chosen[key] === undefined
    return html`<input type="hidden" name="key-${place}" value="${key}">${radios({
      name: `settle-${place}`,
      idPrefix: `settle-${place}`,
      fieldset: { legend: { text: conflict.message[lang], classes: 'govuk-fieldset__legend--s' } },
      errorMessage: isLacking ? { text: words.refusals.conflicts } : undefined,
      items: [
        { value: 'ours', text: words.meetOursValue(valueOf(conflict.ours, words)), checked: chosen[key] === 'ours' },
        { value: 'theirs', text: words.meetTheirsValue(valueOf(conflict.theirs, words)), checked: chosen[key] === 'theirs' },
      ],
    })}`
  })
  return html`<h2 class="govuk-heading-m" id="conflicts">${words.meetConflicts}</h2><p class="govuk-body">${words.meetConflictsBody}</p>${choices}`
}

function lawView(lang: Language, { byLaw }: MeetingPage): Html | undefined {
  if (byLaw.length === 0) return undefined
  const words = wordsFor(lang)
  const items = byLaw.map(({ conflict, law }) => html`<li>${conflict.message[lang]} <span class="explanation__source">${law}</span></li>`)
  return html`<h2 class="govuk-heading-m">${words.meetLaw}</h2><p class="govuk-body">${words.meetLawBody}</p>
<ul class="govuk-list govuk-list--bullet">${items}</ul>`
}

function examplesView(lang: Language, { examples, expectAnew }: MeetingPage): Html {
  const words = wordsFor(lang)
  const differing = examples.filter(({ isAsExpected }) => !isAsExpected)
  const heading = html`<h2 class="govuk-heading-m" id="examples">${words.meetExamples}</h2>`
  const anew = checkboxes({
    name: 'expect-anew',
    items: [{ value: 'yes', text: words.meetExpectAnew, checked: expectAnew }],
  })
  if (differing.length === 0)
    return html`${heading}<p class="govuk-body">${words.meetExamplesGood(examples.length)}</p>${expectAnew && anew}`
  const rows = differing.map((one) => {
    const { told } = one
    const differences = told[lang] ?? Object.values(told)[0] ?? []
    const side = (of: 'expected' | 'came') => differences.map((one) => words.meetDifference(one.what, one[of])).join('; ')
    return [{ text: titleIn(one, lang) }, { text: side('expected') }, { text: side('came') }]
  })
  const head = [words.meetExample, words.meetExpected, words.meetCame].map((text) => ({ text }))
  const list = table({ caption: words.meetExamplesBad, captionClasses: 'govuk-table__caption--s', head, rows, firstCellIsHeader: true })
  return html`${heading}${tableScroll(words.meetExamplesBad, list)}${anew}`
}

function declineForm(ctx: Ctx, { service, refusal }: MeetingPage): Html {
  const words = wordsFor(ctx.lang)
  const reason = textarea({
    id: 'reason',
    name: 'reason',
    label: { text: words.meetDeclineReason },
    errorMessage: refusal === 'reason' ? { text: words.declineFault } : undefined,
    rows: 2,
  })
  const submit = button({ text: words.meetDeclineButton, classes: 'govuk-button--secondary' })
  return html`<h2 class="govuk-heading-m">${words.meetDecline}</h2>
${form(ctx, path(ctx.lang, `/staff/sharing/${service}/decline`), html`${reason}${submit}`)}`
}

const places = {
  conflicts: '#conflicts',
  faults: '#faults',
  examples: '#examples',
  reason: '#reason',
  'not-new': '#main-content',
  overtaken: '#main-content',
} as const

function summaryOf(refusal: NonNullable<MeetingPage['refusal']>, { lang }: Ctx): Html {
  const words = wordsFor(lang)
  const text = refusal === 'reason' ? words.declineFault : words.refusals[refusal]
  return errorSummary({ titleText: wordsIn(lang).errorSummaryTitle, errorList: [{ text, href: places[refusal] }] })
}

/** What a side has there, short enough to choose by. */
function valueOf(value: unknown, words: Words): string {
  if (value === undefined) return words.meetTakenAway
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}

function listOf(items: readonly string[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`
}
