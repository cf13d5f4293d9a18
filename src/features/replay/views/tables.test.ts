import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Caller } from './tables.ts'

const names = { outcomes: {}, exits: {}, questions: {}, values: {}, options: {}, money: ['income'] }
const [en, cy] = [new Caller('en', names), new Caller('cy', names)]

test('says a band of amounts, numbers, days and months in words', () => {
  assert.equal(en.part('answer income', '..99999'), '£999.99 or less')
  assert.equal(en.part('answer income', '100000..249999'), '£1,000.00 to £2,499.99')
  assert.equal(en.part('answer rooms', '5..'), '5 or more')
  assert.equal(en.part('answer rooms', '3'), '3')
  assert.equal(en.part('answer debt', '-200..-1'), '-200 to -1')
  assert.equal(en.part('answer born', '..1955-12-31'), '31 December 1955 or earlier')
  assert.equal(en.part('answer since', '2020-08..2021-02'), 'August 2020 to February 2021')
})

test('says them in Welsh', () => {
  assert.equal(cy.part('answer rooms', '5..'), '5 neu fwy')
  assert.equal(cy.part('answer rooms', '..4'), '4 neu lai')
  assert.equal(cy.part('answer born', '2005-01-01..'), '1 Ionawr 2005 neu’n hwyrach')
})
