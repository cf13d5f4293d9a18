import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { boundsOf, publicBoundsOf } from './equality.ts'

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

test('bounds for everybody hold the truth as long as the public figures are wrong by no more than is said', () => {
  const person = fc.record({ isMember: fc.boolean(), isChanged: fc.boolean() })
  const wrong = fc.integer({ min: -50, max: 50 })
  fc.assert(
    fc.property(fc.array(person, { minLength: 100, maxLength: 400 }), wrong, (people, by) => {
      const changed = people.filter(({ isChanged }) => isChanged).length
      const members = people.filter(({ isMember }) => isMember)
      const answers = new Map([
        ['member', members.length],
        ['other', people.length - members.length],
      ])
      const { parts } = publicBoundsOf('q', [{ answers }], { cases: people.length, changed: Math.max(0, changed + by), slack: 50 })
      for (const { part, people: count, changedAtLeast, changedAtMost } of parts) {
        if (part !== 'member' || count === null) continue
        const truth = members.filter(({ isChanged }) => isChanged).length
        assert.ok((changedAtLeast ?? 0) - 3 <= truth && truth <= (changedAtMost ?? 0) + 3)
      }
    }),
  )
})

test('bounds for everybody say something of a large service, and nothing of a month with few answers', () => {
  const answers = new Map([
    ['a', 600],
    ['b', 300],
  ])
  const { parts } = publicBoundsOf('q', [{ answers }, { answers: new Map([['a', 9]]) }], { cases: 1000, changed: 700, slack: 50 })
  assert.deepEqual(parts, [
    { part: 'a', people: 600, changedAtLeast: 250, changedAtMost: 600 },
    { part: 'b', people: 300, changedAtLeast: 0, changedAtMost: 300 },
  ])
})
