/** The single place where a deed is judged against the case as it stands. Who may do it is for `policy.ts`; what may be done is decided here. */
import type { NewFact, Personal } from '#store/fact.ts'
import { type Agreed, agreedOn as one, flawOf, type Judge, type Outline } from './agreed.ts'
import { type Case, isWaiting } from './case.ts'
import { clocksAfter, clocksStopped } from './clock.ts'
import { type Deed, type DeedName, type Doing, type Done, longestText, type Refusal } from './deed.ts'
import type { CaseFact } from './fact.ts'
import { workJudges } from './judge-work.ts'
import { renewalDays } from './renewal.ts'
import { awaitedTasks, tasksGiven } from './task.ts'

type Judges = { readonly [Name in DeedName]: Judge<Name> }

/** What comes of a deed. Pure: nothing is written before the facts it gives are. */
export function judge(current: Case, deed: Deed, doing: Doing): Done | Refusal {
  if (current.isDisposed) return { refused: 'closed' }
  const agreed = judgeOne(current, deed, doing)
  if ('refused' in agreed) return agreed
  const effects = effectsOf(current, agreed, doing)
  const facts = agreed.events.map((outline) => factOf(current, outline, { ...doing, effects }))
  return { facts, moment: agreed.moment, message: agreed.message }
}

const judges: Judges = {
  ...workJudges,
  assign: (current, { to }) => {
    if (current.closedAt !== undefined) return { refused: 'closed' }
    return one({ kind: 'assigned', data: { to } })
  },
  note: (_, { text }) => flawOf(text) ?? one({ kind: 'noted', data: {} }, text),
  ask: (current, { text }) => {
    if (isOver(current)) return { refused: current.decision ? 'already-decided' : 'closed' }
    if (current.proposal) return { refused: 'second-opinion-waits' }
    return flawOf(text) ?? { ...one({ kind: 'asked', data: {} }, text), moment: 'asked' }
  },
  answer: (current, { ask, text }) => {
    if (isOver(current)) return { refused: current.decision ? 'already-decided' : 'closed' }
    if (!current.asks.some(({ seq, isAnswered }) => seq === ask && !isAnswered)) return { refused: 'not-asked' }
    return flawOf(text) ?? { ...one({ kind: 'answered', data: { ask } }, text), moment: 'answered' }
  },
  decide: (current, { outcome, reason }, doing) => {
    if (isOver(current)) return { refused: current.decision ? 'already-decided' : 'closed' }
    if (current.proposal) return { refused: 'second-opinion-waits' }
    const found = doing.outcomes.find(({ id }) => id === outcome)
    if (!found) return { refused: 'no-such-outcome' }
    if (awaitedTasks(current.tasks).length > 0) return { refused: 'tasks-wait' }
    if (found.adverse && reason.trim() === '') return { refused: 'reason-missing' }
    if (reason.length > longestText) return { refused: 'text-too-long' }
    const data = { outcome, adverse: found.adverse }
    if (doing.casework.pair.includes(outcome)) return one({ kind: 'second-opinion-asked', data }, reason)
    return { ...one({ kind: 'decided', data }, reason), moment: 'decided' }
  },
  confirm: (current, _, { by, proposedReason }) => {
    const { proposal } = current
    if (!proposal || isOver(current)) return { refused: 'no-second-opinion' }
    if (proposal.by === by) return { refused: 'same-person' }
    if (awaitedTasks(current.tasks).length > 0) return { refused: 'tasks-wait' }
    const { outcome, adverse, by: first } = proposal
    return { ...one({ kind: 'decided', data: { outcome, adverse, first } }, proposedReason), moment: 'decided' }
  },
  'send-back': (current, { text }, { by }) => {
    if (!current.proposal || isOver(current)) return { refused: 'no-second-opinion' }
    if (current.proposal.by === by) return { refused: 'same-person' }
    return flawOf(text) ?? one({ kind: 'second-opinion-refused', data: {} }, text)
  },
  reopen: (current, { text }) => {
    if (!isOver(current)) return { refused: 'not-decided' }
    return flawOf(text) ?? { ...one({ kind: 'reopened', data: {} }, text), moment: 'reopened' }
  },
  pay: (_, { pence, method, receipt }) => {
    if (!Number.isSafeInteger(pence) || pence <= 0) return { refused: 'amount-missing' }
    if (receipt.trim() === '' || receipt.length > 100) return { refused: 'receipt-missing' }
    return { ...one({ kind: 'payment-recorded', data: { pence, method } }, receipt), moment: 'paid' }
  },
  withdraw: (current, { text }, { isOwn }) => {
    if (isOver(current)) return { refused: current.decision ? 'already-decided' : 'closed' }
    // What two officers must agree on is not got round by one of them taking it back for the person.
    if (!isOwn && current.proposal) return { refused: 'second-opinion-waits' }
    const flaw = isOwn && text === '' ? undefined : flawOf(text)
    return flaw ?? { ...one({ kind: 'withdrawn', data: {} }, text), moment: 'closed', isLast: true }
  },
  close: (current) => {
    if (current.closedAt !== undefined) return { refused: 'closed' }
    if (!current.decision) return { refused: 'not-decided' }
    return { ...one({ kind: 'closed', data: {} }), moment: 'closed', isLast: true }
  },
  act: (current, { action, answers }, { casework, isApplicable }) => {
    const found = casework.actions.find(({ id }) => id === action)
    if (!found) return { refused: 'no-such-action' }
    if (current.closedAt !== undefined) return { refused: 'closed' }
    if (!isApplicable('actions', action)) return { refused: 'not-now' }
    const { flag, unflag, message, task, close } = found.effect
    if (close && current.proposal) return { refused: 'second-opinion-waits' }
    const data = { action, closes: close, ...(flag && { flag }), ...(unflag && { unflag }) }
    const events = [{ event: { kind: 'action-done', data }, answers }] as const
    return { events, message, gives: task, ...(close && { moment: 'closed', isLast: true }) }
  },
}

