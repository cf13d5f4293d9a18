/** The single place where a deed is judged against the case as it stands. Who may do it is for `policy.ts`; what may be done is decided here. */
import type { Answers } from '#core/definition/answers.ts'
import type { Moment } from '#core/definition/model/casework.ts'
import type { NewFact, Personal } from '#store/fact.ts'
import type { Json } from '#store/json.ts'
import { type Case, isWaiting } from './case.ts'
import { clocksAfter, clocksStopped } from './clock.ts'
import { type Deed, type DeedName, type Doing, type Done, longestText, type Refusal } from './deed.ts'
import type { CaseEvent } from './fact.ts'

/** An event with what somebody wrote about it; the text and answers are sealed. */
type Outline = { readonly event: CaseEvent; readonly text?: string | undefined; readonly answers?: Answers }

type Agreed = {
  readonly events: readonly Outline[]
  readonly moment?: Moment
  readonly message?: string | undefined
  readonly isLast?: boolean
}

type Judges = { readonly [Name in DeedName]: (current: Case, deed: Deed<Name>, doing: Doing) => Agreed | Refusal }

/** What comes of a deed. Pure: nothing is written before the facts it gives are. */
export function judge(current: Case, deed: Deed, doing: Doing): Done | Refusal {
  if (current.isDisposed) return { refused: 'closed' }
  const agreed = judgeOne(current, deed, doing)
  if ('refused' in agreed) return agreed
  const clocks = marksAfter(current, agreed, doing)
  const facts = agreed.events.map((outline) => factOf(current, outline, doing))
  return { facts: facts.map((fact) => withClocks(fact, clocks)), moment: agreed.moment, message: agreed.message }
}

const judges: Judges = {
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
  withdraw: (current, { text }) => {
    if (isOver(current)) return { refused: current.decision ? 'already-decided' : 'closed' }
    if (text.length > longestText) return { refused: 'text-too-long' }
    return { ...one({ kind: 'withdrawn', data: {} }, text), moment: 'closed', isLast: true }
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
    if (!isApplicable(action)) return { refused: 'not-now' }
    const { flag, unflag, message, close } = found.effect
    const data = { action, closes: close, ...(flag && { flag }), ...(unflag && { unflag }) }
    const events = [{ event: { kind: 'action-done', data }, answers }] as const
    return { events, message, ...(close && { moment: 'closed', isLast: true }) }
  },
}

function judgeOne<Name extends DeedName>(current: Case, deed: Deed<Name>, doing: Doing): Agreed | Refusal {
  return judges[deed.do](current, deed, doing)
}

function one(event: CaseEvent, text?: string): Agreed {
  return { events: [{ event, text }] }
}

function flawOf(text: string): Refusal | undefined {
  if (text.trim() === '') return { refused: 'text-missing' }
  return text.length > longestText ? { refused: 'text-too-long' } : undefined
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

function factOf(current: Case, { event, text, answers }: Outline, { by, at, channel }: Doing): NewFact {
  const personal: Personal[] = []
  const about = { person: current.person, retention: current.retention }
  if (text !== undefined && text.trim() !== '') personal.push({ ...about, value: { text: text.trim() } })
  if (answers && Object.keys(answers).length > 0) personal.push({ ...about, value: { answers } })
  return { kind: event.kind, at, by, ...(channel && { channel }), data: event.data, ...(personal.length > 0 && { personal }) }
}

function withClocks(fact: NewFact, clocks: Json | undefined): NewFact {
  return clocks === undefined || typeof fact.data !== 'object' ? fact : { ...fact, data: { ...fact.data, clocks } }
}
