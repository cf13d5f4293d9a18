/** The single place for email addresses. */
import { kindOf, type Reading } from './question.ts'
import { answered, asLine, flawed, isNothing, isText, nothing, oneLine } from './reading.ts'

/** HTML Living Standard, “valid email address”, with a top-level domain asked for; RFC 5321 section 4.5.3.1 gives the lengths. */
const form = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i

export const email = kindOf<'email', string>('email', {
  read: (_, fields, name) => readEmail(oneLine(fields, name)),
  fromFile: (_, value) => (isText(value) ? readEmail(asLine(value)) : isNothing(value) ? nothing : flawed('not-an-email')),
  holds: isText,
  flaws: (_, answer) => (answer.length <= 254 && form.test(answer) ? [] : [{ code: 'not-an-email' }]),
  fields: (answer, name) => ({ [name]: [answer] }),
  show: (answer) => answer,
  type: () => ({ kind: 'string' }),
  value: (answer) => answer,
})

function readEmail(line: string): Reading<string> {
  const address = line.replace(/^mailto:/i, '').replaceAll('’', "'")
  return address === '' ? nothing : answered(address)
}
