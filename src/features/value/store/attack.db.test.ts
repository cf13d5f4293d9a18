import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catchUp } from '#store/follow.ts'
import { newId } from '#store/uuid.ts'
import { attackStore } from '#test/kit/attack.ts'
import { freshStore } from '#test/kit/database.ts'
import { migrations } from '../migrations/index.ts'
import * as store from './index.ts'

const opened = await freshStore({ migrations: [migrations], projections: [store.casesProjection, store.countsProjection] })
const north = opened.store.council('north')
const at = '2026-11-02T10:00:00.000Z'
const month = '2026-11'
const rating = { month, version: 'sha256:1', channel: 'web', moment: 'sent', points: 5 } as const
const mark = Buffer.from('mark')
const caseId = newId()

test('another council reaches no count, no rating and no case', async () => {
  await north.transaction(async (tx) => {
    const submitted = { kind: 'submitted', at, by: 'somebody', data: { service: 'club', version: 'sha256:1' } }
    const decided = { kind: 'decided', at, by: 'officer', data: { outcome: 'let', adverse: false } }
    await north.log.append(tx, { stream: `case/${caseId}`, facts: [submitted, decided] })
    await store.markRated(tx, mark)
    await store.addRating(tx, 'club', rating)
    await store.markSurveyed(tx, newId())
  })
  await catchUp(north, store.casesProjection)
  const cells = { services: ['club'], from: month, to: month }
  assert.equal((await north.transaction((tx) => store.cellsOf(tx, cells))).length > 0, true)
  const [facts] = [await north.transaction((tx) => north.log.factsOf(tx, `case/${caseId}`))]
  await attackStore(opened, {
    functions: store,
    attacks: {
      cellsOf: (tx) => store.cellsOf(tx, cells),
      findMeasured: (tx) => store.findMeasured(tx, caseId),
      isRated: (tx) => store.isRated(tx, mark),
      takeRatings: (tx) => store.takeRatings(tx, 'club'),
      unsurveyed: (tx) => store.unsurveyed(tx, { from: '2026-01-01', before: '2027-01-01', most: 10 }),
      applyCounts: (tx) => store.applyCounts(tx, facts),
      // These write rows of the attacker’s own, and say only how many of those there then are.
      markRated: async (tx) => void (await store.markRated(tx, mark)),
      addRating: async (tx) => void (await store.addRating(tx, 'club', rating)),
      markSurveyed: async (tx) => void (await store.markSurveyed(tx, caseId)),
    },
    exempt: { streamOf: 'a name', countsStreamOf: 'a name' },
  })
})
