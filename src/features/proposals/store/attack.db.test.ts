import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messages } from '#features/messages/feature.ts'
import { newId } from '#store/uuid.ts'
import { attackStore } from '#test/kit/attack.ts'
import { freshStore } from '#test/kit/database.ts'
import { migrations } from '../migrations/index.ts'
import * as store from './index.ts'

const opened = await freshStore({ migrations: [messages.migrations, migrations] })
const north = opened.store.council('north')
const at = '2026-11-23T10:00:00.000Z'
const [id, author, person] = [newId(), newId(), newId()]
const base = `sha256:${'b'.repeat(64)}`
const digest = `sha256:${'d'.repeat(64)}`
const suggested = {
  service: 'allotment',
  version: base,
  source: 'resident',
  lang: 'en',
  due: '2026-12-21',
  origin: 'https://north.example',
}
const changed = { revision: 1, base, digest, changes: [], words: {}, examples: {}, due: '2026-12-21' }

test('another council reaches no suggested change, no backing and no counter', async () => {
  await north.transaction(async (tx) => {
    const facts = [
      {
        kind: 'suggested',
        at,
        by: author,
        data: suggested,
        personal: [{ person: author, retention: 'suggestion', value: { text: 'Mine' } }],
      },
      { kind: 'changed', at, by: author, data: changed },
      { kind: 'hidden', at, by: author, data: { rule: 'abuse', note: '' } },
      { kind: 'shown-again', at, by: author, data: { note: '' } },
    ]
    await store.addFacts(north, tx, { id, seq: 0, facts })
    await store.countToday(tx, '2026-11-23', ['somebody'])
    await store.addTelling(tx, { proposal: id, news: 'changed', seq: 2 })
  })
  assert.equal(await north.tell(store.setBackings, { proposal: id, person, digest, at }), 'done')
  await attackStore(opened, {
    functions: store,
    attacks: {
      findProposal: (tx, attacker) => store.findProposal(attacker, tx, id),
      findProposals: (tx, attacker) => store.findProposals(attacker, tx, [id]),
      addFacts: (tx, attacker) => store.addFacts(attacker, tx, { id, seq: 4, facts: [{ kind: 'withdrawn', at, by: author, data: {} }] }),
      idsOf: (tx) => store.idsOf(tx, { author }),
      countOf: (tx) => store.countOf(tx, {}),
      endOf: (tx) => store.endOf(tx, [id]),
      idsEverHidden: (tx) => store.idsEverHidden(tx),
      standing: (_, attacker) => attacker.ask(store.standing, id),
      setBackings: async (_, attacker) =>
        (await attacker.tell(store.setBackings, { proposal: id, person, digest: null, at })) !== 'changed',
      findBacking: (tx) => store.findBacking(tx, { proposal: id, person }),
      backingsBy: (tx) => store.backingsBy(tx, person),
      backersOf: (tx) => store.backersOf(tx, { proposal: id, after: '', most: 10 }),
      countToday: async (tx) => (await store.countToday(tx, '2026-11-23', ['somebody'])).some((times) => times > 1),
      addTelling: (tx) => store.addTelling(tx, { proposal: id, news: 'changed', seq: 99 }),
      takeTelling: async (tx) => (await store.takeTelling(tx))?.seq === 2,
      told: (tx) => store.told(tx, { proposal: id, seq: 2 }),
    },
    exempt: { streamOf: 'Names a stream.', backingStreamOf: 'Names a stream.' },
  })
})
