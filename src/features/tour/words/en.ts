/** The single place for the English words of the guided tour. */

/** Names and words of the story that the sentences speak of. */
export type Cast = {
  readonly resident: string
  /** What the resident wrote, in the language of the page. */
  readonly said: string
  /** The first to apply afterwards. */
  readonly next: string
  readonly neighbour: string
}

type Looks = readonly string[]
const none: Looks = []

export const en = {
  title: 'A service, from an idea to its worth',
  lead: 'See in five minutes how the people of a place run a service together: nine parts, a click or two each, as the person it happens to. Everyone here is made up.',
  start: 'Start the tour',
  again: 'Start again',
  goOn: 'Go on',
  elsewhere: (council: string) => `The tour begins at ${council}, the neighbour of this council on your machine.`,
  goThere: (council: string) => `Go to the tour at ${council}`,
  arrivedTitle: (council: string) => `The same service at ${council}`,
  arrivedLead: (council: string, from: string) =>
    `You are now at ${council}. It took this service over from ${from} some time ago and runs its own copy, with its own price and words. Nobody here has done anything yet.`,
  alone: 'Or look around by yourself',
  asResident: 'Use a service, as a resident would',
  asStaff: 'Sign in as one of the council’s people',
  outbox: 'Read the mail that has been sent',
  where: (part: number, parts: number) => `Tour, part ${part} of ${parts}`,
  happened: 'What just happened',
  retold: 'Somebody took the tour here before you, so this was done already: you see what came of it.',
  youAre: (name: string) => `You are looking as ${name}.`,
  look: 'Look at',
  next: 'Next',
  leave: 'Leave the tour',
  overview: 'All parts',
  inTheirLanguage: (council: string) => `${council} works in Welsh, so the last part is in Welsh.`,
  done: 'That is the whole round. Everything you saw is kept in the councils’ records: look around as long as you like.',
  notYetTitle: 'This part cannot be shown yet',
  notYet:
    'The parts before it come first. And for about a minute after the very first start last year’s made-up cases are still being written: wait a little, then go on.',
  chapter: {
    apply: {
      title: 'A resident applies',
      ahead: 'She fills in a form in her own language, is told the price and why before she sends it, and is asked how it was.',
    },
    suggest: {
      title: 'She suggests a change',
      ahead: 'One question makes no sense to her. She says so from that very page, and an officer makes it an exact change.',
    },
    try: {
      title: 'Everyone sees what it would do',
      ahead: 'Checks, example people, and last year’s cases: who would be asked, charged or decided differently.',
    },
    back: { title: 'Others back it', ahead: 'Each of them once, and for exactly these words.' },
    decide: {
      title: 'It is decided',
      ahead: 'The accountable director and the cabinet member weigh what it does to people, then decide in public.',
    },
    release: { title: 'It is released', ahead: 'The next person meets the question as it is now, and everyone who backed it is told.' },
    measure: { title: 'It is measured', ahead: 'What the service costs and gives, before and after, and how sure that is.' },
    brief: { title: 'Councillors are briefed', ahead: 'One page to print, in which every figure leads to the entries it came from.' },
    adopt: {
      title: 'Another council takes it over',
      ahead: 'It sees the new version and what it did, keeps its own price and words, and decides for itself.',
    },
  },
  step: {
    apply: {
      button: ({ resident }: Cast) => `Apply as ${resident}`,
      happened: ({ resident }: Cast) =>
        `${resident} has filled in a form, in her own language. Before she sends anything this page tells her what it costs and why: the service’s own rules worked it out.`,
      looks: none,
    },
    send: {
      button: () => 'Send it',
      happened: ({ resident }: Cast) =>
        `${resident} has sent it and has a reference to follow it by. At the foot of this page she is asked how it was. What people answer is counted; who answered is not kept.`,
      looks: none,
    },
    suggest: {
      button: () => 'Suggest a change to a question',
      happened: ({ resident, said }: Cast) =>
        `One question made no sense to ${resident}, so she wrote from that very page: “${said}” An officer made it an exact change to the service, in both languages. Nothing has changed yet.`,
      looks: ['what would change', 'the page she wrote it on'],
    },
    try: {
      button: () => 'Try it on last year’s cases',
      happened: () =>
        'The checks ran, the example people were tried, and then last year’s cases: how many people would be asked, charged or decided differently, from what to what. An officer published the figures, counted so that nobody can be singled out.',
      looks: ['what it would do'],
    },
    back: {
      button: () => 'Back it, as others would',
      happened: () =>
        'Other residents backed this change, each of them once. They back exactly these words: if the change changes, they are asked again.',
      looks: ['who backs it'],
    },
    decide: {
      button: () => 'Decide, as those who answer for the service',
      happened: () =>
        'The director and the cabinet member each looked at the evidence, wrote down first what it does to people, and then approved. Nobody who backed it may decide. With both approvals it was put in place.',
      looks: ['the decision', 'all decisions, as everyone can read them'],
    },
    release: {
      button: () => 'Apply as the next person',
      happened: ({ resident, next }: Cast) =>
        `The change is part of the service. ${next} is the next to apply and meets the question as it is now; people in the middle of a form keep theirs. ${resident} and everyone who backed it have been told, each in their own language.`,
      looks: ['the mail that was sent'],
    },
    measure: {
      button: () => 'See what the service costs and gives',
      happened: () =>
        'Cost, time, completion and satisfaction, worked out from the council’s own entries, before and after each release, with how sure each is. A release of today has no cases yet, and the page says so. A promised benefit stays a promise until there is evidence.',
      looks: none,
    },
    brief: {
      button: () => 'Write the briefing',
      happened: () =>
        'One page for councillors and everyone else: what people asked for, what changed, what it cost and gave, what is unsure. It is frozen on its day, and every figure leads to the entries it came from.',
      looks: none,
    },
    share: {
      button: ({ neighbour }: Cast) => `See it arrive at ${neighbour}`,
      happened: ({ neighbour }: Cast) =>
        `${neighbour} sees that the service it took over has a new version, with what it did elsewhere. It reads in words what changed there, what it had changed itself, and what both together would mean for its residents.`,
      looks: none,
    },
    adopt: {
      button: () => 'Take it over, own changes kept',
      happened: ({ neighbour }: Cast) =>
        `The new version was merged with the changes of ${neighbour}: its own price and words stayed. The example people and its own past cases were tried, its own director and cabinet member approved, and its residents meet the new question too.`,
      looks: ['the service here, with its own price'],
    },
  },
}

export type Words = typeof en
