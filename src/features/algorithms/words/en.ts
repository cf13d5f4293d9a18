/** The single place for the English words of algorithm records; a service’s own words live in its pack. */
import type { Spoken } from '#core/definition/spoken.ts'

const people = (count: number) => (count === 1 ? '1 example person' : `${count} example people`)

export const en = {
  invite: 'How decisions are made: the rules in words',
  title: (service: string) => `How decisions are made: ${service}`,
  back: (service: string) => `About “${service}”`,
  lead: 'This is the public record of the rules behind this service. It is made from the rules themselves, so it always says what they do.',
  contents: 'On this page',

  short: 'In short',
  shortBody: [
    'People wrote these rules. Nothing here was learned from data, and nothing is left to chance: the same answers on the same day always give the same result.',
    'The rules work out a proposal and the reasons for it. A person at the council decides, and always decides when it goes against somebody.',
  ],
  purpose: 'What it is for',
  organisation: 'Organisation',
  team: 'Team',
  member: 'Cabinet member responsible',
  director: 'Accountable director',
  since: 'These rules apply since',
  contact: 'Questions about these rules',
  fingerprint: 'Fingerprint of the rules',

  way: 'The way through',

  rules: 'The rules in words',
  rulesBody:
    'What is worked out, in order: each step uses only what stands before it. Names of answers, figures and steps stand in quotation marks.',
  exits: 'Who cannot use the service',
  exit: (condition: string) => `If ${condition}.`,
  steps: 'What is worked out',
  outcome: 'What is proposed',
  outcomeLead: 'The proposal is:',
  fee: 'What it costs',
  feeLead: 'What is to be paid:',
  noRules: 'No rules propose a decision here. A person decides from the answers.',
  source: 'Source:',

  metBody: (rows: number, met: number) =>
    met === rows ? `Example people meet all ${rows} rows of the tables.` : `Example people meet ${met} of ${rows} rows of the tables.`,
  examples: 'Example people',
  examplesBody: (count: number) => `${people(count)}, made up. The rules were run for each of them just now.`,
  examplesNone: 'There are no example people yet.',
  on: (day: string) => `On ${day}`,
  result: 'Result',
  feeOf: 'To pay',
  why: 'Why',
  open: 'The rules say nothing: the answers are not complete',

  checks: 'What was checked',
  checksBody: (day: string) => `When these rules were released on ${day}:`,
  checksNone: 'They were released before this was written down.',

  proved: 'What is certain',
  provedOn: (day: string) => `Proved on ${day}.`,
  findings: 'What is worth a look',
  findingsBody: 'The same program found this. It is not wrong, and it may be meant; everybody may know it. The people in it are made up.',

  person: 'How a person is involved',
  personBody: 'A person reads every case and decides. The rules only propose.',
  personAdverse: (outcomes: string) => `These decisions go against somebody and are never made without a person: ${outcomes}.`,
  personPair: (outcomes: string) => `Two people must agree on: ${outcomes}.`,
  challenge: 'If you disagree',
  challengeBody: (to: string, within: string) => `You can challenge a decision within ${within}. It goes to: ${to}.`,
  challengeNone: (email: string, phone: string) => `Tell us, and somebody will look again: ${email}, ${phone}.`,

  data: 'What is known about you',
  dataRead: 'The rules read these answers, and nothing else:',
  dataNone: 'The rules read no answers.',
  effects: 'Expected effects on people and place',

  history: 'Earlier rules',
  historyBody: 'Every set of rules that was ever in use, the newest first. A case keeps the rules it was sent under.',
  when: 'Released',
  which: 'Fingerprint',
  byWhom: 'Answered for by',
  current: 'in use now',

  reuse: 'Take this with you',
  reuseBody: 'The whole record as data, in the fields of the Algorithmic Transparency Recording Standard:',
  reuseLink: 'download it as JSON',
}

/** What every language of algorithm records has. */
export type Words = Spoken<typeof en>
