/** The single place for statements a person confirms. Only “true” is an answer. */
import { kindOf } from './question.ts'
import { answered, flawed, isNothing, nothing, oneLine } from './reading.ts'

export const declaration = kindOf<'declaration', boolean>('declaration', {
  read: (_, fields, name) => {
    const line = oneLine(fields, name)
    if (line === '') return nothing
    return line === 'yes' ? answered(true) : flawed('not-a-choice')
  },
  fromFile: (_, value) => {
    if (isNothing(value) || value === false || value === 'no') return nothing
    return value === true || value === 'yes' ? answered(true) : flawed('not-a-choice')
  },
  holds: (value): value is boolean => value === true,
  flaws: () => [],
  fields: (_, name) => ({ [name]: ['yes'] }),
  show: (_, { option }) => option('confirmed'),
  type: () => ({ kind: 'bool' }),
  value: (answer) => answer,
})
