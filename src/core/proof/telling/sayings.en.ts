/** The single place for what a proof says in English. */
import type { ClaimCode, FindingCode } from '../proof.ts'

/** What a finding is about, as it is called, in quotation marks. */
export type Named = {
  readonly page: string
  readonly question: string
  readonly options: string
  readonly part: string
  readonly table: string
  readonly rows: string
  readonly outcome: string
  readonly other: string
  readonly calculation: string
  readonly exit: string
  /** Whether the question is a group that repeats. */
  readonly isGroup: boolean
  /** Whether it is about no answer but the day itself. */
  readonly isDay: boolean
  /** A calculation of the example, and one step further. */
  readonly figures: readonly [string, string] | undefined
}

/** A sentence that says what is so, and one that says what to do. */
export type Saying = { readonly says: (named: Named) => string; readonly help: string }

export type Sayings = {
  readonly findings: Readonly<Record<FindingCode, Saying>>
  /** What is so if it was proved. */
  readonly claims: Readonly<Record<ClaimCode, (named: Named) => string>>
  /** Of options that are all there are. */
  readonly allAlike: (named: Named) => string
  readonly person: (answers: string, day: string) => string
  readonly beside: (answers: string) => string
  readonly answer: (question: string, answer: string) => string
  readonly nothing: string
  readonly conflict: (parts: string) => string
  readonly why: Readonly<Record<'budget' | 'beyond' | 'fault', string>>
  readonly part: {
    readonly page: (page: string, condition: string) => string
    readonly section: (section: string, condition: string) => string
    readonly question: (question: string, condition: string) => string
    readonly answers: (question: string) => string
    readonly accepted: (question: string) => string
    readonly offered: (option: string, question: string) => string
    readonly exit: (exit: string, condition: string) => string
    readonly condition: (name: string, condition: string) => string
    readonly calculation: (name: string) => string
    readonly table: (name: string) => string
    readonly casework: (id: string) => string
  }
  readonly outcome: string
  readonly fee: string
}

function stepIn({ question, calculation, isGroup, isDay }: Named): string {
  if (isDay) return 'One day later'
  if (isGroup) return `One entry more in ${question}`
  return calculation === '' ? `The smallest step in the answer to ${question}` : `The smallest step in ${calculation}`
}

function stepped({ figures }: Named): string {
  return figures === undefined ? '' : `, from ${figures[0]} to ${figures[1]},`
}

