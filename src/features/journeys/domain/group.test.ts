import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Answers, GroupQuestion } from '#core/definition/index.ts'
import { entriesOf, findEntryIndex, memberName, withEntry, withoutEntry } from './group.ts'

const every = { optional: false, valid: [], yours: false }
const group: GroupQuestion = {
  ...every,
  id: 'helpers',
  kind: 'group',
  min: 1,
  max: 2,
  of: [
    { ...every, id: 'age', kind: 'number' },
    { ...every, id: 'home', kind: 'address' },
  ],
}
const one: Answers = { size: 'small', helpers: [{ age: 30 }] }
const fields = (typed: Readonly<Record<string, string>>) => ({ getAll: (name: string) => (typed[name] === undefined ? [] : [typed[name]]) })
const nothingChosen = new Map<string, never>()

describe('the entries of a group', () => {
  test('are added at the end and changed in place; other answers stay', () => {
    const typed = fields({ [memberName(group, 1, 'age')]: '12', [memberName(group, 0, 'age')]: '31' })
    const added = withEntry(one, { group, index: 1, fields: typed, addresses: nothingChosen })
    assert.deepEqual(added, { answers: { size: 'small', helpers: [{ age: 30 }, { age: 12 }] }, flaws: [] })
    assert.deepEqual(withEntry(one, { group, index: 0, fields: typed, addresses: nothingChosen }).answers, {
      size: 'small',
      helpers: [{ age: 31 }],
    })
  })

  test('name the entry and the member where something cannot be read', () => {
    const typed = fields({ [memberName(group, 1, 'age')]: 'twelve' })
    const { flaws } = withEntry(one, { group, index: 1, fields: typed, addresses: nothingChosen })
    assert.deepEqual(
      flaws.map(({ path }) => path),
      [[1, 'age']],
    )
  })

  test('take an address that was addresses before one that was typed', () => {
    const home = { uprn: '1', lines: ['1 Mill Lane'] }
    const typed = fields({ [memberName(group, 0, 'home-line1')]: '9 Far Road' })
    const { answers } = withEntry(one, { group, index: 0, fields: typed, addresses: new Map([[memberName(group, 0, 'home'), home]]) })
    assert.deepEqual(entriesOf(answers, group), [{ home }])
  })

  test('are removed one at a time', () => {
    assert.deepEqual(withoutEntry(one, group, 0), { size: 'small', helpers: [] })
  })

  test('are found by number from 1; one past the last adds, unless the group is full', () => {
    assert.equal(findEntryIndex(one, group, '1'), 0)
    assert.equal(findEntryIndex(one, group, '2'), 1)
    for (const text of ['0', '3', '01', '-1', '1.5', 'x', '']) assert.equal(findEntryIndex(one, group, text), undefined, text)
    const full = { helpers: [{ age: 1 }, { age: 2 }] }
    assert.equal(findEntryIndex(full, group, '3'), undefined)
  })

  test('are none where the stored answer is something else', () => {
    assert.deepEqual(entriesOf({ helpers: 'text' }, group), [])
    assert.deepEqual(entriesOf({}, group), [])
  })
})
