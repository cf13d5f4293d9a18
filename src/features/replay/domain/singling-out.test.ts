import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { countInGroups, type Draw, type Group, LEAST, type Level, STEP } from './groups.ts'
import { Released, splitLevels, splitPartsFrom, type State, tableLevels, tablesFrom } from './released.ts'

/** Somebody who has a case: an income, a ward, and how they applied. */
type Person = { readonly income: number; readonly ward: string; readonly channel: string }
type Town = ReadonlyMap<string, Person>
/** A suggestion: what would become of somebody. */
type Suggestion = (person: Person) => { readonly state: State; readonly cell: string }

/** As many different ones as anybody asks for, from one number, so that a failure can be had again. */
function diceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function drawOf(dice: () => number): Draw {
  return () => ({ id: `${Math.floor(dice() * 2 ** 32)}`, extra: Math.floor(dice() * STEP) })
}

const cellFor = (from: string, to: string) => JSON.stringify({ from, to, fee: 'same', asked: 'same', values: {} })
const rich: ReturnType<Suggestion> = { state: 'changed', cell: cellFor('granted', 'refused') }
const poor: ReturnType<Suggestion> = { state: 'same', cell: cellFor('granted', 'granted') }
const unknown: ReturnType<Suggestion> = { state: 'cant-tell', cell: JSON.stringify({ question: 'income', because: 'not-kept' }) }
const above =
  (limit: number): Suggestion =>
  ({ income }) =>
    income > limit ? rich : poor

/** Everything made public of some suggestions, one after the other. */
function published(town: Town, suggestions: readonly Suggestion[], dice: () => number): readonly Released[] {
  const draw = drawOf(dice)
  const groups = new Map<string, readonly Group[]>()
  const count = (name: string, levels: readonly [Level, ...Level[]]) => {
    const made = countInGroups(groups.get(name) ?? [], levels, draw)
    groups.set(name, made.groups)
    return made.counts
  }
  return suggestions.map((suggestion) => {
    const all = [...town].map(([id, person]) => ({ id, person, ...suggestion(person) }))
    const states = new Map(all.map(({ id, state }) => [id, state] as const))
    const partsOf = (pick: (person: Person) => string) => new Map(all.map(({ id, person }) => [id, pick(person)] as const))
    const counts = count('', tableLevels(states, new Map(all.map(({ id, cell }) => [id, cell] as const))))
    const splits: Released['splits'] = [
      {
        by: 'area',
        parts: splitPartsFrom(
          count(
            'area',
            splitLevels(
              partsOf(({ ward }) => ward),
              states,
            ),
          ),
        ),
      },
      {
        by: 'channel',
        parts: splitPartsFrom(
          count(
            'channel',
            splitLevels(
              partsOf(({ channel }) => channel),
              states,
            ),
          ),
        ),
      },
    ]
    const about = { since: '2025-11-23', until: '2026-11-23', removed: 0, madeUp: 'none', splits, equality: [], shown: [] } as const
    return tablesFrom(counts, { ...about, splits: [...splits], equality: [], shown: [] })
  })
}

function townOf(size: number, dice: () => number): Town {
  const of = <One>(...all: readonly [One, ...One[]]): One => all[Math.floor(dice() * all.length)] ?? all[0]
  const person = (): Person => ({
    income: Math.floor(dice() * 100),
    ward: of('North', 'North', 'North', 'South', 'South', 'East', 'Isle'),
    channel: of('web', 'web', 'web', 'phone', 'paper'),
  })
  return new Map(Array.from({ length: size }, (_, place) => [`case-${String(place).padStart(3, '0')}`, person()]))
}

