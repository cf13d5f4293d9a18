import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openCase } from '#features/cases/index.ts'
import { cases } from '#features/cases/feature.ts'
import { journeys } from '#features/journeys/feature.ts'
import { addresses } from '#features/addresses/feature.ts'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { proposals } from '#features/proposals/feature.ts'
import { services } from '#features/services/feature.ts'
import { liftHold, placeHold } from '#store/erasure.ts'
import { newId } from '#store/uuid.ts'
import { verifyLog } from '#store/verify.ts'
import { startApp } from '#test/kit/app.ts'
import { submission } from '#test/kit/club-council.ts'
import { tennisClubFolder } from '#test/kit/tennis-club.ts'
import { records } from './feature.ts'
import { dispose, erasePerson, exportPerson, findPeople } from './index.ts'
import { sources } from './domain/index.ts'

const app = await startApp({
  features: [messages, people, addresses, services, cases, journeys, proposals, records],
  now: '2026-11-03T10:00:00.000Z',
  packFolders: [tennisClubFolder],
  settings: 'services: [{ id: tennis-club, sponsors: { member: Councillor A, director: Director B } }]\n',
})
const { north, test: database } = app
async function opened(change: Parameters<typeof submission>[0] = {}) {
  const sent = submission(change)
  const result = await openCase(north, sent)
  assert.ok('reference' in result)
  return { ...sent, reference: result.reference }
}

/** Decided and closed by an officer on the day the clock shows. */
async function closed(caseId: string) {
  const officer = await app.browserOf('officer')
  await officer.get(`/staff/cases/${caseId}`)
  await officer.submit('Record the decision', { 'You are a member': true })
  await officer.submit('Close')
}

const order = (person: string) => ({ person, by: newId(), at: '2026-11-04T10:00:00.000Z', today: '2026-11-04', reason: 'asked for' })
const classesOf = async (caseId: string) =>
  (await database.asOwner<{ retention: string }>('select retention from log.key where stream = $1 order by 1', [`case/${caseId}`])).map(
    ({ retention }) => retention,
  )

describe('disposal', () => {
  test('takes each retention class on its own day, says so in the history, and the log still verifies', async () => {
    const { caseId, reference } = await opened({ answers: { full_name: 'Zoe Shorttime' } })
    await closed(caseId)
    assert.deepEqual(await classesOf(caseId), ['health', 'membership'])
    assert.deepEqual((await dispose(north, { at: '2027-05-02T10:00:00.000Z' })).due, [], 'the day before')
    const planned = await dispose(north, { at: '2027-05-03T10:00:00.000Z', isDryRun: true })
    const item = { reference, service: 'tennis-club', retention: 'health', goesOn: '2027-05-03', isHeld: false }
    assert.deepEqual(planned.due, [item])
    assert.deepEqual(await classesOf(caseId), ['health', 'membership'], 'a dry run takes nothing')
    assert.deepEqual((await dispose(north, { at: '2027-05-03T10:00:00.000Z' })).due, [item])
    assert.deepEqual(await classesOf(caseId), ['membership'])
    assert.deepEqual((await dispose(north, { at: '2027-05-03T10:00:00.000Z' })).due, [], 'once')
    await dispose(north, { at: '2032-11-03T10:00:00.000Z' })
    assert.deepEqual(await classesOf(caseId), [])
    const facts = await database.asOwner<{ data: unknown }>('select data from log.fact where stream = $1 and kind = $2 order by seq', [
      `case/${caseId}`,
      'disposed',
    ])
    assert.deepEqual(
      facts.map(({ data }) => data),
      [
        { classes: ['health'], isLast: false },
        { classes: ['membership'], isLast: true },
      ],
    )
    assert.deepEqual(await database.asOwner('select name from cases.queue where case_id = $1', [caseId]), [{ name: null }])
    assert.deepEqual((await verifyLog(north.store, { keys: database.store.keys })).findings, [])
  })

  test('leaves a case that is still open, however old', async () => {
    const { caseId } = await opened()
    await dispose(north, { at: '2060-01-01T10:00:00.000Z' })
    assert.deepEqual(await classesOf(caseId), ['health', 'membership'])
  })

  for (const [what, target] of [
    ['the case', (caseId: string) => ({ stream: `case/${caseId}` })],
    ['the person', (_: string, person: string) => ({ person })],
    ['the whole council', () => ({})],
  ] as const) {
    test(`honours a legal hold on ${what} and names what it keeps`, async () => {
      const { caseId, person, reference } = await opened()
      await closed(caseId)
      const doing = { by: 'lawyer', at: '2026-11-03T10:00:00.000Z' }
      const hold = await north.store.transaction((tx) => placeHold(tx, { ...target(caseId, person), ...doing, reason: 'court' }))
      const { due } = await dispose(north, { at: '2040-01-01T10:00:00.000Z' })
      assert.deepEqual(
        due.filter((one) => one.reference === reference).map(({ isHeld }) => isHeld),
        [true, true],
      )
      assert.deepEqual(await classesOf(caseId), ['health', 'membership'])
      await north.store.transaction((tx) => liftHold(tx, hold, doing))
      await dispose(north, { at: '2040-01-01T10:00:00.000Z' })
      assert.deepEqual(await classesOf(caseId), [])
    })
  }
})

