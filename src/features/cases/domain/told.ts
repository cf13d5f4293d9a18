/** The single place that says what a resident is told of their case. */
import type { Language } from '#core/definition/model/names.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { type Wording, wordsIn } from '#core/definition/words.ts'
import { tellTurn } from '#core/telling/index.ts'
import { turnsOf } from '#core/turn/index.ts'
import type { Nation } from '#core/value/bank-holidays.ts'
import { formatDate } from '#core/value/date-words.ts'
import { addDuration, parseDuration } from '#core/value/duration.ts'
import { formatMoney } from '#core/value/money.ts'
import type { Reason } from '#core/journey/evaluate.ts'
import { type Say, sayIn } from '../words/index.ts'
import { findBooking, timeInWords } from './appointment.ts'
import { showReference } from './reference.ts'
import { type Case, type Decision, dueOn, statusOf } from './case.ts'
import { type CaseFact, textOf } from './fact.ts'
import type { ResidentAppointment, ResidentCase, ResidentDecision, ResidentEntry } from './resident-case.ts'
import { knownOf, type Sealed, sealedOf } from './sealed.ts'

/** A case with its facts and the version of the service it stays with. `dayOf` gives the day in the United Kingdom of an instant. */
export type Telling = {
  readonly current: Case
  readonly facts: readonly CaseFact[]
  readonly prepared: Prepared
  readonly lang: Language
  readonly nation: Nation
  readonly dayOf: (at: string) => string
}

/** What the resident sees. Notes, names of officers, proposals and what the rules reckon on the way are not in it. */
export function tell(telling: Telling): ResidentCase {
  const { current, facts, prepared, lang } = telling
  const say = sayIn(lang)
  const status = statusOf(current)
  const sealed = sealedOf(facts)
  const due = current.decision || current.closedAt !== undefined ? undefined : dueOn(current)
  return {
    caseId: current.id,
    reference: current.reference,
    serviceId: current.service,
    serviceName: wordsIn(prepared, lang).service.name,
    lang,
    isMadeUp: current.isMadeUp,
    openedAt: current.openedAt,
    status,
    statusWords: wordsIn(prepared, lang).status(status) ?? say(status),
    ...(due !== undefined && { dueOn: due }),
    asks: status === 'waiting' ? openAsks(current, facts) : [],
    ...(current.decision && { decision: decisionTold(telling, current.decision, sealed) }),
    entries: entriesTold(telling, say),
    answers: sealed.seen.map(({ label, value }) => ({ label, value })),
    appointments: appointmentsTold(telling, sealed),
    seq: current.seq,
    canWithdraw: status === 'received' || status === 'looking' || status === 'waiting',
  }
}

/** What can be booked now, and what is booked. */
function appointmentsTold({ current, prepared, lang, dayOf }: Telling, sealed: Sealed): readonly ResidentAppointment[] {
  const declared = prepared.definition.service.casework.appointments ?? []
  if (declared.length === 0 || current.closedAt !== undefined) return []
  const known = { ...knownOf(prepared, sealed, dayOf(current.openedAt)), ...(current.decision && { decided: current.decision.outcome }) }
  const wording = wordsIn(prepared, lang, known)
  return declared.flatMap(({ id }) => {
    const when = prepared.program.appointments.get(id)
    const time = findBooking(current.booked, id)
    if (!time && when !== undefined && when.evaluate(known) !== true) return []
    return [{ id, ...wording.appointment(id), ...(time && { time: { day: time.day, at: time.at, minutes: time.minutes } }) }]
  })
}

/** The reasons the rules gave, in a language, or the one the service was written in. */
export function reasonsIn(
  { reasons }: { readonly reasons: Sealed['reasons'] | readonly Reason[] },
  prepared: Prepared,
  lang: Language,
): readonly string[] {
  const first = prepared.languages[0] ?? lang
  return reasons.flatMap(({ words }) => words[lang] ?? words[first] ?? [])
}

function openAsks(current: Case, facts: readonly CaseFact[]): ResidentCase['asks'] {
  const open = new Set(current.asks.filter(({ isAnswered }) => !isAnswered).map(({ seq }) => seq))
  return facts.flatMap((fact) => (open.has(fact.seq) ? [{ id: String(fact.seq), at: fact.at, question: textOf(fact) ?? '' }] : []))
}

