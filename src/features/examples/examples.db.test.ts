import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { evaluate } from '#core/journey/index.ts'
import { diff } from '#core/diff/index.ts'
import { amend } from '#core/amendment/index.ts'
import { openCase } from '#features/cases/index.ts'
import { findProposal, proposeChanges } from '#features/proposals/index.ts'
import { proposals } from '#features/proposals/feature.ts'
import { replay } from '#features/replay/feature.ts'
import { companionsOf, publish, publishedService } from '#features/services/index.ts'
import { newId } from '#store/uuid.ts'
import { allotmentFiles, startAllotments } from '#test/kit/allotment.ts'
import type { Browser } from '#test/kit/app.ts'
import { examples } from './feature.ts'

const app = await startAllotments([replay, proposals, examples])
const root = '/staff/examples/allotment'
const today = '2026-11-20'
const at = `${today}T10:00:00.000Z`
const published = await publishedService(app.north, 'allotment')
assert.ok(published)
const { prepared, definition, version } = published

/** Somebody real, with a telling name and address. */
async function realCase(): Promise<string> {
  const answers = {
    ...{
      size: 'small',
      helpers: [{ called: 'Zebedee', age: 30 }],
      born: '1980-03-02',
      full_name: 'Zuleika Dobson',
      email: 'zuleika@real.example',
    },
    ...{
      home: { uprn: '100100000009', lines: ['7 Unusual Yard'], town: 'Northby', postcode: 'NB7 7ZZ', ward: 'Tinyward' },
      notes: 'I lost my leg in 1999',
    },
  }
  const about = { prepared, channel: 'web', by: 'visitor', person: newId(), lang: 'en', origin: '' } as const
  const evaluation = evaluate(prepared, answers, today)
  const opened = await openCase(app.north, { ...about, caseId: newId(), answers, evaluation, at, today })
  assert.ok('reference' in opened)
  return opened.reference
}

async function suggestedChange(): Promise<string> {
  const dearer = amend(definition, { edit: 'set-constant', constant: 'small_rent', to: '41.00' })
  assert.ok('definition' in dearer)
  const about = { service: 'allotment', base: version, source: 'officer', by: newId(), at, today, lang: 'en', origin: '' } as const
  const proposed = await proposeChanges(app.north, { ...about, changes: diff(definition, dearer.definition) })
  assert.ok('id' in proposed)
  return proposed.id
}

const identifying = /Zuleika|Zebedee|real\.example|Unusual|Northby|NB7|100100000009|Tinyward|\bleg\b/
const reference = await realCase()
const officer = await app.browserOf('officer')

describe('the example people of a service', () => {
  test('are shown to officers with what they reach, and to nobody else', async () => {
    await officer.get('/staff/examples')
    assert.match(officer.page.text, /Rent an allotment/)
    await officer.get(root)
    for (const heading of ['Pages', 'Rows of rules', 'Answers to choose from', 'Ends and decisions'])
      assert.match(officer.page.text, new RegExp(heading))
    assert.match(officer.page.text, /Nobody/)
    assert.match((await app.browser().get(root)).url, /sign-in/)
  })
})

