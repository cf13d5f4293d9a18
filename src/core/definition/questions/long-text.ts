/** The single place for several lines of text. */
import { kindOf } from './question.ts'
import { answered, asLines, flawed, isNothing, isText, lengthOf, nothing, textOfFile } from './reading.ts'

export const longText = kindOf<'long-text', string>('long-text', {
  read: (_, fields, name) => {
    const lines = asLines(fields.getAll(name)[0] ?? '')
    return lines === '' ? nothing : answered(lines)
  },
  fromFile: (_, value) => {
    if (isNothing(value)) return nothing
    const given = textOfFile(value)
    return given === undefined ? flawed('not-text') : answered(asLines(given))
  },
  holds: isText,
  flaws: (question, answer) => (lengthOf(answer) > question.max ? [{ code: 'too-long', values: { max: question.max } }] : []),
  fields: (answer, name) => ({ [name]: [answer] }),
  show: (answer) => answer,
  type: () => ({ kind: 'string' }),
  value: (answer) => answer,
})
