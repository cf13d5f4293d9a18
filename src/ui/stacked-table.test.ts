import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stackedTable } from './stacked-table.ts'

test('a table that is stacked on phones says at every value which column it is of, but not at the first, which heads its block', () => {
  const shown = String(
    stackedTable('Costs', {
      head: [{ text: 'What' }, { text: 'Cost & more', format: 'numeric' }],
      rows: [[{ text: 'Van' }, { text: '£3', format: 'numeric' }]],
    }),
  )
  assert.match(shown, /<td class="govuk-table__cell govuk-table__cell--numeric" data-label="Cost &amp; more">£3<\/td>/)
  assert.match(shown, /<th scope="row" class="govuk-table__header">Van<\/th>/)
  assert.match(shown, /class="govuk-table stacked-table"/)
})
