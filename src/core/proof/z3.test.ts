/** The solver held against z3 on thousands of conditions made up at random: what z3 can meet is met by a person, what it cannot by nobody. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { type Arith, type Bool, init } from 'z3-solver'
import { prepare, readDefinition } from '#core/index.ts'
import { dayNumber } from '#core/value/calendar-date.ts'
import { findPerson } from './index.ts'

const { Context, em } = await init()
const z3 = Context('proof')
after(() => em.PThread.terminateAllThreads())

const numbers = ['x', 'y', 'z'] as const
const options = ['red', 'green', 'blue'] as const
const unknowns = {
  x: z3.Int.const('x'),
  y: z3.Int.const('y'),
  z: z3.Int.const('z'),
  day: z3.Int.const('day'),
  c: z3.Int.const('c'),
  p: z3.Bool.const('p'),
  q: z3.Bool.const('q'),
} as const

/** A condition twice: as an author writes it, and for z3. */
type Twice = { readonly written: string; readonly meant: Bool<'proof'> }
type Sum = { readonly written: string; readonly meant: Arith<'proof'> }

const term: fc.Arbitrary<Sum> = fc
  .tuple(fc.constantFrom(...numbers), fc.integer({ min: -5, max: 5 }))
  .map(([name, times]) => ({ written: `${name} * (0 - ${-times})`.replace('(0 - -', '(0 + '), meant: unknowns[name].mul(times) }))
const sum: fc.Arbitrary<Sum> = fc.oneof(
  fc.constantFrom(...numbers).map((name): Sum => ({ written: name, meant: unknowns[name] })),
  fc.tuple(term, term).map(([one, other]): Sum => ({ written: `${one.written} + ${other.written}`, meant: one.meant.add(other.meant) })),
  fc
    .tuple(fc.constantFrom(...numbers), fc.constantFrom(...numbers))
    .map(([one, other]): Sum => ({ written: `${one} - ${other}`, meant: unknowns[one].sub(unknowns[other]) })),
)
const signs = ['<', '<=', '>', '>=', '==', '!='] as const

function compared(left: Arith<'proof'>, sign: (typeof signs)[number], right: Arith<'proof'> | number): Bool<'proof'> {
  switch (sign) {
    case '<':
      return left.lt(right)
    case '<=':
      return left.le(right)
    case '>':
      return left.gt(right)
    case '>=':
      return left.ge(right)
    case '==':
      return left.eq(right)
    case '!=':
      return left.neq(right)
  }
}

const atom: fc.Arbitrary<Twice> = fc.oneof(
  fc.tuple(sum, fc.constantFrom(...signs), fc.integer({ min: -1200, max: 1200 })).map(
    ([left, sign, figure]): Twice => ({
      written: `${left.written} ${sign} ${figure < 0 ? `0 - ${-figure}` : figure}`,
      meant: compared(left.meant, sign, figure),
    }),
  ),
  fc.tuple(sum, fc.constantFrom(...signs), sum).map(
    ([left, sign, right]): Twice => ({
      written: `${left.written} ${sign} ${right.written}`,
      meant: compared(left.meant, sign, right.meant),
    }),
  ),
  fc.constantFrom('p' as const, 'q' as const).map((name): Twice => ({ written: name, meant: unknowns[name] })),
  fc
    .tuple(fc.constantFrom('==' as const, '!=' as const), fc.nat({ max: 2 }))
    .map(([sign, at]): Twice => ({ written: `c ${sign} c.${options[at]}`, meant: compared(unknowns.c, sign, at) })),
  fc.subarray([0, 1, 2], { minLength: 1 }).map(
    (few): Twice => ({
      written: `c in [${few.map((at) => `c.${options[at]}`).join(', ')}]`,
      meant: z3.Or(...few.map((at) => unknowns.c.eq(at))),
    }),
  ),
  fc
    .tuple(fc.constantFrom(...signs), fc.integer({ min: 0, max: 800 }), fc.integer({ min: -40, max: 40 }))
    .map(([sign, at, more]): Twice => {
      const date = new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10)
      return {
        written: `day + days(${more < 0 ? `0 - ${-more}` : more}) ${sign} date("${date}")`,
        meant: compared(unknowns.day.add(more), sign, dayNumber(date)),
      }
    }),
)