export const english: Sayings = {
  findings: {
    'unreachable-page': { says: ({ page }) => `Nobody can reach the page ${page}.`, help: 'Change its condition, or take the page out.' },
    'unreachable-question': {
      says: ({ question }) => `Nobody is ever asked ${question}.`,
      help: 'Change its condition, or take the question out.',
    },
    'unreachable-end': {
      says: () => 'Nobody can get to the end and send the form.',
      help: 'Change one of the parts that contradict each other.',
    },
    'never-true': { says: ({ part }) => `This is never true for anybody: ${part}.`, help: 'Change it, or take it out.' },
    'always-true': {
      says: ({ part }) => `This is true for everybody, so it decides nothing: ${part}.`,
      help: 'Take it out, or change it.',
    },
    'unreachable-option': {
      says: ({ question, options }) => `Nobody is ever offered ${options} as an answer to ${question}.`,
      help: 'Change its condition, or take the option out.',
    },
    'alike-options': {
      says: ({ question, options }) => `Whichever of these is the answer to ${question}, all that follows is the same: ${options}.`,
      help: 'Keep them if people need them to recognise themselves; otherwise put them together.',
    },
    'table-gap': {
      says: ({ table }) => `No row of the table ${table} covers somebody.`,
      help: 'Add a row for them, or one at the end that takes everybody else.',
    },
    'table-overlap': {
      says: ({ table, rows }) => `Rows of the table ${table} overlap: ${rows}.`,
      help: 'Change them so that only one fits, or let the first that fits count.',
    },
    'row-never-matches': {
      says: ({ table, rows }) => `No person ever gets to the row ${rows} of the table ${table}.`,
      help: 'Change what it asks, move it up, or take it out.',
    },
    'unreachable-outcome': {
      says: ({ outcome }) => `The rules name the outcome ${outcome}, but nobody can get it.`,
      help: 'Change the rules that lead to it.',
    },
    'no-outcome': { says: () => 'Somebody who answers everything gets no outcome from the rules.', help: 'Cover them by the rules.' },
    overflow: {
      says: ({ calculation }) => `${calculation} can become too large to be worked out.`,
      help: 'Set the most that the questions it reads accept.',
    },
    'division-by-nothing': {
      says: ({ calculation }) => `${calculation} can divide by nothing.`,
      help: 'Say what it is then, as in count == 0 ? … : …, or do not accept 0.',
    },
    'empty-list': {
      says: ({ calculation }) => `${calculation} can look for the smallest or largest of nothing.`,
      help: 'Say what it is then, as in size(list) == 0 ? … : …',
    },
    'before-birth': {
      says: ({ calculation }) => `${calculation} can ask for an age on a day before the birth.`,
      help: 'Add latest: today to the date of birth.',
    },
    'negative-fee': { says: () => 'The fee can be less than nothing.', help: 'Keep it from falling below, as in max(gbp("0.00"), …).' },
    'negative-amount': {
      says: ({ calculation }) => `${calculation} is shown to people and can be less than nothing.`,
      help: 'Keep it from falling below, as in max(gbp("0.00"), …).',
    },
    'unread-question': {
      says: ({ question }) => `No rule, task, message, figure or law uses the answer to ${question}.`,
      help: 'Take the question out, or say in its purpose which law needs it.',
    },
    'cliff-edge': {
      says: (named) => `${stepIn(named)}${stepped(named)} turns ${named.outcome} into ${named.other}.`,
      help: 'Look at both sides. If it is meant, leave it.',
    },
    'adverse-without-person': {
      says: ({ exit, outcome }) =>
        `The exit ${exit} turns away somebody for whom the rules would propose ${outcome}, and no person has looked.`,
      help: 'Let them apply, so that a person decides; or say which law turns them away.',
    },
  },
  claims: {
    'page-reachable': ({ page }) => `Somebody can reach the page ${page}.`,
    'question-reachable': ({ question }) => `Somebody is asked ${question}.`,
    'end-reachable': () => 'Somebody can get to the end and send the form.',
    'can-be-true': ({ part }) => `This is true for somebody: ${part}.`,
    'can-be-untrue': ({ part }) => `This is not true for everybody: ${part}.`,
    'option-reachable': ({ question, options }) => `Somebody is offered ${options} as an answer to ${question}.`,
    'options-differ': ({ question }) => `It matters what is answered to ${question}.`,
    'table-complete': ({ table }) => `The table ${table} has a row for everybody.`,
    'table-without-overlap': ({ table }) => `No two rows of the table ${table} ever fit together.`,
    'row-matches': ({ table, rows }) => `Somebody gets to the row ${rows} of the table ${table}.`,
    'outcome-reachable': ({ outcome }) => `Somebody gets the outcome ${outcome} from the rules.`,
    'outcome-told': () => 'Everybody who gets to the end gets an outcome from the rules.',
    'never-fails': ({ calculation }) => `${calculation} can always be worked out.`,
    'never-negative': ({ calculation }) => `${calculation} is never less than nothing.`,
    'question-read': ({ question }) => `Something uses the answer to ${question}.`,
    'no-cliff-edge': (named) => `${stepIn(named)} changes no outcome.`,
    'adverse-needs-person': ({ exit }) =>
      exit === '' ? 'Nobody is refused without a person.' : `The exit ${exit} turns away nobody whom a person should have looked at.`,
  },
  allAlike: ({ question }) => `Whatever is answered to ${question}, all that follows is the same.`,
  person: (answers, day) => `For example on ${day}: ${answers}.`,
  beside: (answers) => `One step further: ${answers}.`,
  answer: (question, answer) => `${question}: ${answer}`,
  nothing: 'somebody with the plainest answers',
  conflict: (parts) => `These leave nobody: ${parts}.`,
  why: {
    budget: 'It takes more steps than are allowed.',
    beyond: 'It hangs on something that is not looked into, such as the letters of a text.',
    fault: 'It rests on something that is at fault itself.',
  },
  part: {
    page: (page, condition) => `the page ${page} is shown if ${condition}`,
    section: (section, condition) => `the part ${section} is shown if ${condition}`,
    question: (question, condition) => `${question} is asked if ${condition}`,
    answers: (question) => `the answers that ${question} allows`,
    accepted: (question) => `what is accepted as an answer to ${question}`,
    offered: (option, question) => `when ${option} is offered as an answer to ${question}`,
    exit: (exit, condition) => `the form ends with ${exit} if ${condition}`,
    condition: (name, condition) => `${name}, which means: ${condition}`,
    calculation: (name) => `how ${name} is worked out`,
    table: (name) => `the table ${name}`,
    casework: (id) => `the condition of ${id}`,
  },
  outcome: 'The outcome',
  fee: 'The fee',
}
