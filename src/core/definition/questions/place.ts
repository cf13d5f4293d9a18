/** The single place for places: a street or other words, an Ordnance Survey grid reference, or a postcode. */
import type { Place } from '../answers.ts'
import type { Flaw } from '../fault.ts'
import { parsePostcode } from './postcode.ts'
import { kindOf, type Reading } from './question.ts'
import { answered, filled, flawed, isNothing, isRecord, isText, lengthOf, lineOf, nothing, oneLine, asLine } from './reading.ts'

const longest = 500

/** Fields: `-description`, `-grid`, `-postcode`; one is enough. */
export const place = kindOf<'place', Place>('place', {
  read: (_, fields, name) =>
    placeOf({
      description: oneLine(fields, `${name}-description`),
      grid: oneLine(fields, `${name}-grid`),
      postcode: oneLine(fields, `${name}-postcode`),
    }),
  fromFile: (_, value) => {
    if (isNothing(value)) return nothing
    if (isText(value)) return placeOfText(asLine(value))
    return isRecord(value)
      ? placeOf({ description: lineOf(value, 'description'), grid: lineOf(value, 'grid'), postcode: lineOf(value, 'postcode') })
      : flawed('not-a-place')
  },
  holds: (value): value is Place =>
    isRecord(value) && ['description', 'grid', 'postcode'].every((part) => value[part] === undefined || isText(value[part])),
  flaws: (_, answer) => placeFlaws(answer),
  fields: (answer, name) => ({
    [`${name}-description`]: [answer.description ?? ''],
    [`${name}-grid`]: [answer.grid ?? ''],
    [`${name}-postcode`]: [answer.postcode ?? ''],
  }),
  show: ({ description, grid, postcode }) => [description, grid, postcode].filter((part) => part !== undefined).join('\n'),
  type: () => ({ kind: 'map', fields: { description: { kind: 'string' }, grid: { kind: 'string' }, postcode: { kind: 'string' } } }),
  value: (answer) => ({ ...answer }),
})

/**
 * A National Grid reference of 2 to 10 figures, `SN 589 814`, or an Irish Grid reference, `J 339 741`; undefined for anything else.
 * Ordnance Survey, “A guide to coordinate systems in Great Britain”, section 7.
 */
export function parseGrid(typed: string): string | undefined {
  const [, letters, figures = ''] = /^([HNOST][A-HJ-Z]|[A-HJ-Z])((?:\d\d){1,5})$/.exec(typed.toUpperCase().replace(/[\s,]/g, '')) ?? []
  const half = figures.length / 2
  return letters === undefined ? undefined : `${letters} ${figures.slice(0, half)} ${figures.slice(half)}`
}

function placeOf(parts: Readonly<Record<'description' | 'grid' | 'postcode', string>>): Reading<Place> {
  if (Object.values(parts).every((part) => part === '')) return nothing
  const [grid, postcode] = [parseGrid(parts.grid), parsePostcode(parts.postcode)]
  const flaws: Flaw[] = []
  if (parts.grid !== '' && grid === undefined) flaws.push({ code: 'not-a-grid-reference', part: 'grid' })
  if (parts.postcode !== '' && postcode === undefined) flaws.push({ code: 'not-a-postcode', part: 'postcode' })
  return flaws.length > 0 ? { flaws } : answered(filled({ description: parts.description, grid: grid ?? '', postcode: postcode ?? '' }))
}

function placeOfText(line: string): Reading<Place> {
  if (parsePostcode(line) !== undefined) return placeOf({ description: '', grid: '', postcode: line })
  return parseGrid(line) === undefined
    ? placeOf({ description: line, grid: '', postcode: '' })
    : placeOf({ description: '', grid: line, postcode: '' })
}

function placeFlaws(answer: Place): readonly Flaw[] {
  if (answer.description === undefined && answer.grid === undefined && answer.postcode === undefined) return [{ code: 'missing' }]
  if (lengthOf(answer.description ?? '') > longest) return [{ code: 'too-long', part: 'description', values: { max: longest } }]
  if (answer.grid !== undefined && parseGrid(answer.grid) === undefined) return [{ code: 'not-a-grid-reference', part: 'grid' }]
  const isBad = answer.postcode !== undefined && parsePostcode(answer.postcode) === undefined
  return isBad ? [{ code: 'not-a-postcode', part: 'postcode' }] : []
}
