/** The single place that says in words why something was not done to a case. */
import type { Refusal } from '../domain/index.ts'
import type { WordKey } from '../words/index.ts'

export const refusalWords: Readonly<Record<Refusal['refused'], WordKey>> = {
  closed: 'refusedClosed',
  'already-decided': 'refusedAlreadyDecided',
  'not-decided': 'refusedNotDecided',
  'text-missing': 'refusedTextMissing',
  'text-too-long': 'refusedTextTooLong',
  'no-such-outcome': 'refusedNoSuchOutcome',
  'reason-missing': 'refusedReasonMissing',
  'second-opinion-waits': 'refusedSecondOpinionWaits',
  'no-second-opinion': 'refusedNoSecondOpinion',
  'same-person': 'refusedSamePerson',
  'not-asked': 'refusedNotAsked',
  'amount-missing': 'refusedAmountMissing',
  'receipt-missing': 'refusedReceiptMissing',
  'no-such-action': 'refusedNoSuchAction',
  'not-now': 'refusedNotNow',
  'tasks-wait': 'refusedTasksWait',
  'no-such-task': 'refusedNoSuchTask',
  'task-not-open': 'refusedTaskNotOpen',
  'no-such-appointment': 'refusedNoSuchAppointment',
  'not-booked': 'refusedNotBooked',
  'too-late-to-change': 'refusedTooLateToChange',
  'too-early-to-miss': 'refusedTooEarlyToMiss',
  'no-such-time': 'refusedNoSuchTime',
  full: 'refusedFull',
  'nothing-to-renew': 'refusedNothingToRenew',
}
