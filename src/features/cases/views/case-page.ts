/** The single place that shows a case to staff: what was sent beside what the rules say, what happened, and what can be done. */
import { wordsIn } from '#core/definition/words.ts'
import { formatMoney } from '#core/value/money.ts'
import type { Content } from '#http/shell.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { tag } from '#ui/components/tag.ts'
import { html, type Html } from '#ui/html.ts'
import { type CaseFact, dueOn, type OtherCase, type RenewalMark, type Sealed, type Seen, showReference, statusOf } from '../domain/index.ts'
import { actions, type ActionsProps } from './actions.ts'
import { channelName, statusColours, statusName } from './desk.ts'
import { history, type HistoryProps } from './history.ts'
import { lines } from './lines.ts'
import { showDay, showMoment } from './moment.ts'
import { rules } from './rules.ts'
import { appointmentsIn, taskForms, tasksIn } from './work.ts'

export type CaseProps = ActionsProps &
  Pick<HistoryProps, 'answersOf' | 'mayReadNotes'> & {
    readonly facts: readonly CaseFact[]
    readonly sealed: Sealed
    /** What of the answers and of the rules' steps this reader may see; the rest is said to be hidden. */
    readonly seen: readonly Seen[]
    readonly steps: Sealed['trace']
    /** What would change what the rules propose, in sentences. */
    readonly turns: readonly string[]
    readonly isSomeHidden: boolean
  }

export function casePage(props: CaseProps): Content {
  const { desk, current, prepared, refused } = props
  const { say, ctx, to } = desk
  const title = say('caseOf', { reference: showReference(current.reference) })
  const status = statusOf(current)
  const name = wordsIn(prepared, ctx.lang).service.name
  const flags = current.flags.map((flag) => tag({ text: wordsIn(prepared, ctx.lang).flag(flag), classes: 'govuk-tag--orange' }))
  const main = html`${refused && errorSummary({ titleText: say('problemTitle'), errorList: [{ text: refused.message, href: '#actions' }] })}
<h1 class="govuk-heading-l">${title} ${tag({ text: statusName(say, status), classes: statusColours[status] ?? '' })} ${flags} ${current.isMadeUp && tag({ text: say('madeUp'), classes: 'govuk-tag--grey' })}</h1>
<p class="govuk-body">${name} · ${desk.teamName(current.team)}</p>
<div class="case"><div>
${facts(props)}
${tasksIn(props)}
${appointmentsIn(props)}
${answers(props)}
${rules(props)}
</div><div>
${actions(props)}
${props.rights.work && taskForms(props)}
<h2 class="govuk-heading-m">${say('history')}</h2>
${history(props)}
</div></div>`
  return { title, main, wide: true, error: refused !== undefined, backLink: { href: to('/staff/cases'), text: say('backToCases') } }
}

function facts({ desk, current, prepared }: CaseProps): Html {
  const { say, ctx, nameOf } = desk
  const due = current.decision || current.closedAt !== undefined ? undefined : dueOn(current)
  const wording = wordsIn(prepared, ctx.lang)
  const clocks = current.clocks.map(({ id, state, due: last }) => {
    const day = showDay(last, ctx.lang)
    const where = {
      running: say('clockDue', { date: day }),
      fired: say('clockLate', { date: day }),
      paused: say('clockPaused'),
      stopped: say('clockStopped'),
    }
    return html`<div>${wording.clock(id)}: ${where[state]}</div>`
  })
  const row = (key: string, value: string | Html) => ({ key: { text: key }, value: { html: html`${value}` } })
  const money =
    current.fee === null && current.paid === 0 ? [] : [row(say('paid'), `${formatMoney(current.paid)} / ${formatMoney(current.fee ?? 0)}`)]
  return summaryList({
    rows: [
      row(say('opened'), `${showMoment(current.openedAt, ctx.lang)} · ${channelName(say, current.channel)}`),
      ...(current.helper === undefined ? [] : [row(say('helpedBy'), nameOf(current.helper))]),
      row(say('language'), current.lang === 'cy' ? say('languageCy') : say('languageEn')),
      row(say('assignedTo'), current.assignee === undefined ? say('nobody') : nameOf(current.assignee)),
      ...(due === undefined ? [] : [row(say('due'), showDay(due, ctx.lang))]),
      ...(clocks.length === 0 ? [] : [row(say('timeLimits'), html`${clocks}`)]),
      ...money,
      ...(current.decision ? [row(say('outcome'), wording.outcome(current.decision.outcome).label)] : []),
      ...(current.renewal ? [row(say('renewal'), renewalOf(desk, current.renewal))] : []),
      ...(current.renews ? [row(say('earlier'), earlierOf(desk, current.renews))] : []),
      row(say('version'), html`<code title="${current.version}">${current.version.slice(7, 19)}</code>`),
    ],
  })
}

/** The last day the decision holds, and what renewed it. */
function renewalOf({ say, ctx, to }: CaseProps['desk'], { ends, by }: RenewalMark): Html {
  const link =
    by &&
    html`<br><a class="govuk-link" href="${to(`/staff/cases/${by.id}`)}">${say('renewedBy', { reference: showReference(by.reference) })}</a>`
  return html`${showDay(ends, ctx.lang)}${link}`
}

function earlierOf({ to }: CaseProps['desk'], { id, reference }: OtherCase): Html {
  return html`<a class="govuk-link" href="${to(`/staff/cases/${id}`)}">${showReference(reference)}</a>`
}

function answers({ desk, seen, sealed, isSomeHidden }: CaseProps): Html {
  const { say } = desk
  const list = summaryList({ rows: seen.map(({ label, value }) => ({ key: { text: label }, value: { html: lines(value) } })) })
  return html`<h2 class="govuk-heading-m">${say('answers')}</h2>
${list}
${sealed.isErased && html`<p class="govuk-body">${say('erased')}</p>`}${isSomeHidden && html`<p class="govuk-body">${say('hidden')}</p>`}`
}
