import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { describe, test } from 'node:test'
import { addresses } from '#features/addresses/feature.ts'
import { appointments } from '#features/appointments/feature.ts'
import { cases } from '#features/cases/feature.ts'
import { journeys } from '#features/journeys/feature.ts'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { proposals } from '#features/proposals/feature.ts'
import { replay } from '#features/replay/feature.ts'
import { value } from '#features/value/feature.ts'
import { publish, publishedService } from '#features/services/index.ts'
import { services } from '#features/services/feature.ts'
import { findProposal } from '#features/proposals/index.ts'
import { allotmentFiles } from '#test/kit/allotment.ts'
import { southHost, startApp } from '#test/kit/app.ts'
import { findMeeting, handOver } from './commands/merge.ts'
import { findAdopted } from './commands/read.ts'
import { noChoices } from './commands/together.ts'
import { sharing } from './feature.ts'

const sponsors = `{ member: Councillor A, member-email: "councillor@{council}.example", director: Director B, director-email: "director@{council}.example" }`
const own = `services: [{ id: allotment, sponsors: ${sponsors} }]\n`
/** A plot of another size, other words for the question, and other words for what to bring: the south’s own. */
const taken = `services:
  - id: allotment
    sponsors: ${sponsors}
    from:
      council: north
      changes:
        - { kind: added, path: [service, sections, plot, pages, size, questions, size, options, half], value: half, after: small }
        - { kind: added, path: [words, en, questions, size, options, half], value: Half a small one, after: null }
        - { kind: added, path: [words, cy, questions, size, options, half], value: Hanner un bach, after: null }
        - { kind: changed, path: [words, en, questions, shed, label], before: Do you want a shed?, after: Would you like a shed from us? }
        - { kind: changed, path: [words, en, service, after], before: We offer you a plot within a month., after: We write to you within a fortnight. }
        - { kind: changed, path: [words, en, exits, too_young, title], before: You are too young to rent a plot, after: Come back when you are grown up }
`
const app = await startApp({
  features: [messages, people, addresses, services, appointments, cases, journeys, replay, proposals, value, sharing],
  settings: (council) => (council === 'north' ? own : taken),
  packFolders: [fileURLToPath(new URL('../../../test/kit', import.meta.url))],
})
const { north, south } = app
const at = '2026-11-23T10:00:00.000Z'

/** What the north changes next: an option the law brings, a question taken away, the after-words, its rent, and the law’s own words for an exit. */
const nextOfNorth = (text: string, file: string): string => {
  if (file === 'service.yaml')
    return text
      .replace('options: [small, large]', 'options: [small, large, raised]')
      .replace(/ {6}- id: shed\n {8}when: .*\n {8}questions: .*\n/, '')
      .replace('is: "40.00"', 'is: "48.00"')
      .concat('change:\n  statutory:\n    - { part: words.en.exits.too_young, law: "Allotments Act 2026, section 2" }\n')
  const isEnglish = file === 'words.en.yaml'
  return text
    .replace(/ {2}shed: .*\n/, '')
    .replace('large: Large }', 'large: Large, raised: Raised bed }')
    .replace('large: Mawr }', 'large: Mawr, raised: Gwely uchel }')
    .replace('We offer you a plot within a month.', isEnglish ? 'We offer you a plot within six weeks.' : '')
    .replace('title: You are too young to rent a plot', 'title: The law lets you rent a plot at 18')
}

const handing = { by: 'dee', at, today: '2026-11-23', lang: 'en', origin: 'https://south.example' } as const

