import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Evidence, ServiceEvidence, Suggested } from './evidence.ts'
import { compose } from './compose.ts'
import { Briefing } from './briefing.ts'

const words = (text: string) => ({ en: text, cy: `${text} (cy)` })

const idea: Suggested = {
  id: 'one',
  title: words('The court number is no longer asked.'),
  state: 'open',
  isFromStaff: false,
  suggestedOn: '2026-03-01',
  backers: 3,
  isOverdue: false,
  hasEvidence: true,
}

const club: ServiceEvidence = {
  id: 'tennis-club',
  name: words('Join the tennis club'),
  sponsors: { member: 'Councillor Ann Park', director: 'Director of Leisure' },
  suggestions: [],
  figures: [],
  comparisons: [],
  benefits: [],
  waivers: [],
  blocks: 0,
  exampleCount: 0,
  draftLanguages: 0,
  isMadeUp: false,
}

const evidence = (service: Partial<ServiceEvidence>, more: Partial<Evidence> = {}): Evidence => ({
  subject: 'tennis-club',
  on: '2026-11-23',
  from: '2025-11-23',
  services: [{ ...club, ...service }],
  isPreElection: false,
  ...more,
})

const english = (lines: readonly { words: { en: string } }[]) => lines.map((line) => line.words.en)

test('a quiet year says of every part that nothing happened', () => {
  const { parts } = compose(evidence({}))
  assert.deepEqual(english(parts.asked), ['Nobody suggested a change in this time.'])
  assert.deepEqual(english(parts.changed), ['Nothing changed in this time.'])
  assert.deepEqual(english(parts.refused), ['Nothing was refused in this time.'])
})

test('what was asked comes with how many back it and leads to the suggestion, most backed first', () => {
  const { parts } = compose(evidence({ suggestions: [idea, { ...idea, id: 'two', title: words('The fee falls.'), backers: 9 }] }))
  assert.deepEqual(english(parts.asked), [
    '2 changes were suggested, all by people outside the council.',
    'The fee falls. (9 people back this)',
    'The court number is no longer asked. (3 people back this)',
  ])
  assert.equal(parts.asked[1]?.link, '/suggestions/two')
})

test('a suggestion from before the time is not counted', () => {
  const { parts } = compose(evidence({ suggestions: [{ ...idea, suggestedOn: '2025-01-01' }] }))
  assert.deepEqual(english(parts.asked), ['Nobody suggested a change in this time.'])
})

test('what was refused stands with its reason', () => {
  const refused = { ...idea, state: 'refused', endedOn: '2026-05-01', reason: 'The league asks for it.' } as const
  assert.deepEqual(english(compose(evidence({ suggestions: [refused] })).parts.refused), [
    'The court number is no longer asked. Refused: The league asks for it.',
  ])
})

test('a difference that is not sure, a figure from too few cases and a promise without evidence are unsure, not worth', () => {
  const value = words('Decisions take 3 days less, but that may be chance.')
  const { parts } = compose(
    evidence({
      figures: [{ label: words('Satisfaction'), value: words('4.2'), link: '/a', sureness: 'too-few', months: [] }],
      comparisons: [{ value, link: '/b', sureness: 'unsure' }],
      benefits: [{ label: words('Half of decisions in a week'), state: 'promised', link: '/c' }],
    }),
  )
  assert.deepEqual(english(parts.worth), ['Promised, not yet shown: Half of decisions in a week'])
  assert.deepEqual(english(parts.unsure), [
    'Satisfaction: too few cases to say.',
    'Decisions take 3 days less, but that may be chance.',
    '1 promised benefit has no evidence yet.',
  ])
})

test('a benefit that lost says so', () => {
  const { parts } = compose(evidence({ benefits: [{ label: words('Fewer calls'), state: 'refuted', link: '/c' }] }))
  assert.deepEqual(english(parts.worth), ['Refuted by the evidence: Fewer calls'])
})

test('nobody is named before an election, and the page says why', () => {
  assert.deepEqual(compose(evidence({})).sponsors, { member: 'Councillor Ann Park', director: 'Director of Leisure' })
  const before = compose(evidence({}, { isPreElection: true }))
  assert.equal(before.sponsors, undefined)
  assert.equal(JSON.stringify(before).includes('Ann Park'), false)
})

test('in a briefing of the whole council every line of a service begins with its name', () => {
  const whole = compose(
    evidence({ figures: [{ label: words('Cost'), value: words('£4.00'), link: '/a', sureness: 'sure', months: [] }] }, { subject: null }),
  )
  assert.deepEqual(english(whole.parts.worth), ['Join the tennis club. Cost: £4.00'])
  assert.equal(whole.title.cy, 'O weledigaeth i werth: y cyngor cyfan')
})

test('a capability is judged by what was seen and has no evidence otherwise', () => {
  const standing = (service: Partial<ServiceEvidence>) =>
    Object.fromEntries(compose(evidence(service)).capabilities.map((one) => [one.id, one.standing]))
  assert.deepEqual(standing({}), {
    leadership: 'no-evidence',
    governance: 'no-evidence',
    change: 'no-evidence',
    procurement: 'no-evidence',
    resources: 'no-evidence',
    professionalism: 'no-evidence',
  })
  const released = { ...idea, state: 'released', endedOn: '2026-04-01' } as const
  const busy = standing({
    suggestions: [released, { ...idea, isOverdue: true }, { ...released, hasEvidence: false }],
    blocks: 1,
    exampleCount: 12,
    draftLanguages: 1,
  })
  assert.deepEqual(busy, {
    leadership: 'mixed',
    governance: 'held-back',
    change: 'helped',
    procurement: 'no-evidence',
    resources: 'helped',
    professionalism: 'mixed',
  })
})

test('what is composed has the shape that is frozen', () => {
  const briefing = compose(evidence({ suggestions: [idea] }))
  assert.deepEqual(Briefing.parse(briefing), briefing)
})
