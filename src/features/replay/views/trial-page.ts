/** The single place for the pages of a trial: an officer's, with cases and digests, and everybody's. */
import { formatDate } from '#core/value/date-words.ts'
import { dayInLondon } from '#http/clock.ts'
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { type Content, form } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { details } from '#ui/components/details.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { html, type Html } from '#ui/html.ts'
import { renewing } from '#ui/renewing.ts'
import { wordsIn } from '#ui/words/index.ts'
import { CANT_TELL, type SplitBy, type Trial } from '#core/replay/index.ts'
import { MOST_PUBLIC_SPLITS, type Posted, type TrialRun } from '../domain/index.ts'
import { deskWordsFor, wordsFor } from '../words/index.ts'
import { choiceFields } from './choice-form.ts'
import { splitTables } from './splits.ts'
import { releasedSummary, trialSummary } from './summary.ts'
import { Caller } from './tables.ts'

/** What an officer is shown: the run, whether they may make it public, and what just came of that. */
export type TrialPage = {
  readonly run: TrialRun
  readonly mayRelease: boolean
  /** Other runs that gave the same of the same cases. */
  readonly same: readonly TrialRun[]
  /** Whether the service asks equality questions. */
  readonly hasGroups: boolean
  /** What figures can be split by. */
  readonly offered: readonly SplitBy[]
  readonly note?: string
  /** What was chosen of a further trial and could not be taken. */
  readonly posted?: Posted
}

export function trialPage(ctx: Ctx, page: TrialPage): Content {
  const { run, mayRelease, note, posted } = page
  const say = wordsFor(ctx.lang)
  const whole = html`${trialSummary(run, ctx.lang)}
${splitTables(run, new Caller(ctx.lang, run.names))}
${page.hasGroups && groupsLink(ctx, run)}
${run.trial && examples(run, run.trial, new Caller(ctx.lang, run.names))}
${stopping(ctx, run, mayRelease)}
${publishing(ctx, run, mayRelease)}
${run.state !== 'running' && mayRelease && tryingAgain(ctx, page)}
${run.trial && digests(ctx, page)}`
  const main = html`${posted !== undefined && dayFault(ctx)}<h1 class="govuk-heading-l">${say.title}</h1>
${note !== undefined && insetText({ text: note })}
<div class="trial">${renewing('trial', run.state === 'running', whole)}</div>`
  return {
    title: say.title,
    main,
    wide: true,
    error: posted !== undefined,
    backLink: { href: path(ctx.lang, `/services/${run.service}/about`), text: say.back },
  }
}

/** The page for everybody; undefined where nothing was made public. */
export function publicPage({ lang }: Ctx, run: TrialRun): Content | undefined {
  const summary = releasedSummary(run, lang)
  const say = wordsFor(lang)
  const main = html`<h1 class="govuk-heading-xl">${say.title}</h1>
${summary}`
  return summary && { title: say.title, main, backLink: { href: path(lang, `/services/${run.service}/about`), text: say.back } }
}

function examples({ id: of }: TrialRun, trial: Trial, caller: Caller): Html | undefined {
  const say = wordsFor(caller.lang)
  if (trial.examples.length === 0) return undefined
  const both = (from: string, to: string) =>
    from === CANT_TELL
      ? say.cantTell
      : from === to
        ? say.examplesSame(caller.outcome(from))
        : say.examplesOf(caller.outcome(from), caller.outcome(to))
  const lists = trial.examples.map(({ from, to, ids }) => {
    const links = ids.map(
      (id, index) =>
        html`<li><a class="govuk-link" href="${path(caller.lang, `/staff/trials/${of}/cases/${id}`)}">${say.example(index + 1)}</a></li>`,
    )
    return { key: { text: both(from, to) }, value: { html: html`<ul class="govuk-list trial__cases">${links}</ul>` } }
  })
  return html`<h2 class="govuk-heading-m">${say.examples}</h2>
${summaryList({ rows: lists })}`
}

function stopping(ctx: Ctx, { id, state }: TrialRun, mayStop: boolean): Html | undefined {
  if (state !== 'running' || !mayStop) return undefined
  const content = button({ text: wordsFor(ctx.lang).stop, classes: 'govuk-button--secondary', preventDoubleClick: true })
  return form(ctx, path(ctx.lang, `/staff/trials/${id}/call-off`), content)
}

function publishing(ctx: Ctx, run: TrialRun, mayRelease: boolean): Html | undefined {
  const say = wordsFor(ctx.lang)
  if (run.releasedAt !== undefined) {
    const href = path(ctx.lang, `/trials/${run.id}`)
    const said = say.published(formatDate(dayInLondon(new Date(run.releasedAt)), ctx.lang))
    return html`<p class="govuk-body">${said} <a class="govuk-link" href="${href}">${say.publicPage}</a></p>`
  }
  if (!mayRelease || run.trial === undefined) return undefined
  return html`<h2 class="govuk-heading-m">${say.publish}</h2>
<p class="govuk-body">${say.publishLead}${run.splits.length > MOST_PUBLIC_SPLITS && ` ${say.publishSplits(MOST_PUBLIC_SPLITS)}`}</p>
${form(ctx, path(ctx.lang, `/staff/trials/${run.id}/release`), button({ text: say.publish }))}`
}

function dayFault({ lang }: Ctx): Html {
  return errorSummary({
    titleText: wordsIn(lang).errorSummaryTitle,
    errorList: [{ text: deskWordsFor(lang).sinceFault, href: '#since-day' }],
  })
}

/** Nothing is said of groups where the cases are people made up. */
function groupsLink({ lang }: Ctx, { id, trial, ways }: TrialRun): Html | undefined {
  if (trial === undefined || ways?.isOfPeople === true) return undefined
  const href = path(lang, `/staff/trials/${id}/groups`)
  return html`<p class="govuk-body"><a class="govuk-link" href="${href}">${deskWordsFor(lang).groups}</a></p>`
}

function tryingAgain(ctx: Ctx, { run, offered, posted }: TrialPage): Html {
  const { lang } = ctx
  const desk = deskWordsFor(lang)
  const fields = choiceFields({ caller: new Caller(lang, run.names), offered, chosen: run, posted })
  const content = html`${fields}${button({ text: desk.againButton, classes: 'govuk-button--secondary', preventDoubleClick: true })}`
  return details({
    summaryText: desk.again,
    open: posted !== undefined,
    html: form(ctx, path(lang, `/staff/trials/${run.id}/again`), content),
  })
}

function digests({ lang }: Ctx, { run, same }: TrialPage): Html {
  const say = wordsFor(lang)
  const links = same.map(
    ({ id, askedAt }) =>
      html`<li><a class="govuk-link" href="${path(lang, `/staff/trials/${id}`)}">${formatDate(dayInLondon(new Date(askedAt)), lang)}</a></li>`,
  )
  const rows = (['from', 'to', 'population', 'digest'] as const).map((part) => ({
    key: { text: say.digestOf[part] },
    value: { html: html`<code>${run[part] ?? ''}</code>` },
  }))
  return details({
    summaryText: say.digests,
    html: html`<p class="govuk-body">${say.digestsLead} ${run.ms !== undefined && say.took(run.ms)}</p>${summaryList({ rows })}
${links.length > 0 && html`<p class="govuk-body">${deskWordsFor(lang).sameRuns}</p><ul class="govuk-list">${links}</ul>`}`,
  })
}
