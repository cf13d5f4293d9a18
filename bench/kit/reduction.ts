/**
 * The rules of the starter service Council Tax Reduction written by hand, as fast as they may be: what the engine is compared with. Like the engine
 * they say nothing where an answer they need is missing; an amount that is missing makes whatever is worked out from it NaN.
 */
import type { Answer, Answers, GroupEntry } from '#core/index.ts'
import { ageOn } from '#core/value/age.ts'

/** Pence. `shown` are the weekly income, the deductions of a year and the reduction. */
export type Reduction = {
  readonly outcome: 'awarded' | 'not_awarded' | 'exit:pension_age' | 'exit:not_liable'
  readonly reduction: number
  readonly shown: readonly number[]
}

/** Pence in, pence out. `today` is `YYYY-MM-DD`. Undefined where the answers are not whole and lead to no exit. */
export function reductionByHand(answers: Answers, today: string): Reduction | undefined {
  const born = answers['date_of_birth']
  const age = typeof born === 'string' ? ageOn(born, today) : undefined
  if (age === undefined) return undefined
  if (age >= 66) return { outcome: 'exit:pension_age', reduction: 0, shown: [] }
  const liable = answers['liable']
  if (liable !== true) return liable === false ? { outcome: 'exit:not_liable', reduction: 0, shown: [] } : undefined
  const capital = pence(answers['capital'])
  const income = statedIncome(answers) + tariffIncome(answers, capital)
  const share = income <= 48_000 ? 100 : income <= 53_000 ? 75 : income <= 58_000 ? 50 : income <= 66_000 ? 25 : 0
  const deductions = weeklyDeductions(answers) * 52
  if (!Number.isSafeInteger(income + deductions + capital)) return undefined
  if (capital > 1_600_000) return { outcome: 'not_awarded', reduction: 0, shown: [income, deductions, 0] }
  const reduction = Math.max(0, Math.round((pence(answers['liability']) * share) / 100) - deductions)
  if (Number.isNaN(reduction)) return undefined
  return { outcome: reduction > 0 ? 'awarded' : 'not_awarded', reduction, shown: [income, deductions, reduction] }
}

function statedIncome(answers: Answers): number {
  const benefit = answers['benefit']
  if (benefit === 'income_based') return 0
  if (benefit === 'universal_credit') return Math.round((pence(answers['award_income']) * 12) / 52)
  if (benefit !== 'neither') return Number.NaN
  const hasIncome = answers['has_income']
  if (hasIncome !== true) return hasIncome === false ? 0 : Number.NaN
  const incomes = entries(answers['incomes'])
  if (incomes === undefined) return Number.NaN
  let sum = 0
  for (const { source, amount, every } of incomes) if (source !== 'child_benefit') sum += weekly(pence(amount), every)
  return sum
}

function weekly(amount: number, every: unknown): number {
  if (every === 'week') return amount
  if (every === 'fortnight') return Math.round(amount / 2)
  if (every === 'four_weeks') return Math.round(amount / 4)
  if (every === 'month') return Math.round((amount * 12) / 52)
  return every === 'year' ? Math.round(amount / 52) : Number.NaN
}

function tariffIncome(answers: Answers, capital: number): number {
  const over = capital - 600_000
  return answers['benefit'] !== 'neither' || over <= 0 ? 0 : Math.ceil(over / 25_000) * 100
}

function weeklyDeductions(answers: Answers): number {
  const hasAdults = answers['has_other_adults']
  if (hasAdults !== true) return hasAdults === false ? 0 : Number.NaN
  const adults = entries(answers['adults'])
  if (adults === undefined) return Number.NaN
  let sum = 0
  for (const { works, pay } of adults) sum += works === true ? ofWage(pence(pay)) : works === false ? 520 : Number.NaN
  return sum
}

function ofWage(wage: number): number {
  return wage < 27_900 ? 520 : wage < 48_500 ? 1060 : wage < 60_500 ? 1330 : wage >= 60_500 ? 1595 : Number.NaN
}

function pence(answer: Answer | undefined): number {
  return typeof answer === 'number' ? answer : Number.NaN
}

function entries(answer: Answer | undefined): readonly GroupEntry[] | undefined {
  return Array.isArray(answer) && answer.every((one) => typeof one === 'object') ? answer : undefined
}
