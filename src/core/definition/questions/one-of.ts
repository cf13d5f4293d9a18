/** The single place for one choice from a list, kept as the option’s id. */
import { kindOf } from './question.ts'
import { answered, flawed, isNothing, isText, nothing, oneLine } from './reading.ts'

export const oneOf = kindOf<'one-of', string>('one-of', {
  read: (_, fields, name) => {
    const line = oneLine(fields, name)
    return line === '' ? nothing : answered(line)
  },
  fromFile: (_, value) => {
    if (isNothing(value)) return nothing
    return isText(value) ? answered(value) : flawed('not-a-choice')
  },
  holds: isText,
  flaws: (question, answer) => (question.options.some(({ id }) => id === answer) ? [] : [{ code: 'not-a-choice' }]),
  fields: (answer, name) => ({ [name]: [answer] }),
  show: (answer, { option }) => option(answer),
  type: (_, set) => ({ kind: 'option', of: set }),
  value: (answer) => answer,
})
