/** Looking through definitions beside the server's own thread: the same comes of it, and what goes wrong with one stops no other. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Definition } from '#core/definition/index.ts'
import { tennisClubDefinition } from '#test/kit/tennis-club.ts'
import { prove } from './prove.ts'
import { proveAside, Prover } from './proving.ts'

const definition = tennisClubDefinition()
const readme = new Map([['README.md', 'A club']])

test('gives what looking through it here gives', async () => {
  assert.deepEqual(await proveAside(definition, readme), prove(definition, readme))
})

test('works once for the same definition and the same example people, also for those who ask meanwhile', async () => {
  const first = proveAside(definition, new Map())
  assert.equal(proveAside(definition, new Map()), first)
  assert.notEqual(proveAside(definition, new Map([['README.md', 'Another']])), first)
  assert.equal((await first).warnings.length, (await first).proof?.findings.length)
})

test('says what is at fault of a definition that cannot be released', async () => {
  const { service } = definition
  const { faults, proof } = await proveAside({ ...definition, service: { ...service, outcome: 'nothing.outcome' } }, new Map())
  assert.ok(faults.length > 0)
  assert.equal(proof, undefined)
})

test('proves a version that was released although it could not be released today', async () => {
  const { service } = definition
  const old = { ...definition, service: { ...service, id: 'Not An Id' } }
  assert.equal((await proveAside(old, new Map())).proof, undefined)
  assert.ok(((await proveAside(old, undefined)).proof?.proved.length ?? 0) > 0)
})

test('goes on after one it could not read', async () => {
  const none: Definition = JSON.parse('{"service":{"id":"nothing"}}')
  await assert.rejects(proveAside(none, new Map()))
  assert.deepEqual((await proveAside(definition, readme)).faults, [])
})

/** Answers that nothing is wrong, unless the name of the service says what to do instead. */
const unruly = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ turn, definition }) => {
  const { id } = definition.service
  if (id === 'endless') for (;;) {}
  if (id === 'leaves') process.exit(1)
  if (id === 'breaks') throw new Error('Broken')
  parentPort.postMessage({ turn, proving: { faults: [], warnings: [], scenarios: [], differing: [] } })
})`

const named = (id: string): Definition => ({ ...definition, service: { ...definition.service, id } })

for (const id of ['endless', 'leaves', 'breaks'])
  test(`one that ${id === 'endless' ? 'comes to no end' : `ends the thread (${id})`} fails alone: everybody else is answered`, async () => {
    const prover = new Prover(new URL(`data:text/javascript,${encodeURIComponent(unruly)}`), 2500)
    const asked = ['first', id, 'second', 'third'].map((name) => prover.ask(named(name), undefined))
    const answers = await Promise.allSettled(asked)
    const states = answers.map(({ status }) => status)
    assert.deepEqual(states, ['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    assert.deepEqual((await prover.ask(named('fourth'), undefined)).faults, [])
  })
