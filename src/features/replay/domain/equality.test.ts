import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { boundsOf } from './equality.ts'

test('the truth lies between the bounds, whoever the people of a group are', () => {
  const person = fc.record({ group: fc.constantFrom('a', 'b', 'c'), isChanged: fc.boolean(), hasSaid: fc.boolean() })
  fc.assert(
    fc.property(fc.array(fc.array(person, { minLength: 10, maxLength: 80 }), { minLength: 1, maxLength: 4 }), (months) => {
      const told = months.filter((people) => people.filter(({ hasSaid }) => hasSaid).length >= 10)
      const { parts } = boundsOf(
        'q',
        months.map((people) => ({
          cases: people.length,
          changed: people.filter(({ isChanged }) => isChanged).length,
          answers: new Map(
            [
              ...Map.groupBy(
                people.filter(({ hasSaid }) => hasSaid),
                ({ group }) => group,
              ),
            ].map(([group, own]) => [group, own.length]),
          ),
        })),
      )
      for (const { part, people, changedAtLeast, changedAtMost } of parts) {
        const own = told.flat().filter(({ group, hasSaid }) => hasSaid && group === part)
        if (people === null) continue
        const changed = own.filter(({ isChanged }) => isChanged).length
        assert.ok(own.length >= 10 && people % 5 === 0)
        assert.ok((changedAtLeast ?? 0) - 3 <= changed && changed <= (changedAtMost ?? 0) + 3)
      }
    }),
  )
})

test('fewer than ten people are not shown, nor one group alone that the others would give away', () => {
  const months = [
    {
      cases: 100,
      changed: 50,
      answers: new Map([
        ['a', 40],
        ['b', 30],
        ['c', 4],
      ]),
    },
  ]
  assert.ok(boundsOf('q', months).parts.every(({ people }) => people === null))
  assert.deepEqual(
    boundsOf('q', [
      {
        cases: 100,
        changed: 90,
        answers: new Map([
          ['a', 60],
          ['b', 40],
        ]),
      },
    ]).parts,
    [
      { part: 'a', people: 60, changedAtLeast: 50, changedAtMost: 60 },
      { part: 'b', people: 40, changedAtLeast: 30, changedAtMost: 40 },
    ],
  )
})

test('a month with few answers tells nothing', () => {
  assert.deepEqual(boundsOf('q', [{ cases: 100, changed: 50, answers: new Map([['a', 9]]) }]).parts, [])
})
