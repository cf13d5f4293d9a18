import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { people } from '#features/people/feature.ts'
import { startApp } from '#test/kit/app.ts'
import { attackStore } from '#test/kit/attack.ts'
import { messages } from './feature.ts'
import { send } from './index.ts'
import * as store from './store.ts'

const app = await startApp({ features: [messages, people] })
const victim = { to: 'vera@north.example', lang: 'en', subject: 'Secret', body: 'Secret', idempotency: 'one', about: 'case-1' } as const
let id = ''

describe('messages of one council', () => {
  before(async () => {
    await app.north.store.transaction(async (tx) => {
      await send(tx, victim)
      await send(tx, { ...victim, by: 'letter', idempotency: 'two' })
    })
    const [row] = await app.test.asOwner<{ id: string }>('select id from messages.message limit 1')
    id = row?.id ?? ''
  })

  test('as letters are read by those who look after all teams, not by every officer', async () => {
    for (const url of ['/staff/letters', `/staff/letters/${id}`]) {
      assert.equal((await (await app.browserOf('officer')).get(url)).status, 403)
    }
    assert.match((await (await app.browserOf('manager')).get('/staff/letters')).text, /Secret/)
  })

  test('cannot be read, sent, marked or deleted by another', async () => {
    const late = '2030-01-01T00:00:00Z'
    await attackStore(app.test, {
      functions: store,
      attacks: {
        findWaitingEmail: (tx) => store.findWaitingEmail(tx, late),
        settle: (tx) => store.settle(tx, id, { tries: 9, doneAt: late }),
        latest: (tx) => store.latest(tx),
        waitingLetters: (tx) => store.waitingLetters(tx),
        findMessage: (tx) => store.findMessage(tx, id),
        messagesAbout: (tx) => store.messagesAbout(tx, ['case-1']),
        messagesTo: (tx) => store.messagesTo(tx, 'vera@north.example'),
        forgetTo: (tx) => store.forgetTo(tx, 'vera@north.example'),
        deleteAbout: (tx) => store.deleteAbout(tx, ['case-1']),
        deleteOld: (tx) => store.deleteOld(tx, late),
        sealAnew: (tx) => store.sealAnew(tx),
        addMessages: (tx) => store.addMessages(tx, [victim]),
      },
    })
  })
})
