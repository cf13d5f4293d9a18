import assert from 'node:assert/strict'
import { test } from 'node:test'
import { diaryOf, type Plan, planned, streamOf, timesAfter } from './domain.ts'

const plan: Plan = { from: '2026-11-23', to: '2026-12-04', weekdays: [1, 3], hours: '9:00, 10.30\n09:00', places: '2' }
const faultsOf = (change: Partial<Plan>) => {
  const read = planned({ ...plan, ...change }, '2026-11-23')
  return 'faults' in read ? read.faults : []
}

test('a plan gives its days, its hours each once and in order, and its places', () => {
  assert.deepEqual(planned(plan, '2026-11-23'), {
    days: ['2026-11-23', '2026-11-25', '2026-11-30', '2026-12-02'],
    hours: ['09:00', '10:30'],
    places: 2,
  })
})

test('everything wrong with a plan is said at once', () => {
  assert.deepEqual(faultsOf({ from: '2026-11-22', to: 'soon', weekdays: [], hours: '25:00', places: '0' }), [
    'from',
    'to',
    'weekdays',
    'hours',
    'places',
  ])
  assert.deepEqual(faultsOf({ to: '2026-11-20' }), ['to'])
  assert.deepEqual(faultsOf({ to: '2026-11-24', weekdays: [7] }), ['weekdays'])
  assert.deepEqual(faultsOf({ to: '2028-11-24' }), ['too-many'])
  assert.deepEqual(faultsOf({ to: '2027-11-20', weekdays: [1, 2, 3, 4, 5], hours: '9:00 10:00 11:00 12:00' }), ['too-many'])
})

test('the log says which times there are: what was booked when it was taken back is closed, the rest is gone, and can come again', () => {
  const diary = diaryOf(streamOf({ service: 'tennis-lessons', appointment: 'lesson' }))
  const offered = (id: string, at: string) => ({
    kind: 'times-offered',
    data: { days: ['2026-12-01'], hours: [at], places: 2, minutes: 60, times: [{ id, day: '2026-12-01', at }] },
  })
  const back = (hour: string, isGone: boolean) => ({ kind: 'time-taken-back', data: { day: '2026-12-01', hour, isGone } })
  const facts = [offered('a', '09:00'), offered('b', '10:00'), back('09:00', true), back('10:00', false), offered('c', '09:00')]
  const known = { service: 'tennis-lessons', appointment: 'lesson', day: '2026-12-01', minutes: 60, places: 2 }
  assert.deepEqual(
    timesAfter(diary, facts).toSorted((one, other) => one.at.localeCompare(other.at)),
    [
      { ...known, id: 'c', at: '09:00', isClosed: false },
      { ...known, id: 'b', at: '10:00', isClosed: true },
    ],
  )
})
