import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, beforeEach, describe, test } from 'node:test'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { people } from '#features/people/feature.ts'
import { startApp } from '#test/kit/app.ts'
import { messages } from './feature.ts'
import { forgetAbout, type Message, send, sendEach } from './index.ts'

/** A real mail server on loopback that takes what it is given, or answers as told. */
const inbox: ParsedMail[] = []
let answer: 'take' | 'later' | 'never' = 'take'
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo(_address, _session, done) {
    if (answer === 'take') done()
    else done(Object.assign(new Error('no'), { responseCode: answer === 'later' ? 451 : 550 }))
  },
  onData(stream, _session, done) {
    simpleParser(stream).then((mail) => {
      inbox.push(mail)
      done()
    }, done)
  },
})
const port = await new Promise<number>((resolve) => {
  const listening = mailServer.listen(0, '127.0.0.1', () => resolve(portOf(listening.address())))
})
const app = await startApp({ features: [messages, people], demo: false, smtpUrl: `smtp://127.0.0.1:${port}` })
after(() => mailServer.close())

function portOf(address: string | AddressInfo | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}

const letter: Message = {
  to: 'ada@example.org',
  lang: 'en',
  subject: 'Your membership',
  body: 'Dear Ada\n\nYour membership is **granted**. [See why](https://example.org/why).',
  idempotency: 'case-1/decided',
  about: 'case-1',
}

const deliver = () => app.runTask('messages.deliver')
const rows = () =>
  app.test.asOwner<{ tries: number; done: boolean; given_up: boolean; failure: string | null }>(
    'select tries, done_at is not null as done, given_up_at is not null as given_up, failure from messages.message order by id',
  )

describe('a message', () => {
  beforeEach(async () => {
    inbox.length = 0
    answer = 'take'
    app.setClock('2026-11-23T10:00:00.000Z')
    await app.test.asOwner('delete from messages.message')
  })

  const hand = async (message: Message) => {
    await app.north.store.transaction((tx) => send(tx, message))
    await app.test.asOwner(`update messages.message set next_try_at = '2026-11-23T10:00:00Z' where tries = 0`)
  }

  test('arrives once, in words and HTML, from the council by name', async () => {
    await hand(letter)
    await deliver()
    await deliver()
    assert.equal(inbox.length, 1)
    const [mail] = inbox
    assert.equal(mail?.subject, 'Your membership')
    assert.deepEqual(mail?.from?.value, [{ name: 'north Council', address: 'help@north.example' }])
    assert.match(mail?.text ?? '', /Your membership is granted/)
    assert.match(String(mail?.html), /<strong>granted<\/strong>.*<a class="govuk-link" href="https:\/\/example.org\/why">See why<\/a>/s)
    assert.equal(mail?.headers.get('content-language'), 'en')
  })

  test('handed over twice with one key is one message', async () => {
    await hand(letter)
    await hand(letter)
    await app.north.store.transaction((tx) => sendEach(tx, [letter, { ...letter, subject: 'Another' }]))
    assert.equal((await rows()).length, 1)
  })

  test('of a transaction that is undone never goes out', async () => {
    const undone = app.north.store.transaction(async (tx) => {
      await send(tx, letter)
      throw new Error('undone')
    })
    await assert.rejects(undone)
    await deliver()
    assert.equal(inbox.length, 0)
  })

  test('is tried again after 10 seconds, then 20, when the mail server says later', async () => {
    await hand(letter)
    answer = 'later'
    await deliver()
    await deliver()
    assert.deepEqual(await rows(), [{ tries: 1, done: false, given_up: false, failure: 'EENVELOPE 451' }])
    app.setClock('2026-11-23T10:00:10.000Z')
    await deliver()
    app.setClock('2026-11-23T10:00:29.000Z')
    await deliver()
    assert.equal((await rows())[0]?.tries, 2)
    answer = 'take'
    app.setClock('2026-11-23T10:00:30.000Z')
    await deliver()
    assert.deepEqual(await rows(), [{ tries: 3, done: true, given_up: false, failure: null }])
    assert.equal(inbox.length, 1)
  })

  test('is given up at once when the mail server says never, and holds up no other', async () => {
    await hand(letter)
    answer = 'never'
    await deliver()
    answer = 'take'
    await hand({ ...letter, idempotency: 'case-2/decided' })
    await deliver()
    assert.deepEqual(
      (await rows()).map(({ done, given_up }) => ({ done, given_up })),
      [
        { done: false, given_up: true },
        { done: true, given_up: false },
      ],
    )
  })

  test('sent again because we died before noting it has the same Message-ID', async () => {
    await hand(letter)
    await deliver()
    await app.test.asOwner('update messages.message set done_at = null')
    await deliver()
    assert.equal(inbox.length, 2)
    assert.ok(inbox[0]?.messageId)
    assert.equal(inbox[0]?.messageId, inbox[1]?.messageId)
  })

  test('is sent by one of two workers', async () => {
    for (let count = 0; count < 10; count += 1) await hand({ ...letter, idempotency: `case-${count}` })
    await Promise.all([deliver(), deliver()])
    assert.equal(inbox.length, 10)
    assert.equal(new Set(inbox.map(({ messageId }) => messageId)).size, 10)
  })

  test('cannot be given further headers or people by what stands in it', async () => {
    await hand({ ...letter, subject: 'Hello\r\nBcc: spy@evil.example', to: 'ada@example.org' })
    await deliver()
    assert.equal(inbox[0]?.bcc, undefined)
    assert.equal(inbox[0]?.headers.has('bcc'), false)
  })

  test('goes when what it is about is erased, at its own council only', async () => {
    await hand(letter)
    await app.south.store.transaction((tx) => forgetAbout(tx, ['case-1']))
    assert.equal((await rows()).length, 1)
    await app.north.store.transaction((tx) => forgetAbout(tx, ['case-1']))
    assert.equal((await rows()).length, 0)
  })
})

describe('outside a demonstration', () => {
  test('there is no outbox page', async () => {
    assert.equal((await app.browser().get('/outbox')).status, 404)
  })
})
