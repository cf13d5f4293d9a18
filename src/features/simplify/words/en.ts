/** The single place for the English words of making services simpler. */
const number = (count: number) => count.toLocaleString('en-GB')
const cases = (count: number) => `${number(count)} ${count === 1 ? 'case' : 'cases'}`
/** Hours as people say them: short times in seconds or minutes; one unit for all that stand together. */
const span = (...times: readonly number[]) => {
  const [first = 0] = times
  const [perHour, unit] = first < 0.05 ? ([3600, 'seconds'] as const) : first < 3 ? ([60, 'minutes'] as const) : ([1, 'hours'] as const)
  return { said: times.map((time) => Math.round(time * perHour).toLocaleString('en-GB')), unit }
}
const percent = (share: number) => `${(Math.ceil(share * 1000) / 10).toLocaleString('en-GB')}%`

export const en = {
  number,
  menu: 'Simplify',
  title: 'Questions that could go',
  titleOf: (service: string) => `Questions that could go: ${service}`,
  lead: 'Every question has to earn its place. Here is what each costs people in time, who reads the answer, and how often it made a difference to anybody.',
  listHead: { service: 'Service', minutes: 'Time a year people spend on it', could: 'Could be simpler' },
  listNone: 'No service is published yet.',
  notLooked: 'Not looked through yet',
  madeUp: 'This rests on cases and times made up for a demonstration. It says nothing about real people.',
  looked: (looked: number, all: number, day: string) =>
    looked < all
      ? `On ${day} a sample of ${cases(looked)} was looked through, out of ${number(all)} of the last twelve months.`
      : `On ${day} all ${cases(looked)} of the last twelve months were looked through.`,
  removed: (count: number) => `The answers of ${cases(count)} have been deleted as promised and could not be used.`,
  measured: (month: string) =>
    `Times have been measured since ${month}: from the moment a page is shown to the moment it is answered, at most ten minutes, with nothing that leads back to anybody.`,
  notMeasured: 'No times have been measured yet.',
  notYet: 'Nobody has looked this version through yet. It takes up to a minute.',
  lookButton: 'Look through it',
  againButton: 'Look again',
  looking: 'It is being looked through. Come back in a minute.',
  couldTitle: 'What could be simpler, most time saved first',
  couldNone: 'Nothing was found that could go.',
  tooFew: (least: number) =>
    `There are fewer than ${least} cases of the last twelve months: too few to say which answers make a difference.`,
  candidate: {
    drop: (question: string) => `Stop asking “${question}”`,
    merge: (question: string, count: number) => `Offer one answer instead of ${count} for “${question}”`,
    'merge-into': (question: string, other: string) => `Ask “${other}” only, and not “${question}” as well`,
    prefill: (question: string, other: string) => `Begin “${question}” with the answer to “${other}”`,
    reorder: (page: string) => `Ask “${page}” earlier`,
  },
  because: {
    'nobody-reads': 'Nobody and nothing reads the answer.',
    'only-people-read': 'No rule, message or task reads the answer. Only people can: ask them whether they need it.',
    'never-changed': (count: number) => `Rules read the answer, but in ${cases(count)} no other answer would have changed anything.`,
    'hardly-answered': (count: number, of: number) =>
      `It may be left empty, and nearly everybody does: ${number(count)} of ${number(of)} answered it. No rule reads it.`,
    'same-answers': (same: number, of: number) => `Of ${number(of)} who answered both, ${number(same)} said the same twice.`,
    'same-filled-in': (same: number, of: number) =>
      `Of ${number(of)} who answered both, ${number(same)} said the same twice. It is needed, so people would see what they said before and could change it.`,
    alike: (options: string) => `In every case, these answers came to the same: ${options}.`,
    'ends-earlier': (pages: string) =>
      `Some people learn on this page that the service is not for them. Asked earlier, it would spare them ${pages}.`,
  },
  why: 'Why',
  tried: 'Tried on past cases',
  triedSame: (of: number) => `Of ${cases(of)}, none would be decided, charged or worked out differently.`,
  triedChanged: (count: number, of: number) => `Of ${cases(of)}, ${number(count)} would be decided, charged or worked out differently.`,
  triedCantTell: (count: number) => `For ${cases(count)} nobody can tell.`,
  triedFewer: (count: number) => `${number(count)} would be asked less.`,
  triedSure: (high: number) => `It is a sample: of all cases it is surely at most ${percent(high)}.`,
  notTried: 'Not tried: the rules that read it would have to be written anew first.',
  tooFewToTry: 'Too few cases to try it on.',
  saves: 'Time people would save in a year',
  savesHours: (...times: readonly [is: number, low: number, high: number]) => {
    const { said, unit } = span(...times)
    return `About ${said[0]} ${unit} (surely between ${said[1]} and ${said[2]})`
  },
  savesAtMost: (most: number) => {
    const { said, unit } = span(most)
    return `At most ${said[0]} ${unit}: people still read it, and how long that takes nobody has measured`
  },
  savesUnknown: 'Too few times were measured to say',
  savesNone: 'Not to be told: fewer answers to choose from were never measured',
  suggestButton: 'Suggest this change',
  suggestHint: 'It becomes a suggested change, to be tried, backed and decided like any other. Nothing changes until then.',
  suggestWords: 'Suggest that somebody works it out',
  suggestionText: {
    drop: (question: string) =>
      `Could we stop asking “${question}”? In the cases looked through, the answer never changed what was decided or charged. The rules that read it would have to be changed with it.`,
    prefill: (question: string, others: string) =>
      `Could “${question}” be filled in for people who have already told us? This is asked there too: ${others}.`,
  },
  needTitle: 'We need this question',
  needReason: 'What is the answer used for?',
  needHint: 'Other staff see this with your name. It takes the question off this list.',
  needButton: 'Keep the question',
  questionsTitle: 'Every question, and what it costs',
  head: {
    question: 'Question',
    reads: 'Who and what reads it',
    basis: 'On what basis',
    minutes: 'Time a year',
    errors: 'Errors',
    left: 'Leave here',
    changed: 'Made a difference',
  },
  uses: {
    page: (name: string) => `whether “${name}” is asked`,
    exit: (name: string) => `whether it ends: ${name}`,
    outcome: () => 'the decision proposed',
    fee: () => 'what is to be paid',
    figure: (name: string) => `a figure: ${name}`,
    once: () => 'whether it was sent before',
    task: (name: string) => `a task: ${name}`,
    action: (name: string) => `what officers do: ${name}`,
    message: (name: string) => `a message: ${name}`,
    appointment: (name: string) => `a time to be booked: ${name}`,
    coverage: () => 'the public count by area',
    law: (name: string) => `the law: ${name}`,
  },
  basis: {
    consent: 'consent',
    contract: 'contract',
    'legal-obligation': 'the law requires it',
    'vital-interests': 'to protect life',
    'public-task': 'public task',
    'legitimate-interests': 'legitimate interests',
  },
  few: 'too few',
  changedOf: (changed: number, of: number) => `${number(changed)} of ${number(of)}`,
  changedUnclear: (count: number) => `(${number(count)} not to be told)`,
  unclear: 'not to be told',
  /** Roles the council gives no name of its own. */
  roles: { officer: 'officers', manager: 'managers' },
  notByRules: 'no rule reads it',
  share: (share: number) => `${(Math.round(share * 1000) / 10).toLocaleString('en-GB')}%`,
  hours: (...times: readonly [is: number, low: number, high: number]) => {
    const { said, unit } = span(...times)
    return `${said[0]} ${unit} (${said[1]} to ${said[2]})`
  },
  sharedNote:
    'A page with several questions shares its time evenly between them. Who began a form less than four weeks ago may still come back and is not counted as having left.',
  keptTitle: 'What stays, and why',
  keptWhy: {
    law: (law: string) => `The law asks for it: ${law}.`,
    work: (uses: string) => `Somebody works with the answer: ${uses}.`,
    rules: (uses: string) => `It makes a difference: ${uses}.`,
    people: (readers: string) => `Only a person can read such an answer, and these do: ${readers}.`,
    'too-few': () => 'Too few cases to say.',
  },
  neededBy: (name: string, day: string) => `${name}, ${day}`,
  takeBack: 'Take this back',
  twiceTitle: 'Asked in several services',
  twiceLead: 'The same thing is asked in each of these. What somebody has told one of them could be filled in for them in the next.',
  twiceNone: 'No question is asked in more than one service.',
  twiceHead: {
    question: 'Question',
    services: 'Asked in',
    because: 'Why we think it is the same',
    hours: 'Time a year in all',
    act: 'What to do',
  },
  twiceBecause: {
    block: 'the very same shared question',
    words: 'the same words',
    options: 'the same answers to choose from',
    scheme: 'the same kind of number',
    name: 'the same part of a name',
  },
  twiceButton: 'Suggest filling it in',
  done: {
    needed: 'The question is kept, with your reason.',
    open: 'The question is on the list again.',
    looking: 'It is being looked through. Come back in a minute.',
  },
  refused: {
    law: 'The law fixes this part, so it cannot be suggested here.',
    'not-taken': 'This could not be made a suggested change. The service may have changed meanwhile: look again.',
    'no-reason': 'Say what the answer is used for.',
  },
  reference: 'How this is worked out',
  referenceBody:
    'For each past case, every other answer to each question was tried in its place. Where nothing came out differently, the answer made no difference. Figures with a range are 19 times in 20 within it; where there are fewer than 30, nothing is said.',
}

export type Words = typeof en
