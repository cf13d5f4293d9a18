import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { openCase } from '#features/cases/index.ts'
import { evaluate } from '#core/journey/index.ts'
import { findProposal, listProposals } from '#features/proposals/index.ts'
import { proposals } from '#features/proposals/feature.ts'
import { replay } from '#features/replay/feature.ts'
import { publishedService } from '#features/services/index.ts'
import { newId } from '#store/uuid.ts'
import { startAllotments } from '#test/kit/allotment.ts'
import { twiceAsked } from './commands/load.ts'
import { study } from './commands/study.ts'
import { makeUpPages, simplify } from './feature.ts'

const app = await startAllotments([replay, proposals, simplify])
const root = '/staff/simplify'
const today = '2026-11-20'
const at = `${today}T10:00:00.000Z`

/** So many people who all want a shed, or none, on a plot of either size. */
async function openCases(count: number): Promise<void> {
  const published = await publishedService(app.north, 'allotment')
  assert.ok(published)
  for (let place = 0; place < count; place += 1) {
    const size = place % 2 === 0 ? 'small' : 'large'
    const answers = {
      ...{ size, helpers: [{ called: 'Bo', age: 30 }], born: '1980-03-02', full_name: 'Ada Grower', email: 'ada@example.org' },
      home: { lines: ['1 Mill Lane'], postcode: 'AB1 2EF' },
      ...(size === 'large' ? { shed: place % 4 === 1 } : {}),
    }
    const evaluation = evaluate(published.prepared, answers, today)
    const about = { prepared: published.prepared, channel: 'web', by: 'visitor', person: newId(), lang: 'en', origin: '' } as const
    await openCase(app.north, { ...about, caseId: newId(), answers, evaluation, at, today, madeUp: true })
  }
}
await openCases(80)

const officer = await app.browserOf('officer')
const manager = await app.browserOf('manager')

describe('questions that could go', () => {
  test('are for staff only', async () => {
    for (const path of [root, `${root}/allotment`]) assert.match((await app.browser().get(path)).url, /sign-in/)
  })

  test('are not guessed before anybody has looked', async () => {
    await officer.get(`${root}/allotment`)
    assert.match(officer.page.text, /Nobody has looked this version through yet/)
    assert.doesNotMatch(officer.page.text, /Stop asking/)
  })

  test('are found by a worker, on past cases, with what trying it shows', async () => {
    await officer.submit('Look through it')
    assert.match(officer.page.text, /Come back in a minute/)
    const work = await app.work()
    const isDone = async () => !/Nobody has looked/.test((await officer.get(`${root}/allotment`)).text)
    while (!(await isDone())) await pause(100)
    await work.stop()
    assert.match(officer.page.text, /all 80 cases of the last twelve months were looked through/)
    assert.match(officer.page.text, /Stop asking “Shed”/)
    assert.match(officer.page.text, /No rule, message or task reads the answer/)
    assert.match(officer.page.text, /Of 80 cases, none would be decided, charged or worked out differently\. 40 would be asked less\./)
    assert.match(officer.page.text, /Too few times were measured to say/)
  })

  test('say who and what reads each answer, and why the others stay', async () => {
    assert.match(officer.page.text, /Size\s*officers; whether “Do you want a shed\?” is asked; the decision proposed; what is to be paid/)
    assert.match(officer.page.text, /Address\s*Only a person can read such an answer, and these do: officers\./)
  })

  test('give the same look for the same cases', async () => {
    const published = await publishedService(app.north, 'allotment')
    assert.ok(published)
    const [one, other] = [
      await study(app.north, { definition: published.definition, at }),
      await study(app.north, { definition: published.definition, at }),
    ]
    assert.equal(one.digest, other.digest)
  })

  test('carry the time measured, made-up times said to be made up, and stay after a rebuild of what is counted', async () => {
    await makeUpPages(app.north, { today, at, by: newId() })
    await manager.get(`${root}/allotment`)
    assert.match(manager.page.text, /made up for a demonstration/)
    assert.match(manager.page.text, /About \d+ minutes \(surely between \d+ and \d+\)/)
    await makeUpPages(app.north, { today, at, by: newId() })
    const before = manager.page.text
    await manager.get(`${root}/allotment`)
    assert.equal(manager.page.text, before, 'made up once')
  })

  test('become a suggested change with one click, the typed change filled in', async () => {
    await officer.get(`${root}/allotment`)
    await officer.post(`${root}/allotment/suggest`, { candidate: 'drop:shed' })
    assert.match(officer.page.url, /^\/staff\/suggestions\//)
    assert.match(officer.page.text, /The question “Shed” is no longer asked|no longer asked/)
    const found = await findProposal(app.north, officer.page.url.split('/').at(-1) ?? '')
    assert.ok(found?.content?.changes.some(({ kind, path }) => kind === 'removed' && path.at(-1) === 'shed'))
  })

  test('leave out a question somebody says is needed, with the reason and the name, until it is taken back', async () => {
    const need = { question: 'shed', reason: '' }
    await officer.post(`${root}/allotment/need`, need)
    assert.match(officer.page.text, /Say what the answer is used for/)
    await officer.post(`${root}/allotment/need`, { ...need, reason: 'The carpenter builds it' })
    assert.match(officer.page.text, /The question is kept/)
    assert.doesNotMatch(officer.page.text, /Stop asking “Shed”/)
    assert.match(officer.page.text, /The carpenter builds it/)
    await officer.submit('Take this back')
    assert.match(officer.page.text, /Stop asking “Shed”/)
  })

  test('refuse a question or service that is not there, and a candidate that is gone', async () => {
    assert.equal((await officer.post(`${root}/allotment/need`, { question: 'constructor', reason: 'x' })).status, 404)
    assert.equal((await officer.get(`${root}/nothing`)).status, 404)
    await officer.post(`${root}/allotment/suggest`, { candidate: 'drop:size' })
    assert.match(officer.page.text, /could not be made a suggested change/)
  })

  test('asked in several services are listed with why, and can be suggested to be filled in', async () => {
    await officer.get(root)
    assert.match(officer.page.text, /Full name|Name/)
    const before = (await listProposals(app.north, {})).found
    const [first] = await twiceAsked(app.north)
    assert.deepEqual(
      first?.places.map(({ service }) => service),
      ['allotment', 'tennis-club'],
    )
    await officer.submit('Suggest filling it in (Address)')
    assert.match(officer.page.text, /filled in for people who have already told us/)
    assert.equal((await listProposals(app.north, {})).found, before + 1)
  })
})

test('what was measured of a page goes into the log once its day is over', async () => {
  const ada = app.browser()
  await ada.get('/services/allotment/apply')
  await ada.submit('Continue', { size: 'small' })
  app.setClock('2026-11-24T10:00:00.000Z')
  await app.runTask('simplify.pages')
  const facts = await app.north.store.transaction((tx) => app.north.store.log.factsOf(tx, 'simplify/allotment/pages'))
  assert.equal(facts.filter(({ kind, by }) => kind === 'pages-counted' && by === 'folkmoot').length, 1)
  await app.runTask('simplify.pages')
  assert.equal(
    (await app.north.store.transaction((tx) => app.north.store.log.factsOf(tx, 'simplify/allotment/pages'))).length,
    facts.length,
  )
})