/** Every number of people in what was made public. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

const anyTown = fc.tuple(fc.integer({ min: 0, max: 250 }), fc.nat()).map(([size, seed]) => townOf(size, diceOf(seed)))
const anySuggestion: fc.Arbitrary<Suggestion> = fc.oneof(
  fc.nat(99).map(above),
  fc.tuple(fc.nat(99), fc.constantFrom('North', 'Isle')).map(
    ([limit, ward]): Suggestion =>
      (person) =>
        person.ward === ward ? above(limit)(person) : poor,
  ),
  fc.nat(99).map(
    (income): Suggestion =>
      (person) =>
        person.income === income ? unknown : above(income)(person),
  ),
)
const anySuggestions = fc.array(anySuggestion, { minLength: 1, maxLength: 12 })

describe('figures made public, with their splits', () => {
  test('are multiples of five from ten on, in every table and for every part', () => {
    fc.assert(
      fc.property(anyTown, anySuggestions, fc.nat(), (town, suggestions, seed) => {
        for (const released of published(town, suggestions, diceOf(seed))) {
          assert.deepEqual(Released.parse(JSON.parse(JSON.stringify(released))), released)
          for (const number of numbersIn(released)) assert.ok(number === 0 || (number >= LEAST && number % STEP === 0), `${number}`)
        }
      }),
    )
  })

  test('leave nobody over: what rows and columns lack to their sums is nothing, or ten and more', () => {
    fc.assert(
      fc.property(anyTown, anySuggestions, fc.nat(), (town, suggestions, seed) => {
        for (const { cases, changed, matrix, otherwise, cantTell, fee, asked, splits } of published(town, suggestions, diceOf(seed))) {
          const rows = matrix.reduce((sum, { count }) => sum + count, 0)
          assert.equal(rows + otherwise.changed + otherwise.same + cantTell.count, cases)
          for (const part of [changed, cantTell.count, cases - changed - cantTell.count]) assert.ok(part === 0 || part >= LEAST)
          for (const { more, less, same, other } of [fee, { ...asked, less: asked.fewer, other: asked.unknown }])
            assert.equal(more + less + same + other, cases - cantTell.count)
          for (const { parts } of splits)
            for (const part of parts)
              assert.ok(part.cases - part.changed - part.cantTell === 0 || part.cases - part.changed - part.cantTell >= LEAST)
        }
      }),
    )
  })

  test('show a small ward in no release, whatever nine people in it are like', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), anySuggestions, (seed, secret, suggestions) => {
        const dice = diceOf(seed)
        const town = new Map([...townOf(150, dice)].filter(([, { ward }]) => ward !== 'Isle'))
        for (let place = 0; place < 9; place += 1)
          town.set(`isle-${place}`, { income: Math.floor(dice() * 100), ward: 'Isle', channel: 'web' })
        for (const { splits } of published(town, suggestions, diceOf(secret)))
          assert.ok(splits.every(({ parts }) => parts.every(({ part }) => part !== 'Isle')))
      }),
    )
  })
})

/** Figures that somebody sees, each with what it says. */
type Seen = ReadonlyMap<string, number>
type Publishing = (town: Town, plan: readonly Suggestion[], dice: () => number) => Seen
type Attack = (town: Town, dice: () => number) => readonly Suggestion[]

const [LOW, HIGH] = [20, 80]
const TOWNS = 40
const IMAGINED = 20

/**
 * Somebody who knows how figures are made but not the secret numbers, and everything about everybody except whether one person’s income is low or high: they work out
 * for both, many times, what could have come, and say which makes the figures they saw likelier. The share of towns in which they are right; a half is guessing.
 */
function rightGuesses(publish: Publishing, attack: Attack): number {
  const dice = diceOf(20261123)
  const isRight = () => {
    const town = townOf(40 + Math.floor(dice() * 80), dice)
    const plan = attack(town, dice)
    const told = (income: number) => publish(new Map(town).set('case-x', { income, ward: 'North', channel: 'web' }), plan, dice)
    const truth = dice() < 0.5 ? LOW : HIGH
    const seen = told(truth)
    const [low, high] = [LOW, HIGH].map((income) =>
      likelihood(
        seen,
        Array.from({ length: IMAGINED }, () => told(income)),
      ),
    )
    return (low === high ? dice() < 0.5 : (high ?? 0) > (low ?? 0)) === (truth === HIGH)
  }
  return Array.from({ length: TOWNS }, isRight).filter(Boolean).length / TOWNS
}

function likelihood(seen: Seen, imagined: readonly Seen[]): number {
  return [...seen].reduce((sum, [figure, count]) => {
    const same = imagined.filter((one) => one.get(figure) === count).length
    return sum + Math.log((same + 0.5) / (imagined.length + 1))
  }, 0)
}

const inGroups: Publishing = (town, plan, dice) => new Map(published(town, plan, dice).map(({ changed }, place) => [`${place}`, changed]))

const withSplits: Publishing = (town, plan, dice) =>
  new Map(
    published(town, plan, dice).flatMap(({ changed, splits }, place) => [
      [`${place}`, changed] as const,
      ...splits.flatMap(({ by, parts }) => parts.map((part) => [`${place} ${by} ${part.part}`, part.changed] as const)),
    ]),
  )

/** What rounding and hiding each figure for itself would show. */
const eachForItself: Publishing = (town, plan) =>
  new Map(
    plan.map((suggestion, place) => {
      const count = [...town.values()].filter((person) => suggestion(person).state === 'changed').length
      return [`${place}`, count < LEAST ? 0 : Math.round(count / STEP) * STEP]
    }),
  )

const halving: Attack = () => [49, 24, 74, 61, 86, 36, 12].map(above)

/** Suggestions that each concern nine to thirteen known people, other ones each time, and the one who is sought if their income is high. */
const aiming: Attack = (town, dice) => {
  const others = [...town.values()]
  return Array.from({ length: 6 }, (_, turn): Suggestion => {
    const known = new Set(others.slice(turn * 6, turn * 6 + 9 + Math.floor(dice() * 5)))
    return (person) => (known.has(person) || (person.income === HIGH && !others.includes(person)) ? rich : poor)
  })
}

describe('somebody who knows everybody else and has many suggestions made public', () => {
  test('hardly does better than guessing by halving a limit round one person, whatever the splits show', () => {
    const right = rightGuesses(withSplits, halving)
    assert.ok(right <= 0.7, `right in ${right} of towns`)
  })

  test('hardly does better than guessing by aiming six suggestions at one person', () => {
    const right = rightGuesses(inGroups, aiming)
    assert.ok(right <= 0.7, `right in ${right} of towns`)
  })

  test('would be right nearly always, were each figure only rounded and hidden for itself', () => {
    assert.ok(rightGuesses(eachForItself, aiming) >= 0.9)
  })
})
