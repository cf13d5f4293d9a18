import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { messages } from '#features/messages/feature.ts'
import { messagesTo } from '#features/messages/index.ts'
import { startApp } from '#test/kit/app.ts'
import { people } from './feature.ts'

const app = await startApp({ features: [messages, people] })
const begin = (demo: boolean) => people.begin?.(app.north, { ...app.start, demo })

describe('what a demonstration leaves in its database', () => {
  after(() => begin(true))

  test('lets nobody in once the same database is used for real: no example person, no session, no key of theirs', async () => {
    const officer = await app.browserOf('officer')
    const visitor = app.browser()
    await signInByEmail('zoe@elsewhere.example', visitor)
    const manager = await app.browserOf('manager')
    assert.equal((await officer.get('/staff')).heading, 'Your work')
    assert.equal((await visitor.get('/account')).heading, 'Your account')
    assert.equal((await manager.get('/staff/people')).status, 200)
    await begin(false)
    for (const browser of [officer, manager]) assert.equal((await browser.get('/staff')).heading, 'Sign in')
    assert.equal((await visitor.get('/account')).heading, 'Sign in', 'in a demonstration everybody reads everybody’s mail')
    const again = app.browser()
    assert.notEqual((await signInByEmail('officer@north.example', again)).heading, 'Your work')
    assert.equal((await again.get('/staff')).heading, 'Sign in')
  })

  test('revokes the keys that example people made', async () => {
    await begin(true)
    await app.test.asOwner(`insert into people.key (council_id, id, name, hash, scopes, made_by, made_at, expires_at)
      select council_id, gen_random_uuid(), 'made-up', 'h' || n, '{}', case n when 1 then id else gen_random_uuid() end, now(), '2030-01-01'
      from people.actor, generate_series(1, 2) n where council_id = 'north' and example = 'manager'`)
    await begin(false)
    assert.deepEqual(await app.test.asOwner('select hash, revoked_at is not null as revoked from people.key order by hash'), [
      { hash: 'h1', revoked: true },
      { hash: 'h2', revoked: false },
    ])
  })

  test('is there again in the next demonstration', async () => {
    await begin(true)
    assert.equal((await (await app.browserOf('officer')).get('/staff')).heading, 'Your work')
  })

  async function signInByEmail(address: string, browser: ReturnType<typeof app.browser>) {
    await browser.get('/sign-in?return=/staff')
    await browser.submit('Send me a link', { 'Email address': address })
    const sent = await app.north.store.transaction((tx) => messagesTo(tx, address))
    await browser.get(/\/sign-in\/link\/[\w-]+/.exec(sent.at(-1)?.body ?? '')?.[0] ?? '')
    return await browser.submit('Continue to sign in')
  }
})
