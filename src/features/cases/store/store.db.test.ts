import assert from 'node:assert/strict'
import { test } from 'node:test'
import { migrations as appointments } from '#features/appointments/migrations/index.ts'
import { migrations as messages } from '#features/messages/migrations/index.ts'
import { migrations as services } from '#features/services/migrations/index.ts'
import { eraseKeys, findKeys } from '#store/erasure.ts'
import { MasterKeys } from '#store/keys.ts'
import { rebuild } from '#store/rebuild.ts'
import { attackStore } from '#test/kit/attack.ts'
import { clubCouncil, officer, submission } from '#test/kit/club-council.ts'
import { freshStore } from '#test/kit/database.ts'
import { actOnCase } from '../commands/act.ts'
import { fireClocks } from '../commands/fire.ts'
import { openCase } from '../commands/open-case.ts'
import type { Deed } from '../domain/index.ts'
import { migrations } from '../migrations/index.ts'
import * as store from './index.ts'

const kit = await freshStore({ migrations: [services, messages, appointments, migrations] })
const council = await clubCouncil(kit.store, 'north')
const olga = officer()
const at = { at: '2026-11-03T10:00:00.000Z', today: '2026-11-03' }

async function worked(
  ...deeds: readonly Deed[]
): Promise<{ readonly caseId: string; readonly person: string; readonly reference: string }> {
  const { caseId, person, ...sent } = submission()
  const opened = await openCase(council, { ...sent, caseId, person })
  assert.ok('reference' in opened)
  for (const [index, deed] of deeds.entries()) {
    const acted = await actOnCase(council, { actor: olga, ...at }, { caseId, seq: index + 1, deed })
    assert.ok('done' in acted, JSON.stringify(acted))
  }
  return { caseId, person, reference: opened.reference }
}

/** Everything the lists are made of, the tally as it is read: slots together, what there is none of left out. */
async function lists(): Promise<readonly unknown[]> {
  const queue = await kit.asOwner('select * from cases.queue order by case_id')
  const flagged = await kit.asOwner('select * from cases.flagged order by flag, case_id')
  const tally = await kit.asOwner(`select team, service, status, assignee, channel, flags, sum(cases) as cases from cases.tally
    group by 1, 2, 3, 4, 5, 6 having sum(cases) <> 0 order by 1, 2, 3, 4, 5, 6`)
  return [queue, flagged, tally]
}

const first = await worked({ do: 'assign', to: olga.id }, { do: 'act', action: 'give_key', answers: { key_number: 7 } })
await worked({ do: 'ask', text: 'Which racket?' })
await worked({ do: 'decide', outcome: 'turned_away', reason: 'Full' })
await worked({ do: 'decide', outcome: 'joined', reason: '' }, { do: 'close' })
await worked()
await fireClocks(council, { at: '2026-11-10T10:00:00.000Z', today: '2026-11-10' })

test('the lists made again from the log are those that were kept', async () => {
  const live = await lists()
  const counts = await rebuild({ store: kit.store, council: 'north', projections: [store.queueProjection] })
  assert.equal(counts.get('cases.queue'), 5)
  assert.deepEqual(await lists(), live)
})

test('the tally is what counting the cases gives', async () => {
  const [counted] = await kit.asOwner<{ same: boolean }>(`select not exists (
      select team, service, status, coalesce(assignee, ''), channel, flags, count(*)::bigint from cases.queue group by 1, 2, 3, 4, 5, 6
      except
      select team, service, status, assignee, channel, flags, sum(cases)::bigint from cases.tally group by 1, 2, 3, 4, 5, 6) as same`)
  assert.equal(counted?.same, true)
})

