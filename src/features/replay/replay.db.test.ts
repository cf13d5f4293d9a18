import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answers, type Definition, prepare } from '#core/definition/index.ts'
import { sidesOf, trialQuery } from '#core/replay/index.ts'
import { openCase } from '#features/cases/index.ts'
import { eraseKeys, findKeys } from '#store/erasure.ts'
import { catchUp } from '#store/follow.ts'
import { startWorker } from '#store/jobs.ts'
import { rebuild } from '#store/rebuild.ts'
import { verifyLog } from '#store/verify.ts'
import { attackStore } from '#test/kit/attack.ts'
import { clubCouncil, submission } from '#test/kit/club-council.ts'
import { freshStore } from '#test/kit/database.ts'
import { tennisClubDefinition } from '#test/kit/tennis-club.ts'
import { carryOutLater } from './commands/try.ts'
import { findTrial, listTrials, releasedTrial, releaseTrial, tryOn } from './index.ts'
import { jobs } from './jobs.ts'
import * as store from './store/index.ts'

const kit = await freshStore({ projections: [store.pastCaseProjection] })
const council = await clubCouncil(kit.store, 'north')
const at = '2026-11-23T10:00:00.000Z'
const service = 'tennis-club'
const now = tennisClubDefinition()

/** The club with its yearly fee, the age from which it is paid, or both, changed. */
function changed({ fee = '120.00', from = 18 }: { fee?: string; from?: number }): Definition {
  const { yearly } = now.service.constants
  assert.ok(yearly)
  const constants = { ...now.service.constants, yearly: { ...yearly, is: fee } }
  return { ...now, service: { ...now.service, constants, conditions: { ...now.service.conditions, young: `age < ${from}` } } }
}

async function apply(change: { readonly answers?: Answers; readonly madeUp?: true; readonly at?: string }): Promise<string> {
  const sent = submission(change)
  const opened = await openCase(council, sent)
  assert.ok('reference' in opened)
  return sent.caseId
}

const ask = (to: Definition) => tryOn(council, { service, from: now, to, by: 'olga', at })
const rows = () => kit.asOwner<{ case_id: string; answers: unknown }>('select * from replay.past_case order by case_id')
const ages = (count: number, age: number) => Promise.all(Array.from({ length: count }, () => apply({ answers: { age } })))

await ages(20, 30)
await ages(16, 17)
await ages(3, 70)

test('remembers of a case what a rule can read, and of the rest only that there was an answer', async () => {
  await catchUp(council.store, store.pastCaseProjection)
  const [row] = await kit.asOwner('select * from replay.past_case order by opened, case_id limit 1')
  assert.deepEqual(row?.answers, { age: 30 })
  assert.deepEqual(row?.given, ['full_name', 'email', 'phone', 'home', 'health'])
  assert.doesNotMatch(JSON.stringify(await rows()), /Ada|Court|bad knee|ada@/)
})

test('tries a version on the cases of the last twelve months, and gives the same again', async () => {
  await apply({ answers: { age: 40 }, at: '2025-11-22T10:00:00.000Z' })
  const run = await ask(changed({ fee: '130.00' }))
  assert.equal(run.state, 'done')
  assert.deepEqual([run.since, run.until, run.cases, run.trial?.madeUp], ['2025-11-23', '2026-11-23', 39, 0])
  assert.deepEqual(run.trial?.fee, { more: 23, less: 0, same: 16, other: 0, before: 276_000, after: 299_000 })
  assert.equal(run.trial?.changed, 23)
  const again = await ask(changed({ fee: '130.00' }))
  assert.notEqual(again.id, run.id)
  assert.deepEqual([again.population, again.digest], [run.population, run.digest])
  assert.deepEqual(await findTrial(council, run.id), run)
  assert.deepEqual((await listTrials(council, service)).map(({ id }) => id).sort(), [run.id, again.id].sort())
})

test('makes figures public rounded and in groups of ten, once for the same two versions', async () => {
  const run = await ask(changed({ fee: '130.00' }))
  const result = await releaseTrial(council, { trial: run.id, by: 'olga', at })
  assert.ok('released' in result)
  const { fee, cases, changed: differently } = result.released
  assert.equal(fee.more + fee.same, cases)
  assert.ok(fee.same >= 10 && fee.same % 5 === 0 && fee.more >= 10 && fee.more % 5 === 0)
  assert.equal(differently, fee.more)
  assert.deepEqual(await releasedTrial(council, run.id), result.released)
  await ages(20, 50)
  const later = await ask(changed({ fee: '130.00' }))
  assert.deepEqual(await releaseTrial(council, { trial: later.id, by: 'sam', at }), result)
  const [fact] = await kit.asOwner('select kind, by, data from log.fact where stream = $1', [`trial/${run.id}`])
  assert.deepEqual([fact?.kind, fact?.by], ['released', 'olga'])
})

