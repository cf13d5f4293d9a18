/** The single place for amounts in pounds and pence, kept as whole pence: `£1,234.50`, `12`, `12.5`. */
import { formatMoney, parseMoney, plainMoney } from '#core/value/money.ts'
import { kindOf, type QuestionOf, type Reading } from './question.ts'
import { answered, asTyped, flawed, isNothing, nothing, oneLine, textOfFile } from './reading.ts'

export const money = kindOf<'money', number>('money', {
  read: (_, fields, name) => readMoney(oneLine(fields, name)),
  fromFile: (_, value) => (isNothing(value) ? nothing : readMoney(textOfFile(value) ?? 'none')),
  holds: (value): value is number => typeof value === 'number' && Number.isSafeInteger(value),
  flaws: (question, answer) => {
    const { min, max } = boundsOf(question)
    if (answer < min) return [{ code: 'too-small', values: { min: formatMoney(min) } }]
    return max !== undefined && answer > max ? [{ code: 'too-large', values: { max: formatMoney(max) } }] : []
  },
  fields: (answer, name) => ({ [name]: [plainMoney(answer)] }),
  show: (answer) => formatMoney(answer),
  type: () => ({ kind: 'money' }),
  value: (answer) => answer,
})

type Bounds = { readonly min: number; readonly max: number | undefined }

const bounds = new WeakMap<QuestionOf<'money'>, Bounds>()

/** Read once for each question: every answer is held against them. */
function boundsOf(question: QuestionOf<'money'>): Bounds {
  const found = bounds.get(question) ?? { min: penceOf(question.min) ?? 0, max: penceOf(question.max) }
  bounds.set(question, found)
  return found
}

/** Pence of an amount as a definition writes it: `"12.50"` or `12`. */
export function penceOf(written: string | number | undefined): number | undefined {
  return written === undefined ? undefined : parseMoney(String(written))
}

function readMoney(line: string): Reading<number> {
  const typed = asTyped(line).replace(/^GBP|GBP$/i, '')
  if (typed === '') return nothing
  const decimals = /\.(\d*)$/.exec(typed)?.[1]
  if (decimals !== undefined && decimals.length > 2 && parseMoney(typed.slice(0, -decimals.length - 1)) !== undefined)
    return flawed('too-many-decimals')
  const padded = decimals === undefined ? typed : decimals === '' ? typed.slice(0, -1) : decimals.length === 1 ? `${typed}0` : typed
  const pence = parseMoney(padded)
  if (pence !== undefined) return answered(pence)
  return /^[-£\d,.]+$/.test(typed) && typed.replace(/\D/g, '').length > 13 ? flawed('too-large') : flawed('not-money')
}
