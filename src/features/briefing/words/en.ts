/** The single place for the English words of briefings. Factual and non-party: what happened, and where the entries are. */
import { formatDate } from '#core/value/date-words.ts'
import { ended } from './ended.ts'

const day = (iso: string) => formatDate(iso, 'en')
const number = (count: number) => count.toLocaleString('en-GB')
const of = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`

export const en = {
  title: 'Briefings',
  lead: 'What people asked for, what changed, what it cost and gave. Each briefing is frozen on its day, and every figure leads to the entries it came from.',
  none: 'No briefing has been made yet.',
  council: 'The whole council',
  titleOf: (service: string) => `Vision to value: ${service}`,
  titleOfCouncil: 'Vision to value: the whole council',
  period: (from: string, on: string) => `From ${day(from)} to ${day(on)}. Frozen on ${day(on)}.`,
  draft: (from: string, on: string) => `From ${day(from)} to ${day(on)}. This is a draft: it changes as the services change.`,
  answers: (member: string, director: string) => `${member} and ${director} answer for this service.`,
  preElection: 'An election is near, so nobody is named here.',
  madeUpNote: 'Some of the cases behind these figures are made up to show how this works.',
  part: {
    asked: 'What people asked for',
    changed: 'What changed',
    worth: 'What it cost and gave',
    refused: 'What was refused, and why',
    unsure: 'What is unsure',
  },
  capabilitiesTitle: 'What helped and what held it back',
  capabilitiesLead: 'The six capabilities of “Digital: Vision to Value”, judged only by what was seen here.',
  capability: {
    leadership: 'Digital leadership',
    governance: 'Governance',
    change: 'Organisational change',
    procurement: 'Procurement',
    resources: 'Managing and sharing resources',
    professionalism: 'Professionalism',
  },
  standing: { helped: 'Helped', 'held-back': 'Held back', mixed: 'Both', 'no-evidence': 'No evidence' },
  print: 'Print this page or save it as a file with your browser.',
  frozenBy: 'How to check it',
  digest: (digest: string) =>
    `The fingerprint of this briefing is ${digest}. It is kept in the council’s record, which cannot be changed unnoticed.`,
  back: 'All briefings',
  linked: 'Each sentence leads to the entries it comes from.',
  linkedFrozen:
    'Each sentence leads to the entries it comes from. Figures are shown as they were on that day, suggestions and decisions as they stand today.',
  asItWas: (on: string) => `As it was on ${day(on)}, when the briefing was frozen.`,
  asItIs: 'How it is worked out, and what it is today',
  byMonth: 'By month',
  month: 'Month',
  countedFrom: 'Counted from',
  backToBriefing: 'Back to the briefing',

  asked: (count: number, staff: number) =>
    `${of(count, 'change was', 'changes were')} suggested, ${staff === 0 ? 'all by people outside the council' : `${number(staff)} of them by staff`}.`,
  backed: (title: string, backers: number) =>
    `${title} (${backers === 0 ? 'nobody backs' : of(backers, 'person backs', 'people back')} this)`,
  released: (title: string, on: string) => `${ended(title)} Since ${day(on)}.`,
  refused: (title: string, reason: string) => `${ended(title)} Refused: ${reason}`,
  noReason: 'no reason is recorded.',
  more: (count: number) => `And ${of(count, 'more', 'more')}.`,
  benefit: {
    promised: (label: string) => `Promised, not yet shown: ${label}`,
    claimed: (label: string) => `Claimed, not yet checked by somebody else: ${label}`,
    verified: (label: string) => `Verified: ${label}`,
    refuted: (label: string) => `Refuted by the evidence: ${label}`,
  },
  madeUp: 'Some of the cases counted are made up for demonstration.',
  tooFew: (label: string) => `${label}: too few cases to say.`,
  stillPromised: (count: number) => `${of(count, 'promised benefit has', 'promised benefits have')} no evidence yet.`,
  cannotTell: (title: string, count: number) =>
    `${ended(title)} For ${of(count, 'earlier case', 'earlier cases')} nobody can tell what it would have changed.`,
  aboutQuestion: (question: string) => `A suggestion about the question “${question}”.`,
  aboutService: 'A suggestion about the service.',
  nothingAsked: 'Nobody suggested a change in this time.',
  nothingChanged: 'Nothing changed in this time.',
  nothingMeasured: 'Nothing could be measured in this time.',
  nothingRefused: 'Nothing was refused in this time.',
  nothingUnsure: 'Nothing above is marked as unsure.',

  sponsorsNamed: (services: number) =>
    services === 1
      ? 'A cabinet member and a director are named who answer for it.'
      : `For each of ${number(services)} services a cabinet member and a director are named.`,
  decided: (count: number) => `${of(count, 'suggestion was', 'suggestions were')} decided.`,
  overdue: (count: number) => `${of(count, 'suggestion waits', 'suggestions wait')} longer for an answer than the council promised.`,
  withEvidence: (count: number, all: number) =>
    `${number(count)} of ${of(all, 'decision', 'decisions')} rested on past cases and a recorded look at the effect on people.`,
  waived: (check: string, until: string) => `A check was set aside until ${day(until)}: ${check}.`,
  changedIn: (count: number, days: number) =>
    `${of(count, 'suggestion', 'suggestions')} became part of the service, typically ${days === 0 ? 'on the day it was made' : `${of(days, 'day', 'days')} after it was made`}.`,
  waiting: (count: number) => `${of(count, 'suggestion is', 'suggestions are')} waiting for a decision.`,
  blocksUsed: (count: number) => `${of(count, 'part is', 'parts are')} kept once and used by several services.`,
  takenOver: (name: string, origin: string) => `“${name}” was taken over from ${origin} instead of being built again.`,
  examples: (count: number) =>
    `${of(count, 'example person is', 'example people are')} tried at every change, with what should happen to them.`,
  draftWords: (name: string) => `Nobody has reviewed the translation of “${name}”.`,
  noEvidence: {
    leadership: 'Nothing was decided in this time, so there is no evidence.',
    governance: 'Nothing was decided in this time, so there is no evidence.',
    change: 'Nothing was suggested in this time, so there is no evidence.',
    procurement: 'The council keeps no contracts here, so there is no evidence.',
    resources: 'Nothing is shared with other services or councils, so there is no evidence.',
    professionalism: 'Nothing was seen that speaks for or against it.',
  },

  staffTitle: 'Make a briefing',
  staffLead:
    'A briefing is written from the council’s own entries of the last twelve months. Look at the draft, then freeze it: from then on everyone can read it and nobody can change it.',
  about: 'What it is about',
  look: 'Look at the draft',
  freeze: 'Freeze and publish this briefing',
  freezeNote: 'It is published as it stands now.',
  unknownSubject: 'Choose a service, or the whole council',
}

export type Words = typeof en