test('tells three people apart in no release, however the limit is moved round them', async () => {
  for (const from of [60, 69, 70, 71, 80]) {
    const run = await ask(changed({ from }))
    const result = await releaseTrial(council, { trial: run.id, by: 'olga', at })
    assert.ok('released' in result)
    const { less, same, more, other } = result.released.fee
    for (const count of [less, same, more, other]) assert.ok(count === 0 || count >= 10, `${from}: ${count}`)
  }
  const groups = await kit.asOwner<{ cases: number }>('select count(*)::int as cases from replay.grouped_case group by group_id')
  assert.ok(groups.length > 1 && groups.every(({ cases }) => cases >= 10))
})

test('forgets with the keys: the row, the group, and the count of those that are gone', async () => {
  const caseId = await apply({ answers: { age: 33 } })
  await catchUp(council.store, store.pastCaseProjection)
  const before = await ask(changed({ fee: '140.00' }))
  const keys = await council.store.transaction((tx) => findKeys(tx, { stream: `case/${caseId}` }))
  await eraseKeys(council.store, kit.store.keys, { keys, by: 'records', at, reason: 'asked for', projections: council.store.projections })
  assert.equal((await rows()).find((row) => row.case_id === caseId)?.answers, null)
  const after = await ask(changed({ fee: '140.00' }))
  assert.deepEqual([after.cases, after.removed], [before.cases - 1, before.removed + 1])
  assert.notEqual(after.population, before.population)
  assert.deepEqual(await kit.asOwner('select from replay.grouped_case where case_id = $1', [caseId]), [])
})

test('keeps, when only some classes are erased, what the others still hold', async () => {
  const caseId = await apply({ answers: { age: 34 } })
  const keys = await council.store.transaction((tx) => findKeys(tx, { stream: `case/${caseId}`, retention: 'health' }))
  await eraseKeys(council.store, kit.store.keys, { keys, by: 'records', at, reason: 'time', projections: council.store.projections })
  await catchUp(council.store, store.pastCaseProjection)
  const [row] = await kit.asOwner('select answers, given from replay.past_case where case_id = $1', [caseId])
  assert.deepEqual(row, { answers: { age: 34 }, given: ['full_name', 'email', 'phone', 'home'] })
})

test('makes the same rows again from the log', async () => {
  const before = await rows()
  await rebuild({ store: kit.store, council: 'north', projections: [store.pastCaseProjection] })
  assert.deepEqual(await rows(), before)
  assert.deepEqual((await verifyLog(council.store, { keys: kit.store.keys })).findings, [])
})

test('says of made-up cases that they are', async () => {
  await apply({ answers: { age: 30 }, madeUp: true })
  assert.equal((await ask(changed({ fee: '150.00' }))).trial?.madeUp, 1)
})

test('makes nothing public of fewer than ten cases', async () => {
  const few = await clubCouncil(kit.store, 'south')
  await openCase(few, submission())
  const run = await tryOn(few, { service, from: now, to: changed({ fee: '130.00' }), by: 'olga', at })
  assert.equal(run.cases, 1)
  assert.deepEqual(await releaseTrial(few, { trial: run.id, by: 'olga', at }), { refused: 'too-few-cases' })
  assert.deepEqual(await releaseTrial(few, { trial: 'nonsense', by: 'olga', at }), { refused: 'no-such-trial' })
})

test('goes on after the answer where there are more cases than anybody waits for', async () => {
  await kit.asOwner(`insert into replay.past_case (council_id, case_id, service, version, opened, channel, lang, made_up, answers, given, left_empty)
    select 'north', gen_random_uuid(), 'tennis-club', 'v', '2026-05-01', 'web', 'en', false, jsonb_build_object('age', i % 90), '{}', '{health}' from generate_series(1, 10500) as i`)
  await kit.asOwner(`insert into replay.typed_case
      (council_id, service, case_id, mark1, mark2, opened, opened_digits, channel, made_up, fits, g1, g2, g3, l1, l2, l3)
    select council_id, service, case_id, 1, 1, opened, 20260501, 0, false, false, 0, 0, 0, 0, 0, 0 from replay.past_case where version = 'v'`)
  // No SQL says this of a text, so that each case is gone through.
  const unsaid = changed({ fee: '160.00' })
  const run = await ask({
    ...unsaid,
    service: { ...unsaid.service, conditions: { ...unsaid.service.conditions, young: 'age < 18 && "a".startsWith("a")' } },
  })
  assert.deepEqual([run.state, run.trial], ['running', undefined])
  assert.deepEqual(await releaseTrial(council, { trial: run.id, by: 'olga', at }), { refused: 'still-running' })
  const worker = await startWorker({ store: kit.store, jobs })
  try {
    for (let tries = 0; (await findTrial(council, run.id))?.state !== 'done' && tries < 200; tries += 1)
      await new Promise((done) => setTimeout(done, 50))
    const done = await findTrial(council, run.id)
    assert.ok(done?.trial && done.cases > 10_500 && done.done === done.cases)
    assert.deepEqual(done.ways, { bySql: 0, byRules: done.cases, reasons: ['startsWith()'] })
    await carryOutLater(council.store, run.id)
    assert.deepEqual(await findTrial(council, run.id), done)
    assert.deepEqual(await releaseTrial(council, { trial: run.id, by: 'olga', at }), { state: 'soon' })
    for (let tries = 0; !(await releasedTrial(council, run.id)) && tries < 200; tries += 1)
      await new Promise((done) => setTimeout(done, 50))
    const released = await releasedTrial(council, run.id)
    assert.ok(released && Math.abs(released.fee.more - done.trial.fee.more) <= 20)
  } finally {
    await worker.stop()
  }
})