function decisionTold(telling: Telling, decision: Decision, sealed: Sealed): ResidentDecision {
  const { facts, prepared, lang, nation, current, dayOf } = telling
  const { casework, calculations } = prepared.definition.service
  const wording = wordsIn(prepared, lang, knownOf(prepared, sealed, dayOf(current.openedAt)))
  const { label, body } = wording.outcome(decision.outcome)
  const fact = facts.find(({ seq }) => seq === decision.seq)
  const note = fact && textOf(fact)
  const within = casework.appeal && parseDuration(casework.appeal.within)
  const until = within && addDuration(dayOf(decision.at), within, nation)
  const isAsProposed = decision.outcome === current.proposed
  return {
    on: dayOf(decision.at),
    label,
    ...(body !== undefined && { body }),
    reasons: isAsProposed ? reasonsIn(sealed, prepared, lang) : [],
    ...(note !== undefined && { note }),
    figures: isAsProposed ? calculations.flatMap(({ id, shown }) => (shown ? figureTold(wording, id, sealed) : [])) : [],
    turns: isAsProposed ? turnsTold(telling, sealed) : [],
    ...(casework.appeal && until && { appeal: { to: wording.appeal ?? casework.appeal.to, until } }),
  }
}

/** Of answers partly removed nothing can be said. */
function turnsTold({ prepared, lang, current, dayOf }: Telling, { answers }: Sealed): readonly string[] {
  return turnsOf(prepared, { answers, today: dayOf(current.openedAt), isTheirs: true }).map((turn) => tellTurn(turn, prepared, lang))
}

function figureTold(wording: Wording, id: string, { values }: Sealed): ResidentDecision['figures'] {
  const value = wording.result(id, values[id])
  return value === undefined ? [] : [{ label: wording.calculation(id), value }]
}

function entriesTold(telling: Telling, say: Say): readonly ResidentEntry[] {
  let isLookedAt = false
  return telling.facts.flatMap((fact) => {
    const entry = entryTold(telling, fact, say)
    const given = (fact.data.tasks ?? []).map(({ task }) => ({
      at: fact.at,
      title: wordsIn(telling.prepared, telling.lang).task(task).given,
    }))
    if (entry) return [{ at: fact.at, ...entry }, ...given]
    if (given.length > 0) return given
    const starts = !isLookedAt && (fact.kind === 'noted' || (fact.kind === 'assigned' && fact.data.to !== null))
    isLookedAt ||= starts
    return starts ? [{ at: fact.at, title: say('toldLooking') }] : []
  })
}

/** What is said of one fact; undefined for what is the council's own business. Every kind is named. */
function entryTold(telling: Telling, fact: CaseFact, say: Say): Omit<ResidentEntry, 'at'> | undefined {
  const { prepared, lang, current } = telling
  const text = textOf(fact)
  const said = text === undefined ? {} : { text }
  switch (fact.kind) {
    case 'submitted': {
      const { clocks, renews } = fact.data
      const due = clocks?.[0]?.due
      const about = [
        ...(renews ? [say('toldRenews', { reference: showReference(renews.reference) })] : []),
        ...(due === undefined ? [] : [say('toldDue', { date: formatDate(due, lang) })]),
      ]
      return { title: say('toldSubmitted'), ...(about.length > 0 && { text: about.join('\n\n') }) }
    }
    case 'asked':
      return { title: say('toldAsked'), ...said }
    case 'answered':
      return { title: say('toldAnswered'), ...said }
    case 'decided':
      return { title: say('toldDecided', { outcome: wordsIn(prepared, lang).outcome(fact.data.outcome).label }) }
    case 'reopened':
      return { title: say('toldReopened'), ...said }
    case 'payment-recorded':
      return { title: say('toldPaid', { amount: formatMoney(fact.data.pence) }) }
    case 'withdrawn':
      return fact.by === current.person ? { title: say('toldWithdrawn') } : { title: say('toldWithdrawnFor'), ...said }
    case 'closed':
      return { title: say('toldClosed') }
    case 'action-done':
      return { title: wordsIn(prepared, lang).action(fact.data.action).done }
    case 'clock-fired':
      return current.decision ? undefined : { title: say('toldLate') }
    case 'assigned':
    case 'noted':
    case 'second-opinion-asked':
    case 'second-opinion-refused':
    case 'flag-set':
    case 'flag-cleared':
    case 'disposed':
    case 'task-given':
    case 'task-handed-back':
    case 'task-called-off':
    case 'task-late':
      return undefined
    default:
      return { title: workTold(telling, fact, say) }
  }
}

type WorkFact = Extract<CaseFact, { readonly kind: 'task-done' | `appointment-${string}` | `renew${string}` }>

/** What others did, and times booked, in the person's words. Every kind is named. */
function workTold({ prepared, lang }: Telling, fact: WorkFact, say: Say): string {
  switch (fact.kind) {
    case 'task-done':
      return wordsIn(prepared, lang).task(fact.data.task).done
    case 'appointment-booked':
      return say('toldBooked', { time: timeInWords(prepared, lang, fact.data) })
    case 'appointment-cancelled':
      return say('toldCancelled', { time: timeInWords(prepared, lang, fact.data) })
    case 'appointment-missed':
      return say('toldMissed', { time: timeInWords(prepared, lang, fact.data) })
    case 'renewal-offered':
      return say('toldRenewalOffered', { date: formatDate(fact.data.until, lang) })
    case 'renewed':
      return say('toldRenewedBy', { reference: showReference(fact.data.by.reference) })
  }
}
