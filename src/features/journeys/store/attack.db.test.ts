import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attackStore } from '#test/kit/attack.ts'
import { freshStore } from '#test/kit/database.ts'
import { newId } from '#store/uuid.ts'
import { migrations } from '../migrations/index.ts'
import * as store from './index.ts'
import type { DraftRow } from './draft.ts'

const opened = await freshStore({ migrations: [migrations] })
const north = opened.store.council('north')
const now = '2026-11-23T10:00:00.000Z'
const later = '2027-01-01T00:00:00.000Z'

const draft: DraftRow = {
  id: newId(),
  holder: 'holder-of-north',
  service: 'allotment',
  person: newId(),
  version: 'sha256:1',
  lang: 'en',
  channel: 'web',
  sealed: north.sealer.seal({ size: 'small' }, 'here'),
  revision: 1,
  touchedAt: now,
  equalityDone: false,
  counted: { day: '2026-11-23', begun: 1, sent: 0, exited: 0 },
  measured: {
    day: '2026-11-23',
    changes: [{ page: 'size', question: '', month: '2026-11', answered: 1, seconds: 9, squares: 81, stopped: 0, errors: 0, exited: 0 }],
  },
}
const stood = { service: draft.service, version: draft.version, day: '2026-11-23' }

test('another council reaches no draft, no link and no equality answer', async () => {
  assert.equal(await north.tell(store.saveDraft, draft), true)
  const answers = { id: newId(), service: 'allotment', version: 'sha256:1', month: '2026-11-01', answers: { sex: 'female' } }
  await north.transaction(async (tx) => {
    await store.keepReturnLink(tx, { secretHash: 'secret', draftId: draft.id, expiresAt: later })
    await store.addEqualityAnswers(tx, answers)
  })
  const linked = { id: draft.id, holder: draft.holder, service: draft.service, lang: 'en' } as const
  const key = { holder: draft.holder, service: draft.service }
  await attackStore(opened, {
    functions: store,
    attacks: {
      draftOf: (_, attacker) => attacker.ask(store.draftOf, key),
      markSent: (_, attacker) => attacker.tell(store.markSent, { id: draft.id, reference: 'stolen', day: '2026-11-23' }),
      deleteDraft: (tx) => store.deleteDraft(tx, key),
      deleteOldDrafts: (tx) => store.deleteOldDrafts(tx, { unfinished: later, sent: later }, []),
      countOldDrafts: (tx) => store.countOldDrafts(tx, { unfinished: later, sent: later }, []),
      keptDraftsOf: (tx) => store.keptDraftsOf(tx, draft.person),
      deleteDraftsOf: (tx) => store.deleteDraftsOf(tx, draft.person),
      equalityMonths: (tx) => store.equalityMonths(tx),
      equalityCounts: (tx) =>
        store.equalityCounts(tx, { service: 'tennis-club', question: 'age', since: '2020-01-01', until: '2030-01-01' }),
      deleteEqualityMonth: (tx) => store.deleteEqualityMonth(tx, { ...answers, answers: 1 }),
      markEqualityDone: (tx) => store.markEqualityDone(tx, draft.id),
      findLinkedDraft: (tx) => store.findLinkedDraft(tx, 'secret', now),
      keepReturnLink: (tx) => store.keepReturnLink(tx, { secretHash: 'mine', draftId: draft.id, expiresAt: later }),
      keepCarried: (tx) => store.keepCarried(tx, { draftId: draft.id, sealed: Buffer.from('stolen') }),
      moveDraft: (tx) => store.moveDraft(tx, linked, 'thief'),
      journeyCountsOf: (tx) => store.journeyCountsOf(tx, [draft.service]),
      takeJourneyCounts: (tx) => store.takeJourneyCounts(tx, '2999-01-01'),
      countErrors: (_, attacker) => attacker.tell(store.countErrors, { ...stood, changes: [] }),
      pageCountsOf: (tx) => store.pageCountsOf(tx, draft.service),
      takePageCounts: (tx) => store.takePageCounts(tx, '2999-01-01'),
      addEqualityAnswers: (tx) => store.addEqualityAnswers(tx, answers),
    },
  })
})

test('what one council sealed, another cannot open', () => {
  const south = opened.store.council('south')
  const sealed = north.sealer.seal({ size: 'small' }, 'draft/1')
  assert.deepEqual(north.sealer.open(sealed, 'draft/1'), { size: 'small' })
  assert.equal(north.sealer.open(sealed, 'draft/2'), undefined)
  assert.equal(south.sealer.open(sealed, 'draft/1'), undefined)
  assert.equal(north.sealer.open(Buffer.from('short'), 'draft/1'), undefined)
})

test('a revision is saved once, however many try in the same moment', async () => {
  const second = { ...draft, id: newId(), holder: 'another' }
  const saved = await Promise.all([1, 2, 3].map(() => north.tell(store.saveDraft, second)))
  assert.deepEqual(saved.filter(Boolean).length, 1)
  assert.equal(await north.tell(store.saveDraft, { ...second, revision: 2 }), true)
  assert.equal(await north.tell(store.saveDraft, { ...second, revision: 2 }), false)
  assert.equal(await north.tell(store.saveDraft, { ...second, id: newId(), revision: 3 }), false, 'another draft cannot take its place')
})
