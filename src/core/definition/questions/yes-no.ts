/** The single place for yes or no. */
import { kindOf, type Reading } from './question.ts'
import { answered, flawed, isNothing, nothing, oneLine } from './reading.ts'

export const yesNo = kindOf<'yes-no', boolean>('yes-no', {
  read: (_, fields, name) => {
    const line = oneLine(fields, name)
    return line === '' ? nothing : readYesNo(line)
  },
  fromFile: (_, value) => (isNothing(value) ? nothing : readYesNo(value)),
  holds: (value): value is boolean => typeof value === 'boolean',
  flaws: () => [],
  fields: (answer, name) => ({ [name]: [answer ? 'yes' : 'no'] }),
  show: (answer, { option }) => option(answer ? 'yes' : 'no'),
  type: () => ({ kind: 'bool' }),
  value: (answer) => answer,
})

function readYesNo(value: unknown): Reading<boolean> {
  if (value === true || value === 'yes' || value === 'true') return answered(true)
  return value === false || value === 'no' || value === 'false' ? answered(false) : flawed('not-a-choice')
}
