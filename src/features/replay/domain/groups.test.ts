import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Counted, countInGroups, type Draw, type Group, LEAST, type Level, STEP, weightOf } from './groups.ts'

/** A proposal as an attacker sees it: into which cells each person falls, by their value: coarsely, and within that finely. */
type Proposal = (value: number) => readonly [string, string]
type Town = ReadonlyMap<string, number>

function drawFrom(extra: (turn: number) => number): Draw {
  let turn = 0
  return () => {
    turn += 1
    return { id: `group-${turn}`, extra: extra(turn) }
  }
}
const never = () => drawFrom(() => 0)

function levelsOf(town: Town, proposal: Proposal): readonly [Level, Level] {
  const [coarse, fine] = [0, 1].map((level) => new Map([...town].map(([id, value]) => [id, proposal(value)[level] ?? ''])))
  return [{ cells: coarse ?? new Map() }, { cells: fine ?? new Map(), other: 'other' }]
}

/** Everything made public, one release after the other, and the groups behind it. */
function releases(town: Town, proposals: readonly Proposal[], draw: Draw = never()) {
  let groups: readonly Group[] = []
  const shown: Counted[][] = []
  for (const proposal of proposals) {
    const made = countInGroups(groups, levelsOf(town, proposal), draw)
    groups = made.groups
    shown.push([...made.counts].sort((a, b) => (String(a.names) < String(b.names) ? -1 : 1)))
  }
  return { groups, shown }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const townOf = (values: readonly number[]): Town => new Map(values.map((value, place) => [`case-${String(place).padStart(4, '0')}`, value]))
const anyTown = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 0, maxLength: 160 }).map(townOf)
const above =
  (limit: number): Proposal =>
  (value) =>
    value > limit ? ['changed', 'more'] : ['same', 'same']
const anyProposals = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 99 }).map(above),
    fc.tuple(fc.integer({ min: 2, max: 5 }), fc.nat(4)).map(
      ([by, is]): Proposal =>
        (value) =>
          value % by === is % by ? ['changed', 'less'] : ['same', 'same'],
    ),
    fc.tuple(fc.nat(99), fc.nat(99)).map(
      ([a, b]): Proposal =>
        (value) =>
          value === a || value === b ? ['changed', 'exit'] : value > b ? ['changed', `more ${value % 7}`] : ['same', `same ${value % 3}`],
    ),
  ),
  { minLength: 1, maxLength: 12 },
)
const anyDraw = fc.array(fc.nat(4), { minLength: 40 }).map((extra) => () => drawFrom((turn) => extra[turn % extra.length] ?? 0))

describe('figures made public', () => {
  test('are multiples of five from ten on, and so is everything they leave out', () => {
    fc.assert(
      fc.property(anyTown, anyProposals, anyDraw, (town, proposals, draw) => {
        for (const counts of releases(town, proposals, draw()).shown) {
          const total = sum(counts.map(({ count }) => count))
          for (const { count } of counts) {
            assert.ok(count >= LEAST && count % STEP === 0)
            assert.ok(total - count === 0 || total - count >= LEAST)
          }
        }
      }),
    )
  })

  test('come from groups of ten and more people, each person in one, whatever is proposed', () => {
    fc.assert(
      fc.property(anyTown, anyProposals, anyDraw, (town, proposals, draw) => {
        const { groups } = releases(town, proposals, draw())
        const all = groups.flatMap(({ cases }) => cases)
        assert.equal(new Set(all).size, all.length)
        for (const { cases, weight } of groups) assert.ok(cases.length >= LEAST && weight >= LEAST)
      }),
    )
  })

  test('all follow from the groups: knowing every release is knowing no more than their weights', () => {
    fc.assert(
      fc.property(anyTown, anyProposals, anyDraw, (town, proposals, draw) => {
        const { groups, shown } = releases(town, proposals, draw())
        const weight = sum(groups.map((group) => group.weight))
        for (const counts of shown) assert.equal(sum(counts.map(({ count }) => count)), weight)
        for (const { count } of shown.at(-1) ?? []) assert.ok(sumsOf(groups.map((group) => group.weight)).has(count))
      }),
    )
  })

  test('are near the truth while groups are large', () => {
    const town = townOf(Array.from({ length: 1000 }, (_, place) => place % 100))
    const { shown } = releases(town, [above(29), above(59), above(79)])
    for (const [place, limit] of [29, 59, 79].entries()) {
      const count = shown[place]?.find(({ names: [cell] }) => cell === 'changed')?.count ?? 0
      assert.ok(Math.abs(count - (99 - limit) * 10) <= 20, `${count}`)
    }
  })

  test('count many small changes as changes, and say that each is too few to show', () => {
    const town = townOf(Array.from({ length: 200 }, (_, place) => place))
    const { shown } = releases(town, [(value) => (value < 60 ? ['changed', `way ${value % 12}`] : ['same', 'same'])])
    assert.deepEqual(shown, [
      [
        { names: ['changed', 'other'], count: 65 },
        { names: ['same', 'same'], count: 140 },
      ],
    ])
  })

  test('name nothing for a part that is small, though the largest of its group', () => {
    const town = townOf(Array.from({ length: 30 }, (_, place) => place))
    const parts = new Map([...town].map(([id, value]) => [id, value < 9 ? 'a' : `b${value}`]))
    const { counts } = countInGroups([], [{ cells: parts, other: 'other' }], never())
    assert.deepEqual(counts, [{ names: ['other'], count: 35 }])
  })
})