describe('an example person made of a real case', () => {
  test('needs a case that whoever asks may read in full', async () => {
    await officer.get(root)
    await officer.submit('See what would remain', { reference: 'NO-SUCH-CASE' })
    assert.match(officer.page.text, /no such case that you may read in full/)
  })

  test('is shown exactly as it would be before anything is kept, with nothing that identifies anybody', async () => {
    await officer.get(root)
    await officer.submit('See what would remain', { reference })
    assert.match(officer.page.text, /What would remain of this case/)
    assert.doesNotMatch(officer.page.body.replaceAll(/council|North/gi, ''), identifying)
    assert.match(officer.page.text, /same pages, meet the same rows of rules and get the same decision/)
    assert.match(officer.page.text, /With the service as it is in use/)
    assert.doesNotMatch(officer.page.text, /With the suggested change/)
  })

  test('goes with a suggested change once it is named and confirmed, and not before', async () => {
    const proposal = await suggestedChange()
    await officer.get(root)
    await officer.submit('See what would remain', { reference })
    await officer.submit('Keep the example person', { title: 'A small plot with one helper', 'goes-with': proposal })
    assert.match(officer.page.text, /Confirm that nobody can be recognised/)
    assert.deepEqual((await findProposal(app.north, proposal))?.content?.examples, {})
    await officer.submit('Keep the example person', { title: 'A small plot with one helper', 'goes-with': proposal, confirmed: 'yes' })
    assert.equal(officer.page.url, `/staff/suggestions/${proposal}`)
    const text = (await findProposal(app.north, proposal))?.content?.examples['scenarios/a-small-plot-with-one-helper.yaml'] ?? ''
    assert.match(text, /fee: "40\.00"/)
    assert.doesNotMatch(text, identifying)
    assert.match(officer.page.text, /£40\.00/, 'they would pay more, expected beside what would come')
  })

  test('goes with the service in use, which stays the version it is, once that is chosen', async () => {
    await officer.get(root)
    await officer.submit('See what would remain', { reference })
    await officer.submit('Keep the example person', { title: 'A helper on a small plot', confirmed: 'yes' })
    assert.match(officer.page.text, /Choose where it goes/)
    await officer.submit('Keep the example person', { title: 'A helper on a small plot', confirmed: 'yes', 'goes-with': 'now' })
    assert.equal(officer.page.url, `${root}?done=released`)
    assert.match(officer.page.text, /goes with the service from now on/)
    assert.match(officer.page.text, /A helper on a small plot.*Added on .* by/)
    assert.equal((await publishedService(app.north, 'allotment'))?.version, version)
    const files = await companionsOf(app.north, 'allotment', version)
    assert.match(files.get('scenarios/a-helper-on-a-small-plot.yaml') ?? '', /fee: "40\.00"/)
    assert.equal((await companionsOf(app.south, 'allotment', version)).size, files.size - 1)
  })

  test('is held against every change from then on', async () => {
    const dearer = await suggestedChange()
    await officer.get(`/staff/suggestions/${dearer}`)
    assert.match(officer.page.text, /A helper on a small plot/)
    await officer.get(`/suggestions/${dearer}/change/set-constant?part=small_rent`)
    await officer.submit('See what it would do', { to: '45.00' })
    assert.match(officer.page.text, /A helper on a small plot.*£40\.00.*£45\.00/, 'also while it is edited')
  })

  test('has a name of its own', async () => {
    await officer.get(root)
    await officer.submit('See what would remain', { reference })
    await officer.submit('Keep the example person', { title: 'A helper on a small plot', confirmed: 'yes', 'goes-with': 'now' })
    assert.match(officer.page.text, /There is an example person of that name already/)
  })

  test('can be taken out again, which those that came with the version cannot', async () => {
    await officer.get(root)
    await officer.submit('Take out')
    assert.match(officer.page.text, /no longer goes with the service/)
    assert.ok(!(await companionsOf(app.north, 'allotment', version)).has('scenarios/a-helper-on-a-small-plot.yaml'))
    assert.equal(officer.page.body.includes('Take out'), false)
  })

  test('keeps its name while two are made of the same name at once', async () => {
    const making = async (browser: Browser) => {
      await browser.get(root)
      await browser.submit('See what would remain', { reference })
      return () => browser.submit('Keep the example person', { title: 'Both at once', confirmed: 'yes', 'goes-with': 'now' })
    }
    const keepers = [await making(await app.browserOf('officer')), await making(await app.browserOf('officer'))]
    const pages = await Promise.all(keepers.map((keep) => keep()))
    assert.equal(pages.filter(({ text }) => /There is an example person of that name already/.test(text)).length, 1)
    assert.equal(pages.filter(({ url }) => url === `${root}?done=released`).length, 1)
  })

  test('that a later version came with stays with it, also when a page from before asks to take it out', async () => {
    const path = 'scenarios/both-at-once.yaml'
    const before = await app.browserOf('officer')
    await before.get(root)
    const files = await allotmentFiles((text, file) =>
      file === 'words.en.yaml' ? text.replace('within a month', 'within a fortnight') : text,
    )
    const text = (await companionsOf(app.north, 'allotment', version)).get(path)
    assert.ok(text)
    const later = await publish(app.north, { files: new Map([...files, [path, text]]), by: 'mo', at })
    assert.ok(later.state === 'published', JSON.stringify(later))
    await before.submit('Take out')
    assert.ok((await companionsOf(app.north, 'allotment', later.version)).has(path))
  })

  test('is asked for by POST only, so that no reference stands in an address', async () => {
    assert.equal((await officer.get(`${root}/from-case`)).status, 404)
  })
})
