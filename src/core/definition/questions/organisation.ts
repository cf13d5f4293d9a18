/** The single place for organisations: a name and, where known, a company or charity number. */
import type { Organisation } from '../answers.ts'
import { parseIdentifier } from './identifier-schemes.ts'
import { kindOf, type Reading } from './question.ts'
import { answered, asLine, flawed, isNothing, isRecord, isText, lengthOf, lineOf, nothing, oneLine } from './reading.ts'

const longest = 200

/** Fields: `-name`, `-number`. */
export const organisation = kindOf<'organisation', Organisation>('organisation', {
  read: (_, fields, name) => organisationOf(oneLine(fields, `${name}-name`), oneLine(fields, `${name}-number`)),
  fromFile: (_, value) => {
    if (isNothing(value)) return nothing
    if (isText(value)) return organisationOf(asLine(value), '')
    return isRecord(value) ? organisationOf(lineOf(value, 'name'), lineOf(value, 'number')) : flawed('not-an-organisation')
  },
  holds: (value): value is Organisation => isRecord(value) && isText(value.name) && (value.number === undefined || isText(value.number)),
  flaws: (_, answer) => {
    if (answer.name === '') return [{ code: 'organisation-incomplete', part: 'name' }]
    if (lengthOf(answer.name) > longest) return [{ code: 'too-long', part: 'name', values: { max: longest } }]
    return answer.number !== undefined && parseNumber(answer.number) === undefined
      ? [{ code: 'not-an-organisation-number', part: 'number' }]
      : []
  },
  fields: (answer, name) => ({ [`${name}-name`]: [answer.name], [`${name}-number`]: [answer.number ?? ''] }),
  show: ({ name, number }) => (number === undefined ? name : `${name}\n${number}`),
  type: () => ({ kind: 'map', fields: { name: { kind: 'string' }, number: { kind: 'string' } } }),
  value: (answer) => ({ ...answer }),
})

function organisationOf(name: string, typed: string): Reading<Organisation> {
  if (name === '' && typed === '') return nothing
  const number = parseNumber(typed)
  if (typed !== '' && number === undefined) return flawed('not-an-organisation-number', { part: 'number' })
  return answered({ name, ...(number === undefined ? {} : { number }) })
}

/** Charity numbers are tried first: a company number of six or seven digits is written with its zeros. */
function parseNumber(typed: string): string | undefined {
  return parseIdentifier('charity', typed) ?? parseIdentifier('company', typed)
}