function judgeOne<Name extends DeedName>(current: Case, deed: Deed<Name>, doing: Doing): Agreed | Refusal {
  return judges[deed.do](current, deed, doing)
}

/** Decided or closed: nothing more is asked or decided unless it is reopened. */
function isOver(current: Case): boolean {
  return current.decision !== undefined || current.closedAt !== undefined
}

function marksAfter(current: Case, { moment, isLast, events }: Agreed, { casework, today, nation }: Doing) {
  if (isLast) return clocksStopped(current.clocks)
  if (!moment) return undefined
  const answered = events.flatMap(({ event }) => (event.kind === 'answered' ? [event.data.ask] : []))
  const asks = current.asks.map((ask) => (answered.includes(ask.seq) ? { ...ask, isAnswered: true } : ask))
  const isNowWaiting = moment === 'asked' || isWaiting({ asks })
  return clocksAfter(casework.clocks, current.clocks, { moment, today, nation, isWaiting: isNowWaiting })
}

/** What the event brings besides itself, as its data says it. */
function effectsOf(current: Case, agreed: Agreed, doing: Doing): Pick<CaseFact['data'], 'clocks' | 'tasks'> {
  const { casework, today, nation, isApplicable } = doing
  const decided = agreed.events.flatMap(({ event }) => (event.kind === 'decided' ? [event.data.outcome] : []))[0]
  const clocks = marksAfter(current, agreed, doing)
  const tasks = agreed.isLast
    ? []
    : tasksGiven({
        ...{ casework, moment: agreed.moment, named: agreed.gives, today, nation, already: current.tasks },
        isApplicable: (task) => isApplicable('tasks', task, decided ?? current.decision?.outcome),
      })
  return { ...(clocks && { clocks }), ...(tasks.length > 0 && { tasks: [...tasks] }) }
}

/** When what is decided ends, where it is to be renewed. */
function endOf({ event }: Outline, { casework, outcomes, today, nation }: Doing) {
  if (event.kind !== 'decided') return {}
  const renewal = renewalDays({ renewal: casework.renewal, outcomes, outcome: event.data.outcome, today, nation })
  return renewal ? { renewal } : {}
}

type Writing = Doing & { readonly effects: ReturnType<typeof effectsOf> }

function factOf(current: Case, outline: Outline, { effects, ...doing }: Writing): NewFact {
  const { event, text, answers } = outline
  const { by, at, channel } = doing
  const personal: Personal[] = []
  const about = { person: current.person, retention: current.retention }
  if (text !== undefined && text.trim() !== '') personal.push({ ...about, value: { text: text.trim() } })
  if (answers && Object.keys(answers).length > 0) personal.push({ ...about, value: { answers } })
  const data = { ...event.data, ...endOf(outline, doing), ...effects }
  return { kind: event.kind, at, by, ...(channel && { channel }), data, ...(personal.length > 0 && { personal }) }
}