test('gives another council nothing', async () => {
  const [run] = await listTrials(council, service)
  assert.ok(run)
  const window = { service, since: '2020-01-01', until: '2030-01-01' }
  const columns = await council.store.transaction((tx) => store.columnsOf(tx, service))
  const query = trialQuery(sidesOf(prepare(now), prepare(changed({ fee: '130.00' }))), columns)
  assert.ok('count' in query)
  const [{ case_id: victim } = { case_id: '' }] = await kit.asOwner<{ case_id: string }>(
    "select case_id from replay.typed_case where council_id = 'north' limit 1",
  )
  await attackStore(kit, {
    functions: store,
    attacks: {
      countPast: async (tx) => (await store.countPast(tx, window)).cases - 1,
      sampleOf: async (tx) => (await store.sampleOf(tx, window, 10)).slice(1),
      readPast: async (tx) => (await store.readPast(tx, window, { after: undefined, most: 10 })).slice(1),
      readLatest: async (tx) => (await store.readLatest(tx, window, 10)).slice(1),
      findPast: (tx) => store.findPast(tx, service, victim),
      countOdd: (tx) => store.countOdd(tx, window, 10),
      findRun: (tx) => store.findRun(tx, run.id),
      latestRuns: async (tx) => (await store.latestRuns(tx, service, 10)).filter(({ id }) => id === run.id),
      findReleased: (tx) => store.findReleased(tx, run),
      getVersion: (tx) => store.getVersion(tx, 'sha256:0'),
      groupsOf: (tx) => store.groupsOf(tx, { service, split: '' }),
      moveTrial: (tx) => store.moveTrial(tx, run.id, 1),
      finishTrial: async (tx) =>
        run.trial &&
        (await store.finishTrial(tx, run.id, {
          ms: 1,
          population: '',
          digest: '',
          trial: run.trial,
          ways: { bySql: 0, byRules: 0, reasons: [] },
          split: [],
        })),
      publishTrial: async (tx) => run.released && (await store.publishTrial(tx, run.id, { released: run.released, at })),
      isCalledOff: (_, attacker) => attacker.ask(store.isCalledOff, run.id),
      callOff: (tx) => store.callOff(tx, run.id, 'mallory'),
      columnsOf: async (tx) => (await store.columnsOf(tx, service)).cases - 1,
      spreadOf: async (tx) => {
        const column = { slot: 'n1', family: 'number', hasGaps: false, least: 0, most: 0, seen: [] } as const
        return ((await store.spreadOf(tx, column, { ...window, cases: 1 }))?.most ?? 30) - 30
      },
      countTyped: async (tx) => (await store.countTyped(tx, window)).cases - 1,
      countCells: async (tx) => (await store.countCells(tx, query, window)).filter(({ cases }) => Number(cases) > 1),
      findInCells: async (tx) => (await store.findInCells(tx, query, { population: window, keys: ['0'] })).map(({ key }) => key),
      typedAmong: async (tx) => [...(await store.typedAmong(tx, [victim]))],
      clearTyped: async (tx) => {
        await store.clearTyped(tx)
      },
      removeTyped: async (tx) => {
        await store.removeTyped(tx, [victim])
      },
      waitForRelease: (tx) => store.waitForRelease(tx, service),
    },
    exempt: {
      backendOf: 'says which process works for whoever asks',
      putTyped: 'writes rows of the own council, whatever it names',
      addTrial: 'writes rows of the own council, whatever it names',
      keepVersion: 'writes rows of the own council, whatever it names',
      putGroups: 'writes rows of the own council, whatever it names',
    },
  })
})