describe('erasure on request', () => {
  test('leaves nothing of the person in any table, and says nothing about them in what is written down', async () => {
    const mark = 'Quirinus Xylophone'
    const { person, caseId, reference } = await opened({ answers: { full_name: mark, email: 'quirinus@example.org' } })
    assert.ok((await tablesWith([mark, 'quirinus@example.org'])).length > 0, 'it was there')
    const outcome = await erasePerson(north, order(person))
    assert.deepEqual(outcome, { cases: [reference], keys: 2, drafts: 0, account: false, kept: [] })
    assert.deepEqual(await tablesWith([mark, 'quirinus@example.org']), [])
    assert.deepEqual(await classesOf(caseId), [])
    assert.deepEqual(await database.asOwner('select about, answer from records.request where person = $1', [person]), [
      { about: 'erasure', answer: 'erased' },
    ])
  })

  test('erases the account of somebody who signed in, with sessions, links and mails', async () => {
    const resident = await app.browserOf('resident')
    const [account] = await database.asOwner<{ id: string }>(
      `select id from people.actor where council_id = 'north' and example = 'resident'`,
    )
    const outcome = await erasePerson(north, order(account?.id ?? ''))
    assert.equal(outcome.account, true)
    assert.deepEqual(await tablesWith(['resident@north.example']), [])
    assert.notEqual((await resident.get('/account')).heading, 'Your account')
  })

  test('keeps what a hold or a duty keeps, with the reason', async () => {
    const person = newId()
    const [one, two, three] = [await opened({ person }), await opened({ person }), await opened({ person })]
    const doing = { by: 'lawyer', at: '2026-11-03T10:00:00.000Z' }
    await north.store.transaction((tx) => placeHold(tx, { stream: `case/${two.caseId}`, ...doing, reason: 'a court case' }))
    const asked = { ...order(person), lawKeeps: [three.reference], because: 'Accounts and Audit Regulations 2015' }
    const planned = await erasePerson(north, { ...asked, isDryRun: true })
    const outcome = await erasePerson(north, asked)
    assert.deepEqual(planned, outcome)
    assert.deepEqual(outcome.cases, [one.reference])
    assert.deepEqual(
      [...outcome.kept].sort((a, b) => (a.why < b.why ? -1 : 1)),
      [
        { what: three.reference, why: 'Accounts and Audit Regulations 2015' },
        { what: two.reference, why: 'hold: a court case' },
      ],
    )
    assert.deepEqual(await classesOf(one.caseId), [])
    assert.deepEqual(await classesOf(two.caseId), ['health', 'membership'])
  })

  test('never erases the account of somebody who works here', async () => {
    const [account] = await database.asOwner<{ id: string }>(
      `select id from people.actor where council_id = 'north' and example = 'second'`,
    )
    const outcome = await erasePerson(north, order(account?.id ?? ''))
    assert.deepEqual(outcome, { cases: [], keys: 0, drafts: 0, account: false, kept: [{ what: 'account', why: 'works-here' }] })
  })
})

