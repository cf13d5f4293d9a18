/** The single place for the English words of each figure. */

/** What a figure is called, what it counts, how it is worked out and from which entries. */
export type FigureWords = { readonly name: string; readonly counts: string; readonly how: string; readonly from: string }

const cases = 'Entries in the history of each case: received, given to somebody, asked, decided, closed, taken back.'
const journeysFrom = 'A daily count of forms begun, sent and rightly ended early. Nothing about anybody is kept with it.'
const ratingsFrom =
  'Ratings given with one click. They are counted ten or more together, and nobody’s name, case or answer is kept with them.'

const english = {
  cost: {
    name: 'Cost of one case',
    counts: 'What the council spends on the service in a year, divided by the cases finished in that year.',
    how: 'Every cost entered for the service, with its part of shared teams, is spread over the channels by what drives it, and divided by the cases finished in each. Starting up the service and enforcing it are left out, as the government’s service manual says.',
    from: 'Costs and minutes entered by a manager, with who and when, and the cases counted from their histories.',
  },
  touches: {
    name: 'Officer steps for each case',
    counts: 'How often an officer, or a partner, did something to a case after it was received, on average.',
    how: 'Every step that an officer or a partner recorded in the history of a finished case is counted: giving it to somebody, notes, questions, decisions, payments, tasks and further actions.',
    from: cases,
  },
  'time-taken': {
    name: 'Time taken',
    counts: 'Calendar days from sending to the first decision, or to closing where there is none. Half of all cases took no longer.',
    how: 'The middle value of all finished cases. Cases still open are not counted.',
    from: cases,
  },
  completion: {
    name: 'Forms completed',
    counts: 'Of all forms begun, those sent or rightly ended because the service is not for the person.',
    how: 'A form counts from its first answered page, in the month it was begun. One that is saved and taken up again is the same form. One not used for 28 days is given up; months whose forms may still be finished are left out.',
    from: journeysFrom,
  },
  satisfaction: {
    name: 'Satisfied with the decision',
    counts: 'Of all who rated how they were dealt with up to the decision, those who said good or very good.',
    how: 'People are asked once, on the page with their decision and by email.',
    from: ratingsFrom,
  },
  'satisfaction-sent': {
    name: 'Satisfied with the form',
    counts: 'Of all who rated after sending, those who said good or very good.',
    how: 'People are asked once, on the page that confirms what they sent.',
    from: ratingsFrom,
  },
  'take-up': {
    name: 'Done online',
    counts: 'Of all finished cases, those that came online, with a partner’s help or without.',
    how: 'Finished cases by the channel they came in. Those a partner organisation helped with online count as online.',
    from: cases,
  },
  asked: {
    name: 'Asked for more',
    counts: 'Of all finished cases, those in which the council had to ask the person for something more.',
    how: 'Finished cases in which an officer asked the person a question at least once.',
    from: cases,
  },
  reopened: {
    name: 'Opened again',
    counts: 'Of all finished cases, those that were opened again after they were decided.',
    how: 'Finished cases with an entry that opened them again.',
    from: cases,
  },
  applications: {
    name: 'Received',
    counts: 'Applications, requests and reports the council received.',
    how: 'Counted in the month they were received, over all channels.',
    from: cases,
  },
  finished: {
    name: 'Finished',
    counts: 'Cases decided, or closed where no decision is needed. Those taken back are not among them.',
    how: 'Counted in the month of the first decision.',
    from: cases,
  },
  withdrawn: {
    name: 'Taken back',
    counts: 'Cases that the person took back before they were decided.',
    how: 'Counted in the month they were taken back.',
    from: cases,
  },
} as const satisfies Readonly<Record<string, FigureWords>>

export const figures: Readonly<Record<keyof typeof english, FigureWords>> = english
