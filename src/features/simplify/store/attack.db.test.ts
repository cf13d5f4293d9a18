import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rebuild } from '#store/rebuild.ts'
import { attackStore } from '#test/kit/attack.ts'
import { freshStore } from '#test/kit/database.ts'
import { migrations } from '../migrations/index.ts'
import * as store from './index.ts'

const opened = await freshStore({ migrations: [migrations], projections: [store.pagesProjection] })
const north = opened.store.council('north')
const at = '2026-11-02T10:00:00.000Z'
const empty = { version: 'sha256:1', question: '', stopped: 0, errors: 0, exited: 0 }
const cell = { ...empty, month: '2026-10', page: 'name', answered: 40, seconds: 400, squares: 5000 }
const assessment = { version: `sha256:${'0'.repeat(64)}`, sampled: 1, madeUp: 0, questions: [], candidates: [], kept: [] } as const
const study = { service: 'club', version: 'sha256:1', madeAt: at, cases: 1, removed: 0, ms: 1, digest: 'd', assessment }
const asked = { service: 'club', from: '2026-01' }

async function count(): Promise<void> {
  await north.transaction(async (tx) => {
    const facts = [store.countedFact([cell], { at, by: 'somebody' })]
    await store.applyPages(tx, await north.log.append(tx, { stream: store.countsStreamOf('club'), facts }))
  })
}

test('another council reaches no count and no look at a service', async () => {
  await count()
  await north.transaction((tx) => store.putStudy(tx, study))
  assert.deepEqual((await north.transaction((tx) => store.findStudy(tx, study)))?.assessment, assessment)
  await attackStore(opened, {
    functions: store,
    attacks: {
      pageFigures: (tx) => store.pageFigures(tx, asked),
      findStudy: (tx) => store.findStudy(tx, study),
      applyPages: (tx) => store.applyPages(tx, []),
      // It writes a row of the attacker’s own.
      putStudy: (tx) => store.putStudy(tx, { ...study, digest: 'stolen' }),
    },
    exempt: { streamOf: 'a name', countsStreamOf: 'a name', countedFact: 'a pure function' },
  })
})

test('counts of the same page add up, and come out the same when made from the log again', async () => {
  await count()
  const figures = () => north.transaction((tx) => store.pageFigures(tx, asked))
  const before = await figures()
  assert.deepEqual(
    before.map(({ page, answered, seconds, isMadeUp }) => [page, answered, seconds, isMadeUp]),
    [['name', 80, 800, false]],
  )
  await rebuild({ store: opened.store, council: 'north', projections: [store.pagesProjection] })
  assert.deepEqual(await figures(), before)
})
