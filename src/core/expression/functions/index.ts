/** The single place where all functions of the language are listed. The reference is generated from this list. */
import { NATIONS } from '#core/value/bank-holidays.ts'
import { ROUNDINGS } from '#core/value/rounding.ts'
import { DATE_FUNCTIONS } from './date.ts'
import { BOOL, type FunctionEntry } from './function.ts'
import { MONEY_FUNCTIONS } from './money.ts'
import { NUMBER_FUNCTIONS } from './number.ts'
import { TEXT_FUNCTIONS } from './text.ts'

export type { FunctionEntry, Parameter, Signature } from './function.ts'

/** Whether a question has an answer: always known, also when the answer is missing. */
const ANSWERED: FunctionEntry = {
  name: 'answered',
  signatures: [{ takes: ['any answer'], gives: BOOL }],
  says: 'Whether an answer has been given. Takes only the name of an answer, or of a field of a group.',
  example: 'answered(moved_out)',
  run: () => true,
}

export const FUNCTIONS: readonly FunctionEntry[] = [ANSWERED, ...NUMBER_FUNCTIONS, ...MONEY_FUNCTIONS, ...DATE_FUNCTIONS, ...TEXT_FUNCTIONS]

/** The option sets every scope has. */
export const STANDARD_OPTIONS: Readonly<Record<string, readonly string[]>> = { rounding: ROUNDINGS, bank_holidays: NATIONS }

const byName = new Map(FUNCTIONS.map((entry) => [entry.name, entry]))

/** The function of that name, if there is one. */
export function findFunction(name: string): FunctionEntry | undefined {
  return byName.get(name)
}
