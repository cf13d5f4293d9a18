import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { people } from '#features/people/feature.ts'
import { MasterKeys } from '#store/keys.ts'
import { rotateKeys } from '#store/rotation.ts'
import { openStore } from '#store/store.ts'
import { startApp } from '#test/kit/app.ts'
import { messages } from './feature.ts'
import { forgetTo, type Message, messagesTo, send } from './index.ts'

const app = await startApp({ features: [messages, people] })
const letter: Message = {
  to: 'Ada@Example.org',
  lang: 'en',
  subject: 'Your membership is granted',
  body: 'Dear Ada\n\nGo on at https://north.example/return/opensesame',
  idempotency: 'case-1/decided',
  about: 'case-1',
}

const hand = (message: Message) => app.north.store.transaction((tx) => send(tx, message))
const sentTo = (address: string) => app.north.store.transaction((tx) => messagesTo(tx, address))
const beginAgain = () => messages.begin?.(app.north, app.start)

/** Every row of every table of ours, as whoever holds the database or a backup would read it. */
async function everythingKept(): Promise<string> {
  const tables = await app.test.asOwner<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const texts = []
  for (const { name } of tables) texts.push(await app.test.asOwner<{ row: string }>(`select t::text as row from ${name} t`))
  return texts
    .flat()
    .map(({ row }) => row)
    .join('\n')
    .toLowerCase()
}

describe('a message that is kept', () => {
  beforeEach(() => app.test.asOwner('truncate messages.message'))

  test('stands nowhere in the clear: not whom it goes to, nor what it says, in letters or as bytes', async () => {
    await hand(letter)
    await hand({ ...letter, by: 'letter', to: 'Ada Lovelace\n1 Court Lane', idempotency: 'case-1/letter' })
    const kept = await everythingKept()
    assert.match(kept, /case-1\/decided/, 'the rows were looked at')
    for (const secret of ['ada@example', 'dear ada', 'lovelace', 'membership', 'opensesame', 'court lane']) {
      assert.ok(!kept.includes(secret), secret)
      assert.ok(!kept.includes(Buffer.from(secret).toString('hex')), `${secret}, as bytes`)
    }
  })

  test('is found by its address however that is written, and forgotten by it', async () => {
    await hand(letter)
    await hand({ ...letter, to: 'bob@example.org', idempotency: 'case-2' })
    const [found] = await sentTo('ada@EXAMPLE.org')
    assert.deepEqual([found?.to, found?.subject, found?.body], [letter.to, letter.subject, letter.body])
    await app.north.store.transaction((tx) => forgetTo(tx, 'ADA@example.org'))
    assert.deepEqual(await sentTo('ada@example.org'), [])
    assert.equal((await sentTo('bob@example.org')).length, 1)
  })

  test('is shown in the outbox of a demonstration, and as a letter to print', async () => {
    await hand(letter)
    await hand({ ...letter, by: 'letter', to: 'Ada Lovelace\n1 Court Lane', idempotency: 'case-1/letter' })
    const manager = await app.browserOf('manager')
    assert.match((await manager.get('/outbox')).text, /Your membership is granted To Ada@Example.org/)
    await manager.get('/staff/letters')
    await manager.click('Your membership is granted')
    assert.match(manager.page.text, /Ada Lovelace\s*1 Court Lane/)
    await manager.submit('It is printed')
    assert.match(manager.page.text, /No letters wait/)
  })

  test('in the clear since an earlier version is sealed at the next start', async () => {
    await app.test.asOwner(`insert into messages.message (council_id, id, idempotency, by, recipient, lang, subject, body, asked_at, next_try_at)
      select 'north', gen_random_uuid(), 'old-' || n, 'email', 'old' || n || '@example.org', 'en', 'Old', 'News', now(), now() from generate_series(1, 1200) n`)
    await beginAgain()
    assert.doesNotMatch(await everythingKept(), /@example\.org|old'|news/)
    const [found] = await sentTo('old7@example.org')
    assert.deepEqual([found?.to, found?.subject, found?.body], ['old7@example.org', 'Old', 'News'])
  })

  test('opens and is found after the council’s key was changed, in this process and in another', async () => {
    await hand(letter)
    const before = await app.test.asOwner('select sealed from messages.message')
    const elsewhere = await openStore({ server: app.test.server, keys: new MasterKeys(app.test.keysFolder) })
    elsewhere.keys.of('north')
    assert.ok(messages.reseal)
    await rotateKeys(app.north.store, { keys: app.test.store.keys, isAlone: true, resealers: [messages.reseal] })
    assert.notDeepEqual(await app.test.asOwner('select sealed from messages.message'), before)
    assert.equal((await sentTo('ada@example.org'))[0]?.body, letter.body)
    const [found] = await elsewhere.council('north').transaction((tx) => messagesTo(tx, 'ada@example.org'))
    await elsewhere.close()
    assert.equal(found?.body, letter.body)
  })

  test('whose key is gone is given up, and holds up no other', async () => {
    await hand(letter)
    await app.test.asOwner(
      `update messages.message set sealed = set_byte(sealed, 3, 255 - get_byte(sealed, 3)), next_try_at = '2026-01-01'`,
    )
    await hand({ ...letter, idempotency: 'next' })
    await app.test.asOwner(`update messages.message set next_try_at = '2026-01-02' where idempotency = 'next'`)
    await app.runTask('messages.deliver')
    assert.deepEqual(
      await app.test.asOwner(
        'select done_at is not null as done, given_up_at is not null as given_up, failure from messages.message order by next_try_at',
      ),
      [
        { done: false, given_up: true, failure: 'the key that sealed it is gone' },
        { done: true, given_up: false, failure: null },
      ],
    )
  })
})
