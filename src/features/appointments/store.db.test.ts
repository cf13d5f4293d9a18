import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attackStore } from '#test/kit/attack.ts'
import { freshStore } from '#test/kit/database.ts'
import { newId } from '#store/uuid.ts'
import { migrations } from './migrations/index.ts'
import * as store from './store.ts'

const kit = await freshStore({ migrations: [migrations] })
const north = kit.store.council('north')
const diary = { service: 'tennis-lessons', appointment: 'lesson' }

async function timeWith(places: number, day = '2026-12-01', at = '09:00'): Promise<string> {
  const id = newId()
  await north.transaction((tx) => store.addTimes(tx, [{ ...diary, id, day, at, minutes: 60, places }]))
  return id
}

const take = (timeId: string, caseId = newId()) =>
  north.transaction((tx) => store.takePlace(tx, { caseId, reference: 'A1', appointment: 'lesson', timeId }))
const takenOf = async (id: string) => (await north.transaction((tx) => store.findTime(tx, id)))?.taken

const idsFrom = async (from: string) =>
  (await north.transaction((tx) => store.timesFrom(tx, diary, { from, most: 100 }))).filter(({ day }) => day === from).map(({ id }) => id)

test('of forty who ask at once for three places, three get one', async () => {
  const id = await timeWith(3)
  const came = await Promise.allSettled(Array.from({ length: 40 }, () => take(id)))
  const refused = came.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  assert.equal(came.filter(({ status }) => status === 'fulfilled').length, 3)
  assert.ok(refused.every((reason) => reason instanceof store.NoRoom))
  assert.equal(await takenOf(id), 3)
  const [row] = await kit.asOwner<{ places: string }>('select count(*) as places from appointments.place where time_id = $1', [id])
  assert.equal(Number(row?.places), 3)
})

test('many who swap between two full times lose nothing and take nothing twice', async () => {
  const [one, other] = [await timeWith(4, '2026-12-02'), await timeWith(4, '2026-12-03')]
  const people = Array.from({ length: 6 }, newId)
  await Promise.all(people.map((caseId, index) => take(index % 2 === 0 ? one : other, caseId)))
  for (let round = 0; round < 5; round += 1) {
    await Promise.allSettled(people.map((caseId, index) => take((index + round) % 2 === 0 ? other : one, caseId)))
    assert.equal(((await takenOf(one)) ?? 0) + ((await takenOf(other)) ?? 0), 6)
  }
})

test('the database itself counts: the program may not write how many places are taken', async () => {
  const id = await timeWith(1, '2026-12-04')
  await assert.rejects(
    north.transaction((tx) =>
      tx
        .withTables<{ 'appointments.time': { taken: number; id: string } }>()
        .updateTable('appointments.time')
        .set({ taken: 0 })
        .where('id', '=', id)
        .execute(),
    ),
    /permission denied/,
  )
})

test('a time that is booked takes no more when it is taken back, and a free one is gone', async () => {
  const [booked, free] = [await timeWith(5, '2026-12-05'), await timeWith(5, '2026-12-06')]
  await take(booked)
  for (const id of [booked, free]) await north.transaction((tx) => store.withdrawTime(tx, diary, id))
  assert.deepEqual(await idsFrom('2026-12-05'), [booked])
  await assert.rejects(take(booked), store.NoRoom)
  await assert.rejects(take(free), store.NoRoom)
})

test('a time taken back stays closed when the one who had booked it cancels', async () => {
  const [id, caseId] = [await timeWith(2, '2026-11-30'), newId()]
  await take(id, caseId)
  await north.transaction((tx) => store.withdrawTime(tx, diary, id))
  await north.transaction((tx) => store.leavePlace(tx, { caseId }))
  await assert.rejects(take(id), store.NoRoom)
  assert.ok(!(await idsFrom('2026-11-30')).includes(id))
})

test('free times are those with a place left, from an hour of the first day on', async () => {
  await timeWith(1, '2027-01-04', '09:00')
  await timeWith(1, '2027-01-04', '10:00')
  const full = await timeWith(1, '2027-01-05', '09:00')
  await take(full)
  const found = await north.transaction((tx) =>
    store.freeTimes(tx, { ...diary, from: '2027-01-04', to: '2027-01-31', after: '09:30', most: 10 }),
  )
  assert.deepEqual(
    found.map(({ day, at }) => `${day} ${at}`),
    ['2027-01-04 10:00'],
  )
})

test('another council reaches no time and no place', async () => {
  const id = await timeWith(2, '2027-02-01')
  const caseId = newId()
  await take(id, caseId)
  await attackStore(kit, {
    functions: store,
    attacks: {
      findTime: (tx) => store.findTime(tx, id),
      freeTimes: (tx) => store.freeTimes(tx, { ...diary, from: '2026-01-01', to: '2099-01-01', most: 10 }),
      timesFrom: (tx) => store.timesFrom(tx, diary, { from: '2026-01-01', most: 10 }),
      withdrawTime: (tx) => store.withdrawTime(tx, diary, id),
      takePlace: (tx) => store.takePlace(tx, { caseId: newId(), reference: 'A1', appointment: 'lesson', timeId: id }),
      leavePlace: (tx) => store.leavePlace(tx, { caseId }),
      addTimes: (tx) =>
        store.addTimes(tx, [{ ...diary, id: newId(), day: '2027-02-01', at: '09:00', minutes: 60, places: 9 }]).then(() => 0),
      putPlaces: (tx) => store.putPlaces(tx, [{ caseId: newId(), reference: 'A1', appointment: 'lesson', timeId: id }]),
      clearPlaces: (tx) => store.clearPlaces(tx),
    },
    exempt: { NoRoom: 'an error', timesProjection: 'rows made again' },
  })
})
