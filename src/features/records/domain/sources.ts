/** The single list of the tables that can hold something about a person, and where each is found in a copy of their data. */

/** Where a table's rows stand in the copy, or why they do not. */
type Source = { readonly section: string } | { readonly without: string }

export const sources: Readonly<Record<string, Source>> = {
  'people.actor': { section: 'account' },
  'people.session': { section: 'sessions' },
  'people.link': { section: 'links' },
  'people.use': { section: 'uses' },
  'people.key': { without: 'A key belongs to the system it was made for.' },
  'messages.message': { section: 'messages' },
  'cases.queue': { section: 'cases' },
  'cases.opened': { section: 'cases' },
  'cases.once': { without: 'Holds a digest only, which nobody can read.' },
  'journeys.draft': { section: 'drafts' },
  'journeys.return_link': { without: 'Holds the digest of a secret only.' },
  'proposals.proposal': { section: 'suggestions' },
  'proposals.backing': { section: 'backed' },
  'proposals.tally': { without: 'Counts how many back something, and not who.' },
  'proposals.counter': { without: 'Holds digests with a salt that is thrown away with the day.' },
  'proposals.salt': { without: 'Holds a random number.' },
  'proposals.telling': { without: 'Says how far people have been told something, for a few seconds.' },
  'records.request': { section: 'requests' },
  'log.fact': { section: 'cases' },
  'log.key': { section: 'kept' },
  'log.hold': { section: 'holds' },
  'log.erasure': { without: 'Says which key was erased, which leads to nobody.' },
  'log.checkpoint_head': { without: 'Holds digests only.' },
}