describe('a copy of everything held', () => {
  test('names every table that has something about the person, and leaves nothing out that it says is in it', async () => {
    const resident = await app.browserOf('officer')
    const [account] = await database.asOwner<{ id: string }>(
      `select id from people.actor where council_id = 'north' and example = 'officer'`,
    )
    const person = account?.id ?? ''
    const { caseId, reference } = await opened({ person, email: 'officer@north.example', answers: { full_name: 'Olga Herself' } })
    await resident.get('/services/tennis-club/apply')
    await north.store.transaction((tx) => placeHold(tx, { person, by: 'lawyer', at: '2026-11-03T10:00:00.000Z', reason: 'court' }))
    const other = await app.browserOf('second')
    await other.get(`/staff/cases/${caseId}`)
    const { sections } = await exportPerson(north, person, '2026-11-04T10:00:00.000Z')
    for (const table of await tablesWith([person, caseId, reference, 'officer@north.example'])) {
      const source = sources[table]
      assert.ok(source !== undefined, `${table} has something about the person and is not listed`)
      if ('section' in source) assert.ok((sections[source.section] ?? []).length > 0, `${table}: nothing in ${source.section}`)
    }
    assert.match(JSON.stringify(sections['cases']), /Olga Herself/)
    assert.match(JSON.stringify(sections['lookedAt']), /case-read/)
    assert.equal(sections['holds']?.length, 1)
  })

  test('does not say which officers dealt with it, nor anything of others', async () => {
    const { person, caseId } = await opened({ answers: { full_name: 'Ida Only' } })
    await opened({ answers: { full_name: 'Somebody Else' } })
    await closed(caseId)
    const text = JSON.stringify(await exportPerson(north, person, '2026-11-04T10:00:00.000Z'))
    const officers = await database.asOwner<{ id: string }>(`select id from people.actor where kind = 'officer'`)
    assert.match(text, /Ida Only/)
    assert.doesNotMatch(text, /Somebody Else|Olga Officer/)
    for (const { id } of officers) assert.ok(!text.includes(id))
  })
})

describe('finding a person', () => {
  test('by reference as it is read out, by id, by email of an account, and by email over all cases', async () => {
    const { person, reference } = await opened({ answers: { email: 'findme@example.org' } })
    const found = [{ person, references: [reference], hasAccount: false }]
    const spoken = `${reference.slice(0, 3)} ${reference.slice(3, 6).toLowerCase()}-${reference.slice(6)}`
    assert.deepEqual(await findPeople(north, spoken, { everywhere: false }), found)
    assert.deepEqual(await findPeople(north, person, { everywhere: false }), found)
    assert.deepEqual(await findPeople(north, 'findme@example.org', { everywhere: false }), [])
    assert.deepEqual(await findPeople(north, 'FindMe@example.org', { everywhere: true }), found)
    assert.equal((await findPeople(north, 'manager@north.example', { everywhere: false }))[0]?.hasAccount, true)
    assert.deepEqual(await findPeople(north, newId(), { everywhere: false }), [])
    assert.deepEqual(await findPeople(app.south, person, { everywhere: true }), [], 'never another council’s')
  })
})

/** Tables with a row of the council in which one of these texts stands, whatever the column. */
async function tablesWith(texts: readonly string[]): Promise<string[]> {
  const tables = await database.asOwner<{ name: string }>(`select format('%I.%I', table_schema, table_name) as name
    from information_schema.columns where column_name = 'council_id' and table_name <> 'council' order by 1`)
  const found: string[] = []
  for (const { name } of tables) {
    const hits = await database.asOwner(
      `select from ${name} t where council_id = 'north' and exists (select from unnest($1::text[]) s where strpos(t::text, s) > 0) limit 1`,
      [texts],
    )
    if (hits.length > 0) found.push(name)
  }
  return found
}
