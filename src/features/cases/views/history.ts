/** The single place that shows the full history of a case to staff. */
import type { Prepared } from '#core/definition/prepare.ts'
import { wordsIn } from '#core/definition/words.ts'
import { formatMoney } from '#core/value/money.ts'
import { html, type Html, type Renderable } from '#ui/html.ts'
import { timeline, type TimelineEntry } from '#ui/timeline.ts'
import { type Case, type CaseFact, hasErased, showReference, textOf, timeInWords } from '../domain/index.ts'
import type { WordKey } from '../words/index.ts'
import { channelName, type Desk } from './desk.ts'
import { lines } from './lines.ts'
import { showDay, showMoment } from './moment.ts'

export type HistoryProps = {
  readonly desk: Desk
  readonly prepared: Prepared
  readonly current: Case
  readonly facts: readonly CaseFact[]
  /** Whether what officers wrote may be read. */
  readonly mayReadNotes: boolean
  /** What an action's form was filled in with, label and answer, where it may be read. */
  readonly answersOf: (fact: CaseFact) => readonly { readonly label: string; readonly value: string }[]
}

/** Newest first: officers look for what happened last. */
export function history(props: HistoryProps): Html {
  return timeline(props.facts.map((fact) => entryOf(props, fact)).toReversed())
}

const weighty: ReadonlySet<string> = new Set(['submitted', 'decided', 'reopened', 'withdrawn', 'closed'])

function entryOf(props: HistoryProps, fact: CaseFact): TimelineEntry {
  const { desk } = props
  return {
    at: fact.at,
    when: showMoment(fact.at, desk.ctx.lang),
    title: titleOf(props, fact),
    by: fact.by === 'clock' ? undefined : doer(props, fact),
    body: bodyOf(props, fact),
    isWeighty: weighty.has(fact.kind),
  }
}

/** Whoever applied is not a colleague, signed in or not. */
function doer({ desk, current }: HistoryProps, fact: CaseFact): string {
  return fact.by === current.person ? desk.say('thePerson') : desk.nameOf(fact.by)
}

function bodyOf({ desk, prepared, current, mayReadNotes, answersOf }: HistoryProps, fact: CaseFact): Renderable {
  const { say, ctx } = desk
  const text = textOf(fact)
  const shown = !mayReadNotes && text !== undefined ? say('hidden') : text
  const answers = answersOf(fact).map(({ label, value }) => html`<p>${label}: ${value}</p>`)
  const messages = fact.data.messages ?? []
  const wording = wordsIn(prepared, ctx.lang, { reference: showReference(current.reference) })
  const sent = messages.length > 0 && say('messagesSent', { messages: messages.map((id) => wording.message(id).subject).join('; ') })
  const given = (fact.data.tasks ?? []).map(
    ({ task, team }) => html`<p>${say('taskGiven', { task: wording.task(task).label, team: desk.teamName(team) })}</p>`,
  )
  const isGone = fact.kind !== 'submitted' && hasErased(fact)
  if (shown === undefined && answers.length === 0 && given.length === 0 && !sent && !isGone) return undefined
  return html`${shown !== undefined && html`<p>${lines(shown)}</p>`}${answers}${given}${isGone && html`<p>${say('erased')}</p>`}${sent && html`<p>${sent}</p>`}`
}

const methods: Readonly<Record<string, WordKey>> = { card: 'payCard', cash: 'payCash', cheque: 'payCheque', transfer: 'payTransfer' }

/** What a fact is called in the history. Every kind is named. */
function titleOf(props: HistoryProps, fact: CaseFact): string {
  const { desk, prepared } = props
  const { say, nameOf, ctx } = desk
  const wording = wordsIn(prepared, ctx.lang)
  switch (fact.kind) {
    case 'submitted': {
      const said = say('submitted', { channel: channelName(say, fact.channel ?? 'web') })
      const { renews } = fact.data
      return renews ? `${said} · ${say('renews', { reference: showReference(renews.reference) })}` : said
    }
    case 'assigned':
      if (fact.data.to === null) return say('unassigned')
      return fact.data.to === ctx.actor.id ? say('assignedToYou') : say('assigned', { name: nameOf(fact.data.to) })
    case 'noted':
      return say('noted')
    case 'asked':
      return say('asked')
    case 'answered':
      return say('answered')
    case 'second-opinion-asked':
      return say('secondAsked', { outcome: wording.outcome(fact.data.outcome).label })
    case 'second-opinion-refused':
      return say('secondRefused')
    case 'decided':
      return say(fact.data.first === undefined ? 'decidedAs' : 'decidedByTwo', { outcome: wording.outcome(fact.data.outcome).label })
    case 'reopened':
      return say('reopened')
    case 'payment-recorded':
      return say('paymentRecorded', { amount: formatMoney(fact.data.pence), method: say(methods[fact.data.method] ?? 'payCard') })
    case 'withdrawn':
      return say('withdrawn')
    case 'action-done':
      return wording.action(fact.data.action).done
    case 'flag-set':
      return say('flagSet', { flag: wording.flag(fact.data.flag) })
    case 'flag-cleared':
      return say('flagCleared', { flag: wording.flag(fact.data.flag) })
    case 'clock-fired':
      return say('clockFired', { clock: wording.clock(fact.data.clock) })
    case 'closed':
      return say('closedEntry')
    case 'disposed':
      return say('disposed')
    default:
      return workTitle(props, fact)
  }
}

type WorkFact = Extract<CaseFact, { readonly kind: `task-${string}` | `appointment-${string}` | `renew${string}` }>

/** The same for tasks, appointments and renewal. Every kind is named. */
function workTitle({ desk, prepared }: HistoryProps, fact: WorkFact): string {
  const { say, ctx } = desk
  const wording = wordsIn(prepared, ctx.lang)
  switch (fact.kind) {
    case 'task-given':
      return say('taskEntry')
    case 'task-done':
      return wording.task(fact.data.task).done
    case 'task-handed-back':
      return say('taskHandedBack', { task: wording.task(fact.data.task).label })
    case 'task-called-off':
      return say('taskCalledOff', { task: wording.task(fact.data.task).label })
    case 'task-late':
      return say('taskLate', { task: wording.task(fact.data.task).label })
    case 'appointment-booked':
      return say('appointmentBooked', { time: timeInWords(prepared, ctx.lang, fact.data) })
    case 'appointment-cancelled':
      return say('appointmentCancelled', { time: timeInWords(prepared, ctx.lang, fact.data) })
    case 'appointment-missed':
      return say('appointmentMissed', { time: timeInWords(prepared, ctx.lang, fact.data) })
    case 'renewal-offered':
      return say('renewalOffered', { date: showDay(fact.data.until, ctx.lang) })
    case 'renewed':
      return say('renewedBy', { reference: showReference(fact.data.by.reference) })
  }
}
