import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cy } from './cy.ts'
import { en } from './en.ts'
import { filled } from './index.ts'

const welsh: Readonly<Record<string, string>> = cy
const names = (sentence: string) => [...sentence.matchAll(/%\{\w+\}/g)].map(String).toSorted()

describe('words', () => {
  it('have the same gaps to fill in both languages, and are never empty', () => {
    for (const [key, sentence] of Object.entries(en)) {
      assert.deepEqual(names(welsh[key] ?? ''), names(sentence), key)
      assert.notEqual(welsh[key]?.trim(), '', key)
    }
    assert.deepEqual(Object.keys(welsh).toSorted(), Object.keys(en).toSorted())
  })

  it('are translated: the only sentences alike are those that are the same in both', () => {
    const alike = Object.entries(en).filter(([key, sentence]) => welsh[key] === sentence)
    assert.deepEqual(
      alike.map(([key]) => key),
      ['copyFor'],
    )
  })

  it('are filled in, and leave a gap nobody fills as it is', () => {
    assert.equal(filled('%{a} of %{b}', { a: 3 }), '3 of %{b}')
  })
})
