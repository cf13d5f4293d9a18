/** The single place for the English words of the guided tour. `who` is the name of an example person, `service` that of the service. */
export const en = {
  title: 'A service, from an idea to its worth',
  lead: 'See in five minutes how the people of a place run a service together. Each step is one click, as the person it happens to. Everyone here is made up.',
  start: 'Start the tour',
  again: 'Start again',
  elsewhere: (council: string) => `The tour takes place at ${council}.`,
  goThere: 'Go to the tour',
  alone: 'Or look around by yourself',
  asResident: 'Use a service, as a resident would',
  asStaff: 'Sign in as one of the council’s people',
  outbox: 'Read the mail that has been sent',
  where: (step: number, steps: number) => `Tour, step ${step} of ${steps}`,
  happened: 'What just happened',
  next: 'Next',
  leave: 'Leave the tour',
  overview: 'All steps',
  done: 'That is the whole round. Everything you saw is kept in the council’s record: look around as long as you like.',
  notYet: 'Do the steps before this one first.',
  step: {
    apply: {
      title: 'A resident applies',
      button: (who: string) => `Apply as ${who}`,
      happened: (who: string) =>
        `${who} applied in Welsh. The price was worked out by the service’s own rules and explained before she sent it. On this page she is asked how it was.`,
    },
    suggest: {
      title: 'She suggests a change',
      button: () => 'Suggest a change to a question',
      happened: (who: string) =>
        `A question made no sense to ${who}, so she said so from that very page. An officer made it a change to the service itself, in both languages. Nothing has changed yet.`,
    },
    try: {
      title: 'Everyone sees what it would do',
      button: () => 'Try it on last year’s cases',
      happened: () =>
        'The checks ran, the example people were tried, and so were last year’s cases: how many people would be asked, charged or decided differently. An officer published the figures, rounded so that nobody can be singled out.',
    },
    back: {
      title: 'Others back it',
      button: () => 'Back it as others would',
      happened: () =>
        'Other residents backed this change, one person once. Their backing is for exactly these words: if the change changes, they are asked again.',
    },
    decide: {
      title: 'It is decided',
      button: () => 'Decide as those who answer for the service',
      happened: () =>
        'The director and the cabinet member each looked at the evidence, wrote down the effect on people before deciding, and approved. Nobody who backed it could decide. Everyone can read the decision.',
    },
    release: {
      title: 'It is released',
      button: () => 'Release it and meet the new question',
      happened: () =>
        'The change is part of the service. The next person meets it; people in the middle of their form keep theirs. She and everyone who backed it have been told, each in their language.',
    },
    measure: {
      title: 'It is measured',
      button: () => 'See what the service costs and gives',
      happened: () =>
        'Cost, time, completion and satisfaction, worked out from the council’s own entries, before and after the release, with how sure each is. A promised benefit stays a promise until there is evidence.',
    },
    brief: {
      title: 'Councillors are briefed',
      button: () => 'Write the briefing',
      happened: () =>
        'One page for councillors and everyone else: what people asked for, what changed, what it cost and gave, what is unsure. It is frozen on its day, and every figure leads to the entries it came from.',
    },
    share: {
      title: 'Another council sees it',
      button: (who: string) => `See it arrive at ${who}`,
      happened: (who: string) =>
        `${who} runs its own copy, with its own price and words. It sees that the service it took over has a new version, with what it did elsewhere, and compares the two in words.`,
    },
    adopt: {
      title: 'It takes it over',
      button: () => 'Take it over, own changes kept',
      happened: (who: string) =>
        `The new version was merged with the changes of ${who}, and its own price and words stayed. The example people were tried, its own director and cabinet member approved, and its residents meet the new question too.`,
    },
  },
}

export type Words = typeof en
