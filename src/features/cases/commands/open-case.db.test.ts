import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { messagesAbout } from '#features/messages/index.ts'
import { migrations as messages } from '#features/messages/migrations/index.ts'
import { migrations as services } from '#features/services/migrations/index.ts'
import { clubCouncil, submission } from '#test/kit/club-council.ts'
import { freshStore } from '#test/kit/database.ts'
import { rotateKeys } from '#store/rotation.ts'
import { caseForResident, caseStatus, openCase } from '../index.ts'
import { migrations } from '../migrations/index.ts'
import { markBareDigests } from './once.ts'

const kit = await freshStore({ migrations: [services, messages, migrations], councils: [] })
const council = await clubCouncil(kit.store, 'northby')

describe('opening a case', () => {
  test('gives a reference that finds it', async () => {
    const opened = await openCase(council, submission())
    assert.ok('reference' in opened && opened.isNew)
    const status = await caseStatus(council, opened.reference.toLowerCase())
    assert.deepEqual([status?.service, status?.status, status?.outcome, status?.dueOn], ['tennis-club', 'received', null, '2026-11-09'])
  })

  test('twice from the same draft gives the same reference and one case', async () => {
    const once = submission()
    const [first, second] = await Promise.all([openCase(council, once), openCase(council, once)])
    const third = await openCase(council, once)
    assert.ok('reference' in first && 'reference' in second && 'reference' in third)
    assert.equal(first.reference, second.reference)
    assert.equal(first.reference, third.reference)
    assert.equal(third.isNew, false)
    const rows = await kit.asOwner('select from log.fact where stream = $1', [`case/${once.caseId}`])
    assert.equal(rows.length, 1)
  })

  test('is refused when what may be sent only once was sent by another', async () => {
    const home = { uprn: '200200200200', lines: ['2 Court Lane'] }
    const first = await openCase(council, submission({ answers: { home } }))
    assert.ok('reference' in first)
    assert.deepEqual(await openCase(council, submission({ answers: { home } })), { refused: 'sent-before' })
  })

  test('keeps what may be sent only once as a mark that the database alone cannot test, also what an earlier release kept bare', async () => {
    const uprn = '400400400400'
    const bare = createHash('sha256').update(`once ${council.id} tennis-club ${uprn}`).digest()
    const first = submission({ answers: { home: { uprn, lines: ['4 Court Lane'] } } })
    assert.ok('reference' in (await openCase(council, first)))
    const kept = () => kit.asOwner<{ key: Buffer }>('select key from cases.once where case_id = $1', [first.caseId])
    const [mark] = await kept()
    assert.notDeepEqual(mark?.key, bare)
    await kit.asOwner('update cases.once set key = $1, is_marked = false where case_id = $2', [bare, first.caseId])
    assert.equal(await markBareDigests(council), 1)
    assert.deepEqual(await kept(), [mark])
    await rotateKeys(council.store, { keys: council.store.keys, isAlone: true })
    const again = submission({ answers: { home: { uprn, lines: ['4 Court Lane'] } } })
    assert.deepEqual(await openCase(council, again), { refused: 'sent-before' }, 'a new key of the council changes no mark')
  })

  test('a bad one among many fails alone', async () => {
    const good = Array.from({ length: 10 }, () => submission())
    const bad = submission({ caseId: 'not-a-uuid', answers: { home: { uprn: '300300300300', lines: ['3 Court Lane'] } } })
    const results = await Promise.allSettled([...good, bad].map((one) => openCase(council, one)))
    assert.deepEqual(
      results.map(({ status }) => status),
      [...good.map(() => 'fulfilled'), 'rejected'],
    )
  })

  test('sends the message of that moment in the language of the person, with the price', async () => {
    const sent = submission({ lang: 'cy' })
    await openCase(council, sent)
    const rows = await council.store.transaction((tx) => messagesAbout(tx, [sent.caseId]))
    assert.equal(rows.length, 1)
    assert.match(rows[0]?.subject ?? '', /^Mae eich cais gennym [0-9A-Z-]{11}$/)
    assert.match(rows[0]?.body ?? '', /£120.*00\. https:\/\/northby\.example\/cy\/track\?reference=/)
  })

  test('shows the resident what they sent, in their words, when they prove that it is theirs', async () => {
    const opened = await openCase(council, submission())
    assert.ok('reference' in opened)
    const { reference } = opened
    const lang = 'en'
    const mine = await caseForResident(council, { reference, proof: { contact: 'ADA@example.org' }, lang })
    assert.deepEqual(
      mine?.answers.find(({ label }) => label === 'Age'),
      { label: 'Age', value: '30' },
    )
    assert.equal(await caseForResident(council, { reference, proof: { contact: 'eve@example.org' }, lang }), undefined)
    assert.ok(await caseForResident(council, { reference, proof: { contact: '+44 1632 960123' }, lang }))
  })

  test('keeps nothing personal in the clear but the name for searching', async () => {
    const sent = submission()
    await openCase(council, sent)
    const [row] = await kit.asOwner<{ all: string }>('select q::text as all from cases.queue q where case_id = $1', [sent.caseId])
    const [fact] = await kit.asOwner<{ all: string }>('select f::text as all from log.fact f where stream = $1', [`case/${sent.caseId}`])
    assert.match(row?.all ?? '', /Ada Player/)
    assert.doesNotMatch(row?.all ?? '', /ada@example|01632|Court Lane/)
    assert.doesNotMatch(fact?.all ?? '', /Ada Player|ada@|Court Lane|bad knee/)
  })
})
