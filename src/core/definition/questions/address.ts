/** The single place for postal addresses: chosen from the council’s own, or typed. */
import type { Address } from '../answers.ts'
import type { Flaw } from '../fault.ts'
import { parsePostcode } from './postcode.ts'
import { kindOf, type Reading } from './question.ts'
import { answered, asLine, filled, flawed, isNothing, isRecord, isText, lengthOf, lineOf, nothing, oneLine, textOfFile } from './reading.ts'

const longestLine = 100

/**
 * Fields: `-line1`, `-line2`, `-town`, `-postcode`, and `-uprn` for an address that was chosen. Ward and parish are never read from a form:
 * whoever looks the UPRN up sets them.
 */
export const address = kindOf<'address', Address>('address', {
  read: (_, fields, name) => {
    const part = (key: string): string => oneLine(fields, `${name}-${key}`)
    return addressOf({ uprn: part('uprn'), town: part('town'), postcode: part('postcode'), ward: '', parish: '' }, [
      part('line1'),
      part('line2'),
    ])
  },
  fromFile: (_, value) => {
    if (isNothing(value)) return nothing
    if (isText(value)) return addressOfText(value)
    if (!isRecord(value)) return flawed('not-an-address')
    const lines = Array.isArray(value.lines)
      ? value.lines.map((line: unknown) => asLine(textOfFile(line) ?? ''))
      : [lineOf(value, 'line1'), lineOf(value, 'line2')]
    const [uprn, town, postcode] = [lineOf(value, 'uprn'), lineOf(value, 'town'), lineOf(value, 'postcode')]
    return addressOf({ uprn, town, postcode, ward: lineOf(value, 'ward'), parish: lineOf(value, 'parish') }, lines)
  },
  holds: (value): value is Address =>
    isRecord(value) && Array.isArray(value.lines) && value.lines.every(isText) && partNames.every((part) => isTextOrAbsent(value[part])),
  flaws: (_, answer) => addressFlaws(answer),
  fields: (answer, name) => ({
    [`${name}-uprn`]: [answer.uprn ?? ''],
    [`${name}-line1`]: [answer.lines[0] ?? ''],
    [`${name}-line2`]: [answer.lines.slice(1).join(', ')],
    [`${name}-town`]: [answer.town ?? ''],
    [`${name}-postcode`]: [answer.postcode ?? ''],
  }),
  show: (answer) => [...answer.lines, answer.town ?? '', answer.postcode ?? ''].filter((line) => line !== '').join('\n'),
  type: () => {
    const text = { kind: 'string' } as const
    return { kind: 'map', fields: { uprn: text, lines: { kind: 'list', of: text }, town: text, postcode: text, ward: text, parish: text } }
  },
  value: (answer) => ({ ...answer }),
})

const partNames = ['uprn', 'town', 'postcode', 'ward', 'parish'] as const
type Parts = Readonly<Record<(typeof partNames)[number], string>>

function addressOf(parts: Parts, given: readonly string[]): Reading<Address> {
  const lines = given.filter((line) => line !== '')
  const { postcode, ...rest } = parts
  if (lines.length === 0 && Object.values(parts).every((part) => part === '')) return nothing
  const known = postcode === '' ? undefined : parsePostcode(postcode)
  if (postcode !== '' && known === undefined) return flawed('not-a-postcode', { part: 'postcode' })
  return answered({ ...filled(rest), lines, ...(known === undefined ? {} : { postcode: known }) })
}

/** `1 High Street, Ambleby, AB1 2CD`: the postcode and the town from the end. */
function addressOfText(text: string): Reading<Address> {
  const parts = text
    .split(/[,\n]/)
    .map(asLine)
    .filter((part) => part !== '')
  const postcode = parsePostcode(parts.at(-1) ?? '') ?? ''
  const lines = postcode === '' ? parts : parts.slice(0, -1)
  const town = lines.length > 1 ? (lines.at(-1) ?? '') : ''
  return addressOf({ uprn: '', town, postcode, ward: '', parish: '' }, town === '' ? lines : lines.slice(0, -1))
}

function addressFlaws(answer: Address): readonly Flaw[] {
  if (answer.lines.length === 0) return [{ code: 'address-incomplete', part: 'line1', values: { missing: 'line1' } }]
  if (answer.uprn !== undefined && !/^\d{1,12}$/.test(answer.uprn)) return [{ code: 'not-an-address', part: 'uprn' }]
  const long = [...answer.lines, answer.town ?? ''].some((line) => lengthOf(line) > longestLine)
  if (long || answer.lines.length > 5) return [{ code: 'too-long', part: 'line1', values: { max: longestLine } }]
  const isBad = answer.postcode !== undefined && parsePostcode(answer.postcode) === undefined
  return isBad ? [{ code: 'not-a-postcode', part: 'postcode' }] : []
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || isText(value)
}
