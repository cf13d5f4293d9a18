/** A pack proved: what its author is told, where, in words, with an example person or the parts that contradict. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packFiles } from '#test/kit/pack.ts'
import { isProofFault, readProvedPack } from './index.ts'

function faultsOf(file: string, from: string, to: string) {
  const { faults, warnings } = readProvedPack(packFiles({ [file]: [[from, to]] }))
  return [...faults, ...warnings].filter(isProofFault)
}

test('a page that nobody reaches is told where it stands, with the conditions that contradict, in both languages', () => {
  const [fault] = faultsOf('service.yaml', 'plays && level != level.beginner', 'plays && !plays')
  assert.equal(fault?.code, 'unreachable-page')
  assert.equal(fault.severity, 'fault')
  assert.deepEqual(fault.conflict, ['pages.racket.when'])
  assert.equal(fault.file, 'service.yaml')
  assert.deepEqual(Object.keys(fault.words), ['en', 'cy'])
})

test('a gap in a table is told with somebody no row covers', () => {
  const faults = faultsOf('rules/admission.yaml', 'when: ["-"]', 'when: ["< 2"]')
  const gap = faults.find(({ code }) => code === 'table-gap')
  assert.equal(gap?.severity, 'fault')
  assert.equal(Array.isArray(gap.example?.answers['family']) && gap.example.answers['family'].length, 2)
})

test('a fee below nothing is told with whoever would get it', () => {
  const faults = faultsOf('service.yaml', 'adult ? yearly : gbp("0.00")', 'adult ? yearly : gbp("0.00") - yearly')
  assert.deepEqual(
    faults
      .map(({ code }) => code)
      .filter((code) => code.startsWith('negative'))
      .sort(),
    ['negative-amount', 'negative-fee'],
  )
})

test('a pack with faults has no definition, one with warnings has', () => {
  assert.equal(
    readProvedPack(packFiles({ 'service.yaml': [['plays && level != level.beginner', 'plays && !plays']] })).definition,
    undefined,
  )
  assert.ok(readProvedPack(packFiles()).definition !== undefined)
})
