import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smallService } from '#test/kit/small-service.ts'
import type { Language } from '../definition/index.ts'
import { tellingOf } from './index.ts'
import { tellTable } from './table.ts'

const prepared = smallService({
  pages: [
    {
      id: 'first',
      questions: [
        { id: 'items', kind: 'many-of', options: ['sofa', 'bed', 'fridge'] },
        { id: 'age', kind: 'number' },
      ],
    },
  ],
  tables: [
    {
      id: 't',
      hit: 'first',
      inputs: [
        { id: 'items', is: 'items' },
        { id: 'age', is: 'age' },
      ],
      outputs: [
        { id: 'outcome', type: 'outcome' },
        { id: 'price', type: 'money' },
      ],
      rows: [
        { when: ['sofa', '(5..10)'], then: ['good', '40.00'] },
        { when: ['sofa, bed', '5'], then: ['good', '30.00'] },
        { when: ['not(sofa)', 'not(5)'], then: ['good', '20.00'] },
        { when: ['not(sofa, bed, fridge)', 'not(5, 6)'], then: ['good', '10.00'] },
        { when: ['-', '-'], then: ['bad', '0.00'] },
      ],
    },
  ],
  outcome: 't.outcome',
})

function sentences(language: Language): readonly string[] {
  return prepared.definition.tables.flatMap((one) => tellTable(one, tellingOf(prepared, language)).rows.map(({ sentence }) => sentence))
}

test('a row is one sentence in English', () => {
  assert.deepEqual(sentences('en'), [
    'If among “Items” there is “sofa”, and “Age” is more than 5 and less than 10, then “Outcome” is “good”, and “Price” is £40.00',
    'If among “Items” there is “sofa” or “bed”, and “Age” is 5, then “Outcome” is “good”, and “Price” is £30.00',
    'If among “Items” there is not “sofa”, and “Age” is not 5, then “Outcome” is “good”, and “Price” is £20.00',
    'If among “Items” there is neither “sofa” nor “bed” nor “fridge”, and “Age” is neither 5 nor 6, then “Outcome” is “good”, and “Price” is £10.00',
    'In every other case: “Outcome” is “bad”, and “Price” is £0.00',
  ])
})

test('a row is one sentence in Welsh', () => {
  assert.deepEqual(sentences('cy'), [
    'Os yw “sofa” ymhlith “Items”, ac os mwy na 5 ond llai na 10 yw “Age”, yna “good” yw “Canlyniad”; £40.00 yw “Price”',
    'Os yw “sofa” neu “bed” ymhlith “Items”, ac os 5 yw “Age”, yna “good” yw “Canlyniad”; £30.00 yw “Price”',
    'Os nad yw “sofa” ymhlith “Items”, ac os nad 5 yw “Age”, yna “good” yw “Canlyniad”; £20.00 yw “Price”',
    'Os nad yw “sofa” neu “bed” neu “fridge” ymhlith “Items”, ac os nad 5 neu 6 yw “Age”, yna “good” yw “Canlyniad”; £10.00 yw “Price”',
    'Ym mhob achos arall: “bad” yw “Canlyniad”; £0.00 yw “Price”',
  ])
})
