import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attackStore } from '#test/kit/attack.ts'
import { freshStore } from '#test/kit/database.ts'
import { migrations } from './migrations/index.ts'
import * as store from './store.ts'

const opened = await freshStore({ migrations: [migrations] })
const north = opened.store.council('north')
const at = '2026-11-23T10:00:00.000Z'
const digest = 'a'.repeat(64)

test('another council reaches no package and no look, and cannot put one in their place', async () => {
  await north.transaction(async (tx) => {
    await store.keepPackage(tx, { digest, file: Buffer.from('as it came'), at })
    await store.noteLook(tx, 'club', { at, problem: null })
  })
  await attackStore(opened, {
    functions: store,
    attacks: {
      keepPackage: (tx) => store.keepPackage(tx, { digest, file: Buffer.from('another'), at }),
      findPackageFile: (tx) => store.findPackageFile(tx, digest.replace('a', 'b')),
      findLook: (tx) => store.findLook(tx, 'hall'),
      noteLook: (tx) => store.noteLook(tx, 'club', { at, problem: 'none' }),
    },
  })
  assert.equal((await north.transaction((tx) => store.findPackageFile(tx, digest)))?.toString(), 'as it came')
})

test('a package is kept as it came, for ever', async () => {
  await north.transaction((tx) => store.keepPackage(tx, { digest, file: Buffer.from('another'), at }))
  assert.equal((await north.transaction((tx) => store.findPackageFile(tx, digest)))?.toString(), 'as it came')
  const change = north.transaction((tx) =>
    tx.withTables<{ 'sharing.package': { digest: string } }>().updateTable('sharing.package').set({ digest: 'x' }).execute(),
  )
  await assert.rejects(change, /permission denied/)
})
