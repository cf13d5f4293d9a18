import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { countInGroups, type Draw, type Group, LEAST, partsOf, STEP } from './groups.ts'

/** A proposal as an attacker sees it: into which cell each person falls, by their value. */
type Proposal = (value: number) => string
type Town = ReadonlyMap<string, number>

function drawFrom(extra: (turn: number) => number, lean: (turn: number) => number): Draw {
  let turn = 0
  return () => {
    turn += 1
    return { id: `group-${turn}`, extra: extra(turn), lean: lean(turn) }
  }
}
const never = () =>
  drawFrom(
    () => 0,
    () => 0,
  )

/** Everything made public, one release after the other, and the groups behind it. */
function releases(town: Town, proposals: readonly Proposal[], draw: Draw = never()) {
  let groups: readonly Group[] = []
  const shown: [string, number][][] = []
  for (const proposal of proposals) {
    const cells = new Map([...town].map(([id, value]) => [id, proposal(value)]))
    const made = countInGroups(groups, cells, draw)
    groups = made.groups
    shown.push([...made.counts].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  return { groups, shown }
}

const townOf = (values: readonly number[]): Town => new Map(values.map((value, place) => [`case-${String(place).padStart(4, '0')}`, value]))
const anyTown = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 0, maxLength: 160 }).map(townOf)
const above =
  (limit: number): Proposal =>
  (value) =>
    value > limit ? 'more' : 'same'
const anyProposals = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 99 }).map(above),
    fc.tuple(fc.integer({ min: 2, max: 5 }), fc.nat(4)).map(
      ([by, is]): Proposal =>
        (value) =>
          value % by === is % by ? 'less' : 'same',
    ),
    fc.tuple(fc.nat(99), fc.nat(99)).map(
      ([a, b]): Proposal =>
        (value) =>
          value === a || value === b ? 'exit' : value > b ? 'more' : 'same',
    ),
  ),
  { minLength: 1, maxLength: 12 },
)
const anyDraw = fc.tuple(fc.array(fc.nat(4), { minLength: 40 }), fc.array(fc.nat(4), { minLength: 40 })).map(
  ([extra, lean]) =>
    () =>
      drawFrom(
        (turn) => extra[turn % extra.length] ?? 0,
        (turn) => lean[turn % lean.length] ?? 0,
      ),
)

describe('figures made public', () => {
  test('are multiples of five from ten on, and so is everything they leave out', () => {
    fc.assert(
      fc.property(anyTown, anyProposals, anyDraw, (town, proposals, draw) => {
        for (const counts of releases(town, proposals, draw()).shown) {
          const total = counts.reduce((sum, [, count]) => sum + count, 0)
          for (const [, count] of counts) {
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
        const last = shown.at(-1)?.reduce((sum, [, count]) => sum + count, 0)
        assert.equal(
          last,
          groups.reduce((sum, { weight }) => sum + weight, 0),
        )
        const again = countInGroups(groups, new Map([...town].map(([id, value]) => [id, proposals.at(-1)?.(value) ?? ''])), never())
        assert.deepEqual(
          [...again.counts].sort(([a], [b]) => (a < b ? -1 : 1)),
          shown.at(-1),
        )
      }),
    )
  })

  test('are near the truth while groups are large', () => {
    const town = townOf(Array.from({ length: 1000 }, (_, place) => place % 100))
    const { shown } = releases(town, [above(29), above(59), above(79)])
    for (const [place, limit] of [29, 59, 79].entries()) {
      const count = shown[place]?.find(([cell]) => cell === 'more')?.[1] ?? 0
      assert.ok(Math.abs(count - (99 - limit) * 10) <= 20, `${count}`)
    }
  })
})

describe('somebody who tries to single a person out', () => {
  test('by halving a limit again and again, never comes below ten people', () => {
    fc.assert(
      fc.property(anyTown, fc.integer({ min: 0, max: 99 }), anyDraw, (town, wanted, draw) => {
        const proposals: Proposal[] = []
        for (let low = 0, high = 99; low < high; ) {
          const middle = Math.floor((low + high) / 2)
          proposals.push(above(middle), (value) => (value === middle ? 'exit' : 'same'))
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
        fc.integer({ min: 20, max: 120 }),
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

  test('who knows all other answers, sees the same in every release until that person takes a part over its line', () => {
    let steps = 0
    fc.assert(
      fc.property(anyTown, fc.tuple(fc.nat(99), fc.nat(99)), anyProposals, anyDraw, (town, values, ...[proposals, draw]) => {
        const towns = values.map((value): Town => new Map(town).set('case-x', value))
        const draws = towns.map(draw)
        let groups: readonly (readonly Group[])[] = [[], []]
        for (const proposal of [() => 'same', ...proposals]) {
          const cells = towns.map((each) => new Map([...each].map(([id, value]) => [id, proposal(value)])))
          if (JSON.stringify(linesOf(groups[0], cells[0])) !== JSON.stringify(linesOf(groups[1], cells[1]))) return
          const made = [0, 1].map((place) => countInGroups(groups[place] ?? [], cells[place] ?? new Map(), draws[place] ?? never()))
          assert.deepEqual(made[0]?.counts, made[1]?.counts)
          groups = made.map((each) => each.groups)
          steps += 1
        }
      }),
      { numRuns: 400 },
    )
    assert.ok(steps > 1000, `${steps} releases were compared`)
  })

  test('who knows all other answers and aims at a line, meets it in at most nine of twenty-five tries', () => {
    const secrets = Array.from({ length: 25 }, (_, place) => ({ extra: place % STEP, lean: Math.floor(place / STEP) }))
    for (let count = 0; count < 200; count += 1) {
      const met = secrets.filter((secret) => countsFor(count, secret) !== countsFor(count + 1, secret))
      assert.ok(met.length <= 9, `${count} and one more: ${met.length}`)
    }
  })

  test('learns nothing from a person leaving, or from nine', () => {
    const values = Array.from({ length: 400 }, (_, place) => place % 100)
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(399), { maxLength: 9 }), anyDraw, (gone, draw) => {
        const drawn = draw()
        const cells = new Map([...townOf(values)].map(([id, value]) => [id, above(49)(value)]))
        const first = countInGroups([], cells, drawn)
        for (const place of gone) cells.delete(`case-${String(place).padStart(4, '0')}`)
        assert.deepEqual(countInGroups(first.groups, cells, drawn).counts, first.counts)
      }),
    )
  })
})

/** What a part of so many counts for by itself; 0 where it is too small to be told apart. */
function countsFor(count: number, { extra, lean }: Pick<Group, 'extra' | 'lean'>): number {
  return count < LEAST + extra ? 0 : Math.max(LEAST, Math.floor((count + lean) / STEP) * STEP)
}

/** Of each group which part is the largest, and what the others count for: the lines a person may take a part over. */
function linesOf(groups: readonly Group[] = [], cells: ReadonlyMap<string, string> = new Map()) {
  return groups.map((group) => {
    const [main, ...others] = partsOf(group, cells)
    const apart = others.map(({ cell, cases }) => [cell, countsFor(cases.length, group)] as const).filter(([, count]) => count > 0)
    const rest = group.cases.length - others.reduce((sum, { cases }) => sum + (countsFor(cases.length, group) > 0 ? cases.length : 0), 0)
    return [main?.cell, apart.map(([cell, count]) => `${cell} ${count}`), rest >= LEAST]
  })
}
