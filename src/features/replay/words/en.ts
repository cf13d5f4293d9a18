/** The single place for the English words of trying a version on past cases. */
const number = (count: number) => count.toLocaleString('en-GB')
const cases = (count: number) => `${number(count)} ${count === 1 ? 'case' : 'cases'}`

/** A part of a split by a number or a time, both ends in it and written out. */
type Band = { readonly first: string | undefined; readonly last: string | undefined; readonly isTime: boolean }

export const en = {
  number,
  cases,
  title: 'Tried on last year’s cases',
  lead: (count: number, since: string, until: string) =>
    `The suggested version was tried on ${cases(count)} opened from ${since} to ${until}.`,
  none: 'There are no cases of the last twelve months to try it on.',
  people: (count: number) =>
    `Nobody has used this service yet. The suggested version was tried on ${number(count)} people made up to meet every part of its rules. They say nothing about real people.`,
  madeUp: {
    all: 'These cases were made up for a demonstration. They say nothing about real people.',
    some: 'Some of these cases were made up for a demonstration.',
    none: '',
  },
  live: {
    latest: (count: number) => `Of the latest ${cases(count)}`,
    all: (count: number) =>
      count === 1 ? 'Of the one case of the last twelve months' : `Of all ${cases(count)} of the last twelve months`,
    some: (count: number) => `Of ${cases(count)} of the last twelve months`,
    people: (count: number) => `Of ${number(count)} people made up for this service`,
    changed: (count: number, of: string) =>
      count === 0
        ? `${of}, none would be decided or charged differently.`
        : `${of}, ${number(count)} would be decided or charged differently.`,
    paid: (before: string, after: string) => `Together they would pay ${after} instead of ${before}.`,
    amount: (name: string, before: string, after: string) => `“${name}” would be ${after} in all instead of ${before}.`,
    cantTell: (count: number) => `For ${number(count)} nobody can tell.`,
    peopleNote:
      'Nobody has used this service yet, so people were made up to meet every part of its rules. They say nothing about real people.',
    leftOut: (count: number) => `${cases(count)} cannot be counted this fast. They are there when the change is tried on all cases.`,
  },
  removed: (count: number) => `${cases(count)} of that time could not be used, because the answers have been deleted as promised.`,
  changed: (count: number, of: number) =>
    count === 0
      ? 'Nobody would be decided or charged differently.'
      : `${number(count)} of ${cases(of)} would be decided or charged differently.`,
  changedFew: 'Nobody, or so few that it would tell about single people, would be decided or charged differently.',
  outcomes: 'What would be decided, before and after',
  outcomesSaid: (count: number) => (count === 0 ? 'Every case stays as it is.' : `For ${cases(count)} something else would be proposed.`),
  before: 'Now',
  after: 'With the change',
  howMany: 'Cases',
  exit: (title: string) => `Not accepted here: ${title}`,
  open: 'No outcome proposed',
  figures: 'What people would pay, be told and be asked',
  what: 'What',
  more: 'More',
  less: 'Less',
  same: 'The same',
  other: 'Not comparable',
  fee: 'What it costs',
  asked: 'Questions asked',
  sums: 'Together, before and after',
  cantTell: 'Can’t tell',
  cantTellLead: (count: number) => `For ${cases(count)} nobody can tell:`,
  because: {
    'not-asked': (question: string, count: number) => `“${question}” was not asked then (${cases(count)})`,
    'not-kept': (question: string, count: number) => `the answer to “${question}” is not kept for this (${cases(count)})`,
    'not-accepted': (question: string, count: number) => `the answer to “${question}” would no longer be accepted (${cases(count)})`,
  },
  person: (before: number, after: number) =>
    `Cases that a person has to look at closely, because the outcome goes against somebody, two must agree, or nothing is proposed: ${number(before)} now, ${number(after)} with the change.`,
  rounded:
    'Published figures are counted in groups of at least 10 cases and rounded to 5. None is under 10, and whoever is in a smaller group counts as most cases like theirs do. Each table is rounded for itself, so tables need not add up to each other.',
  otherwise: {
    changed: (count: number) =>
      `${cases(count)} would be decided or charged differently in ways that each concern too few cases to show. They stand under “Not comparable”.`,
    same: (count: number) =>
      `${cases(count)} would be decided and charged the same in ways that each concern too few cases to show. They stand under “Not comparable”.`,
  },
  partOther: 'Others, each too few to show',
  partFew: 'Under 10',
  equality: {
    lead: 'Answers to equality questions are kept apart from cases. They only show at least and at most how many people of a group the change concerns, and only for whole months.',
    people: 'People who said so',
    least: 'At least',
    most: 'At most',
    few: 'Too few to show',
  },
  split: {
    area: 'By area',
    channel: 'By how people applied',
    month: 'By month',
    answer: (question: string) => `By the answer to “${question}”`,
  },
  part: { area: 'Area', channel: 'How', month: 'Month', answer: 'Answer' },
  channels: {
    web: 'Online',
    phone: 'By phone',
    counter: 'At the counter',
    paper: 'On paper',
    partner: 'Through a partner',
    machine: 'By another system',
  },
  partUnknown: 'Not known',
  band: ({ first, last, isTime }: Band) => {
    if (first === last) return first ?? ''
    if (first === undefined) return isTime ? `${last ?? ''} or earlier` : `${last ?? ''} or less`
    return last === undefined ? `${first} or ${isTime ? 'later' : 'more'}` : `${first} to ${last}`
  },
  overlaps: 'A case with several answers is counted with each of them.',
  partChanged: 'Decided or charged differently',
  oneByOne: (count: number) => `${cases(count)} could not be counted together and were tried one by one.`,
  examples: 'Some of these cases',
  examplesSame: (outcome: string) => `${outcome}, charged or told something different`,
  examplesOf: (from: string, to: string) => `${from} → ${to}`,
  example: (place: number) => `Case ${place}`,
  running: (done: number, of: number) => `${number(done)} of ${cases(of)} so far.`,
  look: 'See how far it is',
  stop: 'Stop trying it',
  calledOff: (done: number, of: number) => `Stopped after ${number(done)} of ${cases(of)}, so there are no figures.`,
  publish: 'Publish these figures',
  publishLead:
    'Everybody can then read them, counted in groups and rounded so that they tell nothing about one person. They cannot be taken back.',
  publishSplits: (most: number) => `They are published split in ${number(most)} ways at most: the first of those above.`,
  published: (date: string) => `Published on ${date}. Everybody can read it.`,
  publishedSoon: 'These are many cases: the published figures will be there in some minutes.',
  refused: {
    'no-such-trial': 'There is nothing to publish.',
    'still-running': 'Wait until all cases have been tried.',
    'too-few-cases': 'There are fewer than 10 cases: figures would tell about single people, so none can be published.',
  },
  publicPage: 'The published figures',
  digests: 'To check it',
  digestsLead: 'Whoever tries the same two versions on the same cases gets the same. These numbers show whether they are.',
  digestOf: { from: 'Version now', to: 'Version suggested', population: 'Cases', digest: 'Result' },
  took: (ms: number) => `It took ${(ms / 1000).toFixed(1)} seconds.`,
  list: (service: string) => `Tried on last year’s cases: ${service}`,
  listNone: 'Nothing has been tried yet.',
  back: 'About this service',
}

export type Words = typeof en
