import { before, beforeEach, describe, test } from 'node:test'
import { messages } from '#features/messages/feature.ts'
import { startApp } from '#test/kit/app.ts'
import { attackStore } from '#test/kit/attack.ts'
import { people } from './feature.ts'
import * as file from './store/file.ts'
import * as links from './store/links.ts'
import * as persons from './store/people.ts'
import * as sessions from './store/sessions.ts'

const app = await startApp({ features: [messages, people] })
const now = '2026-11-23T10:00:00.000Z'
const id = '019387a0-0000-7000-8000-000000000001'
const hash = 'a'.repeat(64)
const details = { kind: 'officer', name: 'Vera Victim', email: 'vera@north.example', roles: ['manager'], teams: [], wards: [] } as const
const subject = { issuer: 'https://directory.example', subject: 'vera' }

describe('people of one council', () => {
  before(async () => {
    await app.north.store.transaction(async (tx) => {
      await persons.addPerson(tx, { ...details, id, lang: null, example: 'vera', subject })
      await sessions.addSession(tx, { id: hash, actorId: id, how: 'demo', openedAt: now })
      await sessions.addKey(tx, {
        id,
        name: 'key',
        hash,
        scopes: ['api.count'],
        madeBy: id,
        madeAt: now,
        expiresAt: '2027-11-23T10:00:00Z',
      })
      await links.addLink(tx, { id: hash, code: hash, browser: hash, email: 'vera@north.example', returnTo: '/', madeAt: now })
    })
  })

  /** What an attack before left at the attacker's own council is theirs to see. */
  beforeEach(async () => {
    for (const table of ['actor', 'link', 'key']) await app.test.asOwner(`delete from people.${table} where council_id = 'south'`)
  })

  test('cannot be reached, changed, signed in as or ended by another', async () => {
    await attackStore(app.test, {
      functions: persons,
      attacks: {
        findPerson: (tx) => persons.findPerson(tx, id),
        findPeople: (tx) => persons.findPeople(tx, [id]),
        findPersonByEmail: (tx) => persons.findPersonByEmail(tx, 'vera@north.example'),
        isOfDirectory: (tx) => persons.isOfDirectory(tx, 'vera@north.example', subject.issuer),
        findExample: (tx) => persons.findExample(tx, 'vera'),
        findPersonBySubject: (tx) => persons.findPersonBySubject(tx, subject),
        staff: (tx) => persons.staff(tx),
        changePerson: (tx) => persons.changePerson(tx, id, { name: 'Changed', isActive: false }),
        allowExamples: (tx) => persons.allowExamples(tx, false),
        countOtherManagers: (tx) => persons.countOtherManagers(tx, '019387a0-0000-7000-8000-000000000002'),
        addPerson: async (tx) => void (await persons.addPerson(tx, { ...details, id, lang: null, subject })),
      },
    })
  })

  test('keep their sessions and keys to themselves', async () => {
    await attackStore(app.test, {
      functions: sessions,
      attacks: {
        addSession: (tx) => sessions.addSession(tx, { id: hash, actorId: id, how: 'demo', openedAt: now }),
        touchSession: (tx) => sessions.touchSession(tx, hash, '2026-11-24T10:00:00Z'),
        endSession: (tx) => sessions.endSession(tx, hash, now),
        endSessionsOf: (tx) => sessions.endSessionsOf(tx, id, now),
        addKey: (tx) => sessions.addKey(tx, { id, name: 'k', hash, scopes: [], madeBy: id, madeAt: now, expiresAt: now }),
        revokeKey: (tx) => sessions.revokeKey(tx, id, now),
        endDemonstration: (tx) => sessions.endDemonstration(tx, now),
        keys: async (tx) => (await sessions.keys(tx)).filter(({ name }) => name === 'key'),
        sessionHolder: (_tx, attacker) => attacker.ask(sessions.sessionHolder, { hash, now }),
        keyHolder: (_tx, attacker) => attacker.ask(sessions.keyHolder, { hash, now }),
      },
    })
  })

  test('keep what is known of them to themselves', async () => {
    const email = 'vera@north.example'
    const use = { at: now, actorId: id, audit: 'case-read', about: { id }, requestId: 'r' }
    await app.north.store.tell(sessions.recordUse, use)
    await attackStore(app.test, {
      functions: file,
      attacks: {
        sessionsOf: (tx) => file.sessionsOf(tx, id),
        linksOf: (tx) => file.linksOf(tx, email),
        usesBy: (tx) => file.usesBy(tx, id),
        usesAbout: (tx) => file.usesAbout(tx, [id], ''),
        deletePerson: (tx) => file.deletePerson(tx, { id, email }),
      },
    })
  })

  test('keep their sign-in links to themselves', async () => {
    await attackStore(app.test, {
      functions: links,
      attacks: {
        addLink: (tx) => links.addLink(tx, { id: hash, code: hash, browser: hash, email: 'x@y.example', returnTo: '/', madeAt: now }),
        forgetOld: (tx) => links.forgetOld(tx, '2030-01-01T00:00:00Z'),
        countLinksOf: (tx) => links.countLinksOf(tx, 'vera@north.example', now),
        findLink: async (tx) => {
          await links.forgetOld(tx, '2030-01-01T00:00:00Z')
          return await links.findLink(tx, hash, now)
        },
        findLinkToTry: (tx) => links.findLinkToTry(tx, hash, now),
        useLink: (tx) => links.useLink(tx, hash, now),
      },
    })
  })
})
