/** The rules of the starter service Council Tax Reduction written by hand, as fast as they may be: what the engine is compared with. */
import type { Answer, Answers, GroupEntry } from '#core/index.ts'
import { ageOn } from '#core/value/age.ts'

/** Pence. `shown` are the weekly income, the deductions of a year and the reduction. */
export type Reduction = {
  readonly outcome: 'awarded' | 'not_awarded' | 'exit:pension_age' | 'exit:not_liable'
  readonly reduction: number
  readonly shown: readonly number[]
}

/** Pence in, pence out. The answers are complete, or lead to an exit. `today` is `YYYY-MM-DD`. */
export function reductionByHand(answers: Answers, today: string): Reduction {
  const born = answers['date_of_birth']
  if (typeof born === 'string' && (ageOn(born, today) ?? 0) >= 66) return { outcome: 'exit:pension_age', reduction: 0, shown: [] }
  if (answers['liable'] !== true) return { outcome: 'exit:not_liable', reduction: 0, shown: [] }
  const income = statedIncome(answers) + tariffIncome(answers)
  const share = income <= 48_000 ? 100 : income <= 53_000 ? 75 : income <= 58_000 ? 50 : income <= 66_000 ? 25 : 0
  const deductions = weeklyDeductions(answers) * 52
  if (pence(answers['capital']) > 1_600_000) return { outcome: 'not_awarded', reduction: 0, shown: [income, deductions, 0] }
  const reduction = Math.max(0, Math.round((pence(answers['liability']) * share) / 100) - deductions)
  return { outcome: reduction > 0 ? 'awarded' : 'not_awarded', reduction, shown: [income, deductions, reduction] }
}

function statedIncome(answers: Answers): number {
  if (answers['benefit'] === 'income_based') return 0
  if (answers['benefit'] === 'universal_credit') return Math.round((pence(answers['award_income']) * 12) / 52)
  if (answers['has_income'] !== true) return 0
  let sum = 0
  for (const { source, amount, every } of entries(answers['incomes'])) if (source !== 'child_benefit') sum += weekly(pence(amount), every)
  return sum
}

function weekly(amount: number, every: unknown): number {
  if (every === 'week') return amount
  if (every === 'fortnight') return Math.round(amount / 2)
  if (every === 'four_weeks') return Math.round(amount / 4)
  return Math.round((every === 'month' ? amount * 12 : amount) / 52)
}

function tariffIncome(answers: Answers): number {
  const over = pence(answers['capital']) - 600_000
  return answers['benefit'] !== 'neither' || over <= 0 ? 0 : Math.ceil(over / 25_000) * 100
}

function weeklyDeductions(answers: Answers): number {
  if (answers['has_other_adults'] !== true) return 0
  let sum = 0
  for (const { works, pay } of entries(answers['adults'])) {
    const wage = pence(pay)
    sum += works !== true || wage < 27_900 ? 520 : wage < 48_500 ? 1060 : wage < 60_500 ? 1330 : 1595
  }
  return sum
}

function pence(answer: Answer | undefined): number {
  return typeof answer === 'number' ? answer : 0
}

function entries(answer: Answer | undefined): readonly GroupEntry[] {
  return Array.isArray(answer) && answer.every((one) => typeof one === 'object') ? answer : []
}