test('another council reaches no case', async () => {
  const { caseId, person, reference } = first
  const looking = {
    filter: { status: 'all' as const },
    places: [{ team: 'front_desk', status: 'received' as const }],
    me: olga.id,
    today: '2099-01-01',
    soon: '2099-01-01',
    most: 10,
  }
  const loaded = await council.store.transaction((tx) => store.findCase(council.store, tx, caseId))
  assert.ok(loaded)
  const row = store.rowOf(loaded.current)
  const stolen = {
    caseId,
    service: 'tennis-club',
    once: undefined,
    referenceAt: () => reference,
    openingFor: () => ({ fact: { kind: 'submitted', by: 'x', data: {}, at: at.at }, row, messages: [], tasks: [] }),
  }
  const stolenTask = {
    ...{ case_id: caseId, given: 1, task: 'see_play', team: 'front_desk', who: ['coach'], service: 'tennis-club', version: 'x', reference },
    ...{ state: 'done', due_on: '2099-01-01', given_at: at.at, is_made_up: false },
  }
  await council.store.transaction(async (tx) => {
    await store.putTasks(tx, [{ ...stolenTask, state: 'open' }])
    await store.keepRenewal(tx, { secretHash: 'aa', caseId, expiresOn: '2099-01-01' })
  })
  await attackStore(kit, {
    functions: store,
    attacks: {
      findCase: (tx, attacker) => store.findCase(attacker, tx, caseId),
      addFacts: (tx, attacker) => store.addFacts(attacker, tx, { ...loaded, added: [{ kind: 'closed', by: 'x', data: {}, at: at.at }] }),
      findIdByReference: (tx) => store.findIdByReference(tx, reference),
      findByReference: (tx) => store.findByReference(tx, reference, ['front_desk']),
      findByName: (tx) => store.findByName(tx, 'Ada', { teams: ['front_desk'], most: 10 }),
      pageOf: (tx) => store.pageOf(tx, looking),
      countDue: (tx) => store.countDue(tx, looking),
      talliesOf: (tx) => store.talliesOf(tx, ['front_desk'], olga.id),
      teamsWithCases: (tx) => store.teamsWithCases(tx),
      casesToFire: (tx) => store.casesToFire(tx, '2099-01-01', 10),
      casesByArea: (tx) => store.casesByArea(tx, { service: 'tennis-club', kind: 'ward' }),
      hasAnyCase: (tx) => store.hasAnyCase(tx),
      allCaseIds: (tx) => store.allCaseIds(tx, '00000000-0000-0000-0000-000000000000', 10),
      idsOfPerson: (tx) => store.idsOfPerson(tx, person),
      rowsOfPerson: (tx) => store.rowsOfPerson(tx, person),
      clear: (tx) => store.queueProjection.clear(tx),
      forget: (tx) =>
        store.queueProjection.forget(tx, [
          { id: caseId, stream: store.streamOf(caseId), seq: 1, kind: 'submitted', at: at.at, by: 'x', data: {}, personal: [] },
        ]),
      putRows: (tx) => store.putRows(tx, [row]),
      tasksOf: (tx) => store.tasksOf(tx, { teams: 'all', roles: [], state: 'open', most: 10 }),
      countTasks: (tx) => store.countTasks(tx, { teams: 'all', roles: [], today: '2099-01-01', most: 10 }),
      keepRenewal: (tx) => store.keepRenewal(tx, { secretHash: 'ff', caseId, expiresOn: '2099-01-01' }),
      bareOnceKeys: (tx) => store.bareOnceKeys(tx, 10),
      putOnceMarks: (tx) => store.putOnceMarks(tx, [{ service: 'tennis-club', key: Buffer.from('aa'), mark: Buffer.from('bb') }]),
      putTasks: (tx) => store.putTasks(tx, [stolenTask]),
      findRenewalCase: (tx) => store.findRenewalCase(tx, 'aa', '2026-11-02'),
      openCases: (_, attacker) => attacker.tell(store.openCases, stolen).then(() => undefined),
    },
    exempt: { rowOf: 'pure', streamOf: 'pure', taskRowsOf: 'pure' },
  })
})

test('erasing a person takes their name out of the lists, and making them again does not bring it back', async () => {
  const { caseId } = first
  const stream = store.streamOf(caseId)
  const keys = await council.store.transaction((tx) => findKeys(tx, { stream }))
  const erasure = { keys, by: olga.id, at: at.at, reason: 'asked for', projections: [store.queueProjection] }
  await eraseKeys(council.store, new MasterKeys(kit.keysFolder), erasure)
  const names = () =>
    kit.asOwner<{ name: string | null; name_key: string | null }>(
      "select name, name_key from cases.queue where council_id = 'north' and case_id = $1",
      [caseId],
    )
  assert.deepEqual(await names(), [{ name: null, name_key: null }])
  assert.deepEqual(await kit.asOwner('select from messages.message where about = $1', [caseId]), [])
  const live = await lists()
  await rebuild({ store: kit.store, council: 'north', projections: [store.queueProjection] })
  assert.deepEqual(await lists(), live)
})
