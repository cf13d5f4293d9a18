/** The single place for one line of text. */
import { kindOf } from './question.ts'
import { answered, asLine, flawed, isNothing, isText, lengthOf, nothing, oneLine, textOfFile } from './reading.ts'

export const text = kindOf<'text', string>('text', {
  read: (_, fields, name) => {
    const line = oneLine(fields, name)
    return line === '' ? nothing : answered(line)
  },
  fromFile: (_, value) => {
    if (isNothing(value)) return nothing
    const given = textOfFile(value)
    return given === undefined ? flawed('not-text') : answered(asLine(given))
  },
  holds: isText,
  flaws: (question, answer) => (lengthOf(answer) > question.max ? [{ code: 'too-long', values: { max: question.max } }] : []),
  fields: (answer, name) => ({ [name]: [answer] }),
  show: (answer) => answer,
  type: () => ({ kind: 'string' }),
  value: (answer) => answer,
})
