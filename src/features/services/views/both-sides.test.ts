import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checksWordsFor } from '../words/index.ts'
import { findingsList } from './findings.ts'

test('what the person one step further is not asked is told as not asked, and what they answer alike as the same', () => {
  const said = [
    { question: 'Age', answer: '17', further: '18' },
    { question: 'Rate', answer: '3' },
    { question: 'Guarded', answer: 'Yes', isNotAskedFurther: true },
  ] as const
  const found = {
    says: 'An edge.',
    help: 'Look.',
    conflict: [],
    isFault: false,
    place: { stop: 'sent' },
    example: { day: '1 May 2026', said },
  }
  for (const lang of ['en', 'cy'] as const) {
    const { same, notAsked } = checksWordsFor(lang)
    const cells = [...String(findingsList([found], lang)).matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) =>
      cell.replace(/<[^>]*>/g, '').trim(),
    )
    assert.deepEqual(cells, ['17', '18', '3', same, 'Yes', notAsked])
  }
})
