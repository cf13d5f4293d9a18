/** The single place for functions over counts, amounts and what can be put in order. */
import { exactInteger } from '#core/value/integer.ts'
import { DATE, type FunctionEntry, INT, listAt, listOf, MONEY, numberAt, orOverflow, type Refused, type Signature } from './function.ts'
import type { Known } from '../value.ts'

const ORDERED = [INT, MONEY, DATE].flatMap((type): Signature[] => [
  { takes: [type, type], gives: type },
  { takes: [listOf(type)], gives: type },
])

const STEPS: readonly Signature[] = [
  { takes: [INT, INT], gives: INT },
  { takes: [MONEY, MONEY], gives: INT },
]

export const NUMBER_FUNCTIONS: readonly FunctionEntry[] = [
  {
    name: 'min',
    signatures: ORDERED,
    says: 'The smallest of two values, or of a list. An empty list is a fault.',
    example: 'min(savings, gbp("16000.00"))',
    run: (given) => pick(given, (a, b) => a < b),
  },
  {
    name: 'max',
    signatures: ORDERED,
    says: 'The largest of two values, or of a list. An empty list is a fault.',
    example: 'max(income - gbp("20.00"), gbp("0.00"))',
    run: (given) => pick(given, (a, b) => a > b),
  },
  {
    name: 'sum',
    signatures: [
      { takes: [listOf(INT)], gives: INT },
      { takes: [listOf(MONEY)], gives: MONEY },
    ],
    says: 'Everything in a list added up; nothing for an empty list.',
    example: 'sum(people.map(p, p.income))',
    run: (given) => {
      const members = listAt(given, 0)
      let total: number | undefined = 0
      for (let at = 0; at < members.length && total !== undefined; at += 1) total = exactInteger(total + numberAt(members, at))
      return orOverflow(total)
    },
  },
  {
    name: 'ceilDiv',
    signatures: STEPS,
    says: 'How many steps it takes to reach an amount, counting a part of a step as one: "every £250 or part of it".',
    example: 'gbp("1.00") * ceilDiv(savings - gbp("6000.00"), gbp("250.00"))',
    run: (given) => steps(given, Math.ceil),
  },
  {
    name: 'floorDiv',
    signatures: STEPS,
    says: 'How many complete steps go into an amount: "every complete £10".',
    example: 'floorDiv(income, gbp("10.00"))',
    run: (given) => steps(given, Math.floor),
  },
]

function pick(given: readonly Known[], wins: (a: Known, b: Known) => boolean): Known | Refused {
  const members = given.length === 1 ? listAt(given, 0) : given
  const [first, ...rest] = members
  if (first === undefined) return { refused: 'empty-list' }
  return rest.reduce((best, member) => (wins(member, best) ? member : best), first)
}

/** The remainder is exact where the quotient is not, so that the number of steps never depends on a rounded division. */
function steps(given: readonly Known[], round: (steps: number) => number): Known | Refused {
  const amount = numberAt(given, 0)
  const step = numberAt(given, 1)
  if (step === 0) return { refused: 'divide-by-zero' }
  const rest = amount % step
  const whole = (amount - rest) / step
  return whole + round(Math.sign(rest) * Math.sign(step) * 0.5) + 0
}