describe('somebody who tries to single a person out', () => {
  test('by halving a limit again and again, never comes below ten people', () => {
    fc.assert(
      fc.property(anyTown, fc.integer({ min: 0, max: 99 }), anyDraw, (town, wanted, draw) => {
        const proposals: Proposal[] = []
        for (let low = 0, high = 99; low < high; ) {
          const middle = Math.floor((low + high) / 2)
          proposals.push(above(middle), (value) => (value === middle ? ['changed', 'exit'] : ['same', 'same']))
          if (wanted > middle) low = middle + 1
          else high = middle
        }
        const { groups } = releases(town, proposals, draw())
        for (const { cases } of groups) assert.ok(cases.length >= LEAST)
      }),
    )
  })

  test('sees the same, however much is proposed, whether nobody or up to nine are as that person is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 120 }),
        fc.integer({ min: 1, max: 9 }),
        anyProposals,
        anyDraw,
        (size, few, ...[proposals, draw]) => {
          const common = Array.from({ length: size - few }, () => 0)
          const [none, some] = [
            [...common, ...Array.from({ length: few }, () => 0)],
            [...common, ...Array.from({ length: few }, () => 77)],
          ]
          assert.deepEqual(releases(townOf(some), proposals, draw()).shown, releases(townOf(none), proposals, draw()).shown)
        },
      ),
    )
  })

  test('who knows all other answers and aims at a line, meets it in one of five tries, as rounding to 5 always lets them', () => {
    for (let count = 0; count < 200; count += 1) {
      const met = [0, 1, 2, 3, 4].filter((extra) => countsFor(count, extra) !== countsFor(count + 1, extra))
      assert.ok(met.length <= 1, `${count} and one more: ${met.length}`)
    }
  })

  test('learns nothing from a person leaving, or from nine', () => {
    const values = Array.from({ length: 400 }, (_, place) => place % 100)
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(399), { maxLength: 9 }), anyDraw, (gone, draw) => {
        const drawn = draw()
        const town = new Map(townOf(values))
        const first = countInGroups([], levelsOf(town, above(49)), drawn)
        for (const place of gone) town.delete(`case-${String(place).padStart(4, '0')}`)
        assert.deepEqual(countInGroups(first.groups, levelsOf(town, above(49)), drawn).counts, first.counts)
      }),
    )
  })
})

/** What a part of so many counts for by itself; 0 where it is too small to be told apart. */
function countsFor(count: number, extra: number): number {
  return count < LEAST + extra ? 0 : weightOf(count, { extra })
}

/** All that some of the numbers can add up to. */
function sumsOf(numbers: readonly number[]): ReadonlySet<number> {
  let sums = new Set([0])
  for (const number of numbers) sums = new Set([...sums].flatMap((one) => [one, one + number]))
  return sums
}
