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
  lead: 'See in five minutes how the people of a place run a service together, a click or two at a time, as the person it happens to. Everyone here is made up.',
  start: 'Start the tour',
  again: 'Start again',
  elsewhere: (council: string) => `The tour begins at ${council}, the neighbour of this council on your machine.`,
  goThere: (council: string) => `Go to the tour at ${council}`,
  arrivedTitle: (council: string) => `The same service at ${council}`,
  arrivedLead: (council: string, from: string) =>
    `You are now at ${council}. It took this service over from ${from} and runs its own copy, with its own price and words.`,
  alone: 'Or look around by yourself',
  asResident: 'Use a service, as a resident would',
  asStaff: 'Sign in as one of the council’s people',
  outbox: 'Read the mail that has been sent',
  where: (part: number, parts: number) => `Tour, part ${part} of ${parts}`,
  happened: 'What just happened',
  retold: 'Somebody took the tour here before you, so this is done already, and you see what came of it.',
  youAre: (name: string) => `You are looking as ${name}.`,
  look: 'Look at',
  next: 'Next',
  leave: 'Leave the tour',
  overview: 'All parts',
  inTheirLanguage: (council: string) => `${council} works in Welsh, so the last part is in Welsh.`,
  done: 'That is the whole round. Look around as long as you like.',
  notYetTitle: 'This part cannot be shown yet',
  notYet:
    'The parts before it come first. And for about a minute after the very first start last year’s made-up cases are still being written: wait a little, then go on.',
  chapter: {
    apply: 'A resident applies',
    suggest: 'She suggests a change',
    try: 'Everyone sees what it would do',
    back: 'Others back it',
    decide: 'It is decided',
    release: 'It is released',
    measure: 'It is measured',
    brief: 'Councillors are briefed',
    adopt: 'Another council takes it over',
  },
  step: {
    apply: {
      button: ({ resident }: Cast) => `Apply as ${resident}`,
      happened: ({ resident }: Cast) =>
        `${resident} has filled in a form in her own language. Before she sends it, this page says what it costs and why, worked out by the service’s own rules.`,
      looks: none,
    },
    send: {
      button: () => 'Send it',
      happened: ({ resident }: Cast) =>
        `${resident} has a reference to follow it by, and at the foot of this page she is asked how it was.`,
      looks: none,
    },
    suggest: {
      button: () => 'Suggest a change to a question',
      happened: ({ resident, said }: Cast) =>
        `One question made no sense to ${resident}. She wrote from that very page: “${said}” An officer made it an exact change, in both languages.`,
      looks: ['what would change', 'the page she wrote it on'],
    },
    try: {
      button: () => 'Try it on last year’s cases',
      happened: () =>
        'The checks ran, then the example people, then last year’s cases: how many people would be asked, charged or decided differently. The figures are counted so that nobody can be singled out.',
      looks: ['what it would do'],
    },
    back: {
      button: () => 'Back it, as others would',
      happened: () => 'Other residents backed exactly these words, each of them once. If the change changes, they are asked again.',
      looks: ['who backs it'],
    },
    decide: {
      button: () => 'Decide, as those who answer for the service',
      happened: () =>
        'The director and the cabinet member looked at the evidence, wrote down what it does to people, then approved. Nobody who backed it may decide.',
      looks: ['the decision', 'all decisions, as everyone can read them'],
    },
    release: {
      button: () => 'Apply as the next person',
      happened: ({ resident, next }: Cast) =>
        `The change is in place. ${next} is the next to apply and meets the question as it is now; people in the middle of a form keep theirs. ${resident} and everyone who backed it have been told, each in their language.`,
      looks: ['the mail that was sent'],
    },
    measure: {
      button: () => 'See what the service costs and gives',
      happened: () =>
        'Cost, time, completion and satisfaction from the council’s own entries, before and after each release, with how sure each is. Today’s release has no cases yet, and a promise stays a promise until there is evidence.',
      looks: none,
    },
    brief: {
      button: () => 'Write the briefing',
      happened: () => 'One page for councillors and everyone else, frozen on its day. Every figure leads to the entries it came from.',
      looks: none,
    },
    share: {
      button: ({ neighbour }: Cast) => `See it arrive at ${neighbour}`,
      happened: ({ neighbour }: Cast) =>
        `${neighbour} sees that the service it took over has a new version, what that did elsewhere, and in words what both together would mean for its residents.`,
      looks: none,
    },
    adopt: {
      button: () => 'Take it over, own changes kept',
      happened: ({ neighbour }: Cast) =>
        `The new version was merged, with the price and words of ${neighbour} kept. Its own past cases were tried, and its own director and cabinet member approved.`,
      looks: ['the service here, with its own price'],
    },
  },
}

export type Words = typeof en