describe('a service taken over from a neighbour', () => {
  test('is in use from the start with the council’s own changes, and its base is known', async () => {
    const [theirs, ours] = await Promise.all([publishedService(north, 'allotment'), publishedService(south, 'allotment')])
    assert.equal(ours?.definition.words.en?.service?.after, 'We write to you within a fortnight.')
    const adopted = await findAdopted(south, 'allotment')
    assert.equal(adopted?.standing.base.version, theirs?.version)
    assert.equal(adopted?.standing.state, 'current')
    assert.notEqual(ours?.version, theirs?.version)
  })

  test('hears of nothing while the other side only works on a next version', async () => {
    await app.runTask('sharing.follow')
    assert.equal((await findAdopted(south, 'allotment'))?.standing.state, 'current')
  })

  test('hears of a new version once it is in use there, exactly once', async () => {
    const published = await publish(north, { files: await allotmentFiles(nextOfNorth), by: 'mo', at })
    assert.equal(published.state, 'published', JSON.stringify(published))
    await app.runTask('sharing.follow')
    await app.runTask('sharing.follow')
    const adopted = await findAdopted(south, 'allotment')
    assert.equal(adopted?.standing.state, 'new')
    assert.equal(adopted?.adoption.seen.length, 1)
  })
})

describe('putting both sides together loses nothing: the four cases in which a merge without a base does', () => {
  test('1. an option of ours and an option the law brings stand side by side', async () => {
    const meeting = await met()
    assert.deepEqual(optionsOf(meeting), ['small', 'half', 'large', 'raised'])
  })

  test('2. a question they took away and we had reworded is never dropped without a word', async () => {
    const meeting = await met()
    const named = meeting.conflicts.filter(({ code }) => code === 'deleted-and-changed')
    assert.equal(named.length, 1)
    assert.match(named[0]?.path.join('/') ?? '', /shed/)
    const refused = await handOver(south, 'allotment', { ...noChoices, ...handing })
    assert.deepEqual([refused.state, 'why' in refused && refused.why], ['refused', 'conflicts'])
  })

  test('3. where both changed the same words we choose, except where a named law chose', async () => {
    const meeting = await met()
    assert.ok(meeting.conflicts.some(({ path }) => path.join('/') === 'words/en/service/after'))
    assert.deepEqual(
      meeting.byLaw.map(({ law }) => law),
      ['Allotments Act 2026, section 2'],
    )
    assert.equal(meeting.merging.merged.words.en?.exits?.['too_young']?.title, 'The law lets you rent a plot at 18')
  })

  test('4. what they changed and we had not, such as their rent, arrives, however long they worked on it', async () => {
    assert.equal((await met()).merging.merged.service.constants['small_rent']?.is, '48.00')
  })
})

describe('handing over what came of it', () => {
  test('is done on the page: each conflict chosen, what comes of it looked at, then with those who decide', async () => {
    const dee = await app.browserOf('director', southHost)
    await dee.get('/staff/sharing')
    assert.match(dee.page.text, /New version to look at/)
    await dee.get(dee.page.href('Rent an allotment'))
    assert.match(dee.page.text, /Fixed by law/)
    await dee.submit('Hand it over for decision', {})
    assert.ok(dee.page.errors.length > 0)
    const { conflicts } = await met()
    const choices = Object.fromEntries(conflicts.map(({ path }, place) => [`settle-${place}`, path.includes('after') ? 'ours' : 'theirs']))
    await dee.submit('See what comes of it', choices)
    assert.deepEqual(dee.page.errors, [])
    await dee.submit('Hand it over for decision', choices)
    assert.match(dee.page.url, /^\/suggestions\/[0-9a-f-]{36}$/)
    const adopted = await findAdopted(south, 'allotment')
    assert.equal(adopted?.standing.state, 'handed-over')
    const proposal = await findProposal(south, adopted?.standing.proposal ?? '')
    assert.equal(proposal?.source, 'upstream')
  })

  test('changes nothing until it is decided, and moves the base once it is in use', async () => {
    const before = await publishedService(south, 'allotment')
    assert.equal(before?.definition.service.constants['small_rent']?.is, '40.00')
    const adopted = await findAdopted(south, 'allotment')
    assert.equal(adopted?.standing.base.version, adopted?.adoption.began.version)
  })
})

async function met() {
  const meeting = await findMeeting(south, 'allotment', noChoices)
  assert.ok(meeting)
  return meeting
}

function optionsOf({ merging }: Awaited<ReturnType<typeof met>>): readonly string[] {
  const [question] = merging.merged.service.sections[0]?.pages[0]?.questions ?? []
  return question?.kind === 'one-of' ? question.options.map((option) => (typeof option === 'string' ? option : option.id)) : []
}
