/** The single place for functions that divide money: each names how it rounds. */
import { isRounding, roundTo, scale } from '#core/value/rounding.ts'
import { parseMoney } from '#core/value/money.ts'
import type { Known } from '../value.ts'
import { type FunctionEntry, INT, MONEY, numberAt, orOverflow, type Refused, ROUNDING, TEXT, textAt } from './function.ts'

export const MONEY_FUNCTIONS: readonly FunctionEntry[] = [
  {
    name: 'gbp',
    signatures: [{ takes: [TEXT], gives: MONEY }],
    says: 'An amount of money, written out.',
    example: 'gbp("12.50")',
    literal: { at: 0, fault: (text) => (parseMoney(text) === undefined ? `"${text}" is not an amount such as "12.50"` : undefined) },
    run: (given) => orOverflow(parseMoney(textAt(given, 0))),
  },
  {
    name: 'percent',
    signatures: [{ takes: [MONEY, INT, ROUNDING], gives: MONEY }],
    says: 'So many hundredths of an amount.',
    example: 'percent(liability, 75, rounding.half_up)',
    run: (given) => scaled(given, { times: numberAt(given, 1), by: 100 }),
  },
  {
    name: 'share',
    signatures: [{ takes: [MONEY, INT, INT, ROUNDING], gives: MONEY }],
    says: 'An amount multiplied by one count and divided by another, exact until it is rounded once: 7 of 12 months.',
    example: 'share(yearly_fee, 7, 12, rounding.down)',
    run: (given) => scaled(given, { times: numberAt(given, 1), by: numberAt(given, 2) }),
  },
  {
    name: 'divide',
    signatures: [{ takes: [MONEY, INT, ROUNDING], gives: MONEY }],
    says: 'An amount divided by a count.',
    example: 'divide(yearly_income, 52, rounding.half_even)',
    run: (given) => scaled(given, { times: 1, by: numberAt(given, 1) }),
  },
  {
    name: 'roundTo',
    signatures: [{ takes: [MONEY, MONEY, ROUNDING], gives: MONEY }],
    says: 'An amount taken to a whole number of steps, for example to whole pounds.',
    example: 'roundTo(award, gbp("1.00"), rounding.up)',
    run: (given) => {
      const rounding = textAt(given, 2)
      const step = numberAt(given, 1)
      if (step === 0) return { refused: 'divide-by-zero' }
      return isRounding(rounding) ? orOverflow(roundTo(numberAt(given, 0), step, rounding)) : { refused: 'wrong-type' }
    },
  },
]

function scaled(given: readonly Known[], ratio: { readonly times: number; readonly by: number }): Known | Refused {
  const rounding = textAt(given, given.length - 1)
  if (ratio.by === 0) return { refused: 'divide-by-zero' }
  return isRounding(rounding) ? orOverflow(scale(numberAt(given, 0), ratio, rounding)) : { refused: 'wrong-type' }
}
