import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { wordsIn } from '#core/definition/index.ts'
import { preparedAllotment } from '#test/kit/allotment.ts'
import { layOut, layOutEquality } from './outline.ts'

const prepared = await preparedAllotment()
const english = wordsIn(prepared, 'en')
const welsh = wordsIn(prepared, 'cy')

describe('a service laid out for paper and phone', () => {
  const sections = layOut(prepared, english)
  const pages = sections.flatMap((section) => section.pages)

  test('numbers all questions through, and those of a group by letters', () => {
    assert.deepEqual(
      pages.flatMap(({ questions }) => questions.map(({ number }) => number)),
      ['1', '2', '3', '4', '5', '6', '7', '8'],
    )
    const members = pages.find(({ id }) => id === 'helpers')?.questions[0]?.members
    assert.deepEqual(
      members?.map(({ number, text }) => [number, text.label]),
      [
        ['3a', 'What are they called?'],
        ['3b', 'How old are they?'],
        ['3c', 'Which grown-up comes with them?'],
      ],
    )
  })

  test('says for whom a page is, and where the others go on', () => {
    const shed = pages.find(({ id }) => id === 'shed')
    assert.deepEqual([shed?.onlyIf, shed?.otherwiseTo], ['“Size” is answered “Large”', '3'])
    assert.equal(pages.find(({ id }) => id === 'size')?.onlyIf, undefined)
  })

  test('has no title above a page whose only question says the same', () => {
    assert.equal(pages.find(({ id }) => id === 'size')?.title, undefined)
    assert.equal(pages.find(({ id }) => id === 'contact')?.title, 'How can we reach you?')
  })

  test('numbers the equality questions by themselves', () => {
    assert.deepEqual(
      layOutEquality(prepared, welsh)?.questions.map(({ number }) => number),
      ['1', '2', '3', '4'],
    )
  })
})
