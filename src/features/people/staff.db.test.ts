import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { messages } from '#features/messages/feature.ts'
import type { Feature } from '#http/feature.ts'
import { json } from '#http/reply.ts'
import { startApp, southHost } from '#test/kit/app.ts'
import { people } from './feature.ts'

const counter: Feature = {
  name: 'counter',
  routes: [
    {
      method: 'GET',
      path: '/api/counter/:place',
      may: 'api.count',
      audit: 'counter-read',
      for: 'api',
      handle: ({ actor }) => json({ by: actor.name, kind: actor.kind }),
    },
  ],
  migrations: {},
  permissions: { 'api.count': ['manager'], 'api.empty': ['records'] },
  scopes: [
    ['api.count', { en: 'Read the counter', cy: 'Darllen y rhifydd' }],
    ['api.empty', { en: 'Empty the counter', cy: 'Gwagio’r rhifydd' }],
  ],
}

const app = await startApp({ features: [messages, people, counter] })

describe('people and teams', () => {
  const rowOf = (name: string, table: string[][]) => table.find(([first]) => first === name)

  test('are seen by managers only', async () => {
    assert.equal((await (await app.browserOf('manager')).get('/staff/people')).status, 200)
    for (const person of ['officer', 'partner', 'councillor', 'resident']) {
      assert.equal((await (await app.browserOf(person)).get('/staff/people')).status, 403, person)
    }
  })

  test('a manager adds someone, who can then sign in, and cannot once access has ended', async () => {
    const browser = await app.browserOf('manager')
    await browser.get('/staff/people')
    await browser.click('Add a person')
    assert.equal((await browser.submit('Save')).errors.length, 2)
    await browser.submit('Save', {
      Name: 'Nell New',
      'Email address': 'nell@north.example',
      Officer: true,
      'Front desk': true,
      roles: ['officer'],
    })
    assert.deepEqual(rowOf('Nell New', browser.page.table('People and teams')), [
      'Nell New',
      'Officer',
      'Front desk',
      'Officer',
      'Has access',
    ])
    await browser.click('Nell New')
    await browser.submit('Save', { active: [] })
    assert.equal(rowOf('Nell New', browser.page.table('People and teams'))?.at(-1), 'Access ended')
  })

  test('ending access ends the sessions there are', async () => {
    const officer = await app.browserOf('second')
    const manager = await app.browserOf('manager')
    await manager.get('/staff/people')
    await manager.click('Sam Second')
    await manager.submit('Save', { active: [] })
    assert.equal((await officer.get('/staff')).heading, 'Sign in')
  })

  test('nobody changes what they may do themselves', async () => {
    const browser = await app.browserOf('manager')
    await browser.get('/staff/people')
    await browser.click('Mo Manager')
    assert.deepEqual((await browser.submit('Save', { roles: ['officer', 'manager', 'records'] })).errors, [
      'You cannot change what you may do yourself. Ask another manager',
    ])
  })

  test('a role or team nobody has heard of is refused', async () => {
    const browser = await app.browserOf('manager')
    await browser.get('/staff/people')
    await browser.click('Olga Officer')
    assert.equal((await browser.submit('Save', { roles: ['constructor'] })).errors.length, 1)
    assert.equal((await browser.submit('Save', { teams: ['elsewhere'] })).errors.length, 1)
  })

  test('a person of another council, or of no council, is not found', async () => {
    const [row] = await app.test.asOwner<{ id: string }>(`select id from people.actor where council_id = 'south' and example = 'officer'`)
    const browser = await app.browserOf('manager')
    for (const id of [row?.id ?? '', 'x', '%00', "' or 1=1 --", '__proto__']) {
      const url = `/staff/people/${encodeURIComponent(id)}`
      assert.equal((await browser.get(url)).status, 404, url)
    }
  })

  test('a key works for its scope until it is revoked, at its own council only, and is kept as a hash', async () => {
    const browser = await app.browserOf('manager')
    await browser.get('/staff/keys')
    assert.equal((await browser.submit('Make a key')).errors.length, 2)
    assert.ok(!browser.page.texts('label').includes('Empty the counter'), 'nobody gives what they may not do')
    await browser.submit('Make a key', { 'What the key is for': 'Street cleaning', 'Read the counter': true })
    const key = browser.page.texts('code')[0] ?? ''
    assert.equal(key.length, 43)
    const call = (host?: string) =>
      app.browser(host).send({ method: 'GET', url: '/api/counter/5', headers: { authorization: `Bearer ${key}` } })
    assert.deepEqual((await call()).json, { by: 'Street cleaning', kind: 'machine' })
    assert.equal((await call(southHost)).status, 401)
    const rows = await app.test.asOwner<{ all: string }>('select k::text as all from people.key k')
    assert.ok(rows.length === 1 && !rows[0]?.all.includes(key))
    assert.ok(!(await browser.get('/staff/keys')).body.includes(key))
    await browser.submit('Revoke')
    const refused = await call()
    assert.equal(refused.status, 401)
    assert.equal(refused.headers['content-type'], 'application/problem+json')
  })

  test('every use of a guarded route is in the audit trail, and no use of an open one', async () => {
    await app.test.asOwner('delete from people.use')
    const browser = await app.browserOf('manager')
    await browser.get('/sign-in')
    await browser.get('/staff/people')
    const rows = await app.test.asOwner<{ audit: string; name: string }>(
      'select u.audit, a.name from people.use u join people.actor a on a.id::text = u.actor_id order by u.id',
    )
    assert.deepEqual(
      rows.map(({ audit, name }) => `${name}: ${audit}`),
      ['Mo Manager: signed-in', 'Mo Manager: staff-home-shown', 'Mo Manager: people-listed'],
    )
  })

  test('the audit trail cannot be changed by the program', async () => {
    await assert.rejects(
      app.north.store.transaction((tx) => tx.withTables<{ 'people.use': { audit: string } }>().deleteFrom('people.use').execute()),
      /permission denied/,
    )
  })
})
