/** The single place for telephone numbers, kept as digits with a leading + for another country. */
import { kindOf, type Reading } from './question.ts'
import { answered, asTyped, flawed, isNothing, nothing, oneLine, textOfFile } from './reading.ts'

export const phone = kindOf<'phone', string>('phone', {
  read: (_, fields, name) => readPhone(oneLine(fields, name)),
  fromFile: (_, value) => (isNothing(value) ? nothing : readPhone(textOfFile(value) ?? 'none')),
  holds: (value): value is string => typeof value === 'string',
  // ITU-T E.164: at most 15 digits. Ofcom, National Telephone Numbering Plan: UK numbers have 10 or 11 with the 0.
  flaws: (_, answer) => (/^(?:0\d{9,10}|\+(?!44)\d{7,15}|\+44\d{9,10})$/.test(answer) ? [] : [{ code: 'not-a-phone-number' }]),
  fields: (answer, name) => ({ [name]: [answer] }),
  show: (answer) => answer,
  type: () => ({ kind: 'string' }),
  value: (answer) => answer,
})

function readPhone(line: string): Reading<string> {
  const typed = asTyped(line).replace(/^(?:tel|ffôn):?/i, '')
  if (typed === '') return nothing
  const digits = typed
    .replace(/^\(?\+/, '+')
    .replace(/\(0\)/, '')
    .replace(/[().-]/g, '')
    .replace(/^00/, '+')
  if (!/^\+?\d+$/.test(digits)) return flawed('not-a-phone-number')
  return answered(digits.startsWith('+44') ? `0${digits.slice(3).replace(/^0/, '')}` : digits)
}
