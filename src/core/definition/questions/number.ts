/** The single place for whole numbers: `1,234`, `1 234`. */
import { exactInteger } from '#core/value/integer.ts'
import type { Flaw } from '../fault.ts'
import { kindOf, type Reading } from './question.ts'
import { answered, asTyped, flawed, isNothing, nothing, oneLine, textOfFile } from './reading.ts'

export const number = kindOf<'number', number>('number', {
  read: (_, fields, name) => readNumber(oneLine(fields, name)),
  fromFile: (_, value) => (isNothing(value) ? nothing : readNumber(textOfFile(value) ?? 'none')),
  holds: (value): value is number => typeof value === 'number' && Number.isSafeInteger(value),
  flaws: (question, answer) => rangeFlaws(answer, question),
  fields: (answer, name) => ({ [name]: [String(answer)] }),
  show: (answer) => String(answer).replace(/\B(?=(?:\d{3})+$)/g, ','),
  type: () => ({ kind: 'int' }),
  value: (answer) => answer,
})

function readNumber(line: string): Reading<number> {
  const typed = asTyped(line)
  if (typed === '') return nothing
  const match = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/.exec(typed)
  if (match === null) return flawed('not-a-number')
  if (/[1-9]/.test(match[3] ?? '')) return flawed('not-whole')
  const whole = exactInteger(Number(`${match[1]}${match[2]?.replaceAll(',', '')}`))
  return whole === undefined ? flawed('too-large') : answered(whole)
}

function rangeFlaws(
  answer: number,
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
): readonly Flaw[] {
  if (min !== undefined && answer < min) return [{ code: 'too-small', values: { min } }]
  return max !== undefined && answer > max ? [{ code: 'too-large', values: { max } }] : []
}
