import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { startAllotments } from '#test/kit/allotment.ts'
import { value } from './feature.ts'
import { benefitsOf } from './index.ts'

const app = await startAllotments([value])
const root = '/staff/value/allotment'

const team = {
  label: 'Pay of the team',
  pence: '1,200.00',
  per: 'year',
  kind: 'variable',
  covers: 'staff',
  share: '50',
  driver: 'cases',
  confidence: 'recorded',
  source: 'Ledger 4711',
  'from-day': '1',
  'from-month': '4',
  'from-year': '2026',
  'asOf-day': '31',
  'asOf-month': '3',
  'asOf-year': '2026',
}
const evidence = { grade: 'C', source: 'Yearly report', 'asOf-day': '31', 'asOf-month': '3', 'asOf-year': '2026' }

async function promised(): Promise<string> {
  const [benefit] = await benefitsOf(app.north, 'allotment')
  assert.ok(benefit, 'the service promises something')
  return benefit.id
}

describe('costs', () => {
  test('are entered by a manager, kept with who and when, and replaced by a later entry, never changed', async () => {
    const manager = await app.browserOf('manager')
    await manager.post(`${root}/cost`, team)
    await manager.get(root)
    assert.match(manager.page.text, /Pay of the team/)
    assert.match(manager.page.text, /£1,200\.00 a year/)
    assert.match(manager.page.text, /23 November 2026\s*Mo Manager\s*Cost: Pay of the team/)
    await manager.click('Replace Pay of the team')
    assert.equal(manager.page.value('What it is called'), 'Pay of the team')
    await manager.post(`${root}/cost?replace=pay-of-the-team`, { ...team, pence: '1,500.00', 'from-month': '10' })
    await manager.get(root)
    assert.match(manager.page.text, /£1,500\.00 a year/)
    assert.match(manager.page.text, /£1,200\.00/)
  })

  test('that are wrong are shown again with every fault, and nothing is kept', async () => {
    const manager = await app.browserOf('manager')
    const before = await app.test.asOwner("select from log.fact where stream like 'value/%'")
    await manager.post(`${root}/cost`, { label: '', pence: '-1', share: '101', 'from-day': '31', 'from-month': '2', 'from-year': '2026' })
    assert.equal(manager.page.errors.length >= 9, true, manager.page.errors.join())
    await manager.post(`${root}/cost`, { ...team, driver: 'channels' })
    assert.match(manager.page.errors.join(), /Choose the channels/)
    assert.deepEqual(await app.test.asOwner("select from log.fact where stream like 'value/%'"), before)
  })

  test('are not for officers to enter, nor for councillors', async () => {
    for (const person of ['officer', 'councillor']) {
      const visitor = await app.browserOf(person)
      assert.equal((await visitor.get(root)).status, 200)
      assert.equal((await visitor.post(`${root}/cost`, team)).status, 403)
    }
  })
})

describe('benefits', () => {
  test('stand as promised until somebody statements them, and whoever statements does not judge', async () => {
    const id = await promised()
    const officer = await app.browserOf('officer')
    const manager = await app.browserOf('manager')
    assert.equal((await benefitsOf(app.north, 'allotment'))[0]?.state, 'promised')
    await manager.post(`${root}/benefits/${id}/statement`, { figure: '34% fewer', definition: 'Admissions in a year', ...evidence })
    const [claimed] = await benefitsOf(app.north, 'allotment')
    assert.equal(claimed?.state, 'claimed')
    const statement = claimed?.statements[0]?.id ?? ''
    const judged = { verdict: 'refuted', figure: 'no difference', ...evidence }
    await manager.post(`${root}/statements/${statement}`, judged)
    assert.match(manager.page.errors.join(), /You claimed this yourself/)
    assert.equal((await officer.post(`${root}/statements/${statement}`, judged)).status, 403)
    assert.equal((await benefitsOf(app.north, 'allotment'))[0]?.state, 'claimed')
  })

  test('can be claimed by an officer and lose', async () => {
    const id = await promised()
    const officer = await app.browserOf('officer')
    await officer.post(`${root}/benefits/${id}/statement`, {
      figure: '20% fewer',
      definition: 'Letters in a year',
      ...evidence,
      grade: 'C',
    })
    const statements = (await benefitsOf(app.north, 'allotment'))[0]?.statements ?? []
    const statement = statements.at(-1)?.id ?? ''
    const manager = await app.browserOf('manager')
    await manager.post(`${root}/statements/${statement}`, { verdict: 'refuted', figure: '1% more', ...evidence, grade: 'D' })
    assert.match(manager.page.errors.join(), /weaker/)
    await manager.post(`${root}/statements/${statement}`, { verdict: 'refuted', figure: '1% more', ...evidence, grade: 'B' })
    assert.equal((await benefitsOf(app.north, 'allotment'))[0]?.state, 'refuted')
    const visitor = app.browser()
    await visitor.get('/services/allotment/value')
    assert.match(visitor.page.text, /Refuted/)
    assert.match(visitor.page.text, /1% more/)
    assert.doesNotMatch(visitor.page.text, /Mo Manager|Olga Officer/)
  })

  test('nobody promised are not found', async () => {
    const manager = await app.browserOf('manager')
    for (const path of ['/benefits/nothing/statement', '/benefits/__proto__/about', '/statements/none']) {
      assert.equal((await manager.get(`${root}${path}`)).status, 404, path)
    }
  })
})