const { condition } = fc.letrec<{ condition: Twice; both: Twice; either: Twice; not: Twice; choice: Twice }>((tie) => ({
  condition: fc.oneof({ maxDepth: 4, withCrossShrink: true }, atom, tie('both'), tie('either'), tie('not'), tie('choice')),
  both: fc
    .tuple(tie('condition'), tie('condition'))
    .map(([one, other]) => ({ written: `(${one.written}) && (${other.written})`, meant: one.meant.and(other.meant) })),
  either: fc
    .tuple(tie('condition'), tie('condition'))
    .map(([one, other]) => ({ written: `(${one.written}) || (${other.written})`, meant: one.meant.or(other.meant) })),
  not: tie('condition').map(({ written, meant }) => ({ written: `!(${written})`, meant: meant.not() })),
  choice: fc.tuple(tie('condition'), tie('condition'), tie('condition')).map(([when, one, other]) => ({
    written: `(${when.written}) ? (${one.written}) : (${other.written})`,
    meant: z3.Or(when.meant.and(one.meant), when.meant.not().and(other.meant)),
  })),
}))

function service(when: string): unknown {
  const asks = { purpose: 'decide' }
  return {
    service: {
      schema: 1,
      id: 'held-against-z3',
      applies: ['england'],
      languages: ['en'],
      retention: { years: { keep: 'P6Y', because: 'A rule' } },
      purposes: { decide: { basis: 'public-task', readers: ['officer'], retention: 'years' } },
      sections: [
        {
          id: 'all',
          pages: [
            {
              id: 'first',
              questions: [
                ...numbers.map((id) => ({ id, kind: 'number', min: -1000, max: 1000, ...asks })),
                { id: 'day', kind: 'date', earliest: 'date("2026-01-01")', latest: 'date("2027-12-31")', ...asks },
                { id: 'c', kind: 'one-of', options: [...options], ...asks },
                { id: 'p', kind: 'yes-no', ...asks },
                { id: 'q', kind: 'yes-no', ...asks },
              ],
            },
            { id: 'second', when, questions: [{ id: 'more', kind: 'yes-no', ...asks }] },
          ],
        },
      ],
      outcomes: [{ id: 'done' }],
      casework: { team: 'front_desk' },
    },
    tables: [],
    words: { en: { schema: 1, language: 'en', translation: { state: 'source' } } },
  }
}

const within = z3.And(
  ...numbers.flatMap((name) => [unknowns[name].ge(-1000), unknowns[name].le(1000)]),
  unknowns.day.ge(dayNumber('2026-01-01')),
  unknowns.day.le(dayNumber('2027-12-31')),
  unknowns.c.ge(0),
  unknowns.c.le(2),
)

test('a page is reached exactly where z3 finds answers that meet its condition', async () => {
  const counts = { sat: 0, unsat: 0, unknown: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(condition, { minLength: 1, maxLength: 4 }), async (conditions) => {
      const written = conditions.map((one) => `(${one.written})`).join(' && ')
      const definition = readDefinition(service(written))
      assert.ok(definition !== undefined)
      const solver = new z3.Solver()
      solver.add(within, ...conditions.map(({ meant }) => meant))
      const expected = await solver.check()
      const found = findPerson(prepare(definition), [{ page: 'second' }], 50_000)
      if ('unknown' in found) counts.unknown += 1
      else {
        counts[expected] += 1
        assert.equal('person' in found ? 'sat' : 'unsat', expected, written)
      }
    }),
    { numRuns: runs },
  )
  assert.ok(counts.sat > runs / 10 && counts.unsat > runs / 50, JSON.stringify(counts))
  assert.ok(counts.unknown < runs / 20, `too much is left unknown: ${JSON.stringify(counts)}`)
})

/** Conditions held against z3 in one run. */
const runs = 1_000
