/** The single place for questions that ask a national identifier. */
import { parseIdentifier, schemes } from './identifier-schemes.ts'
import { kindOf, type QuestionOf, type Reading } from './question.ts'
import { answered, asTyped, flawed, isNothing, isText, nothing, oneLine, textOfFile } from './reading.ts'

export const identifier = kindOf<'identifier', string>('identifier', {
  read: (question, fields, name) => readIdentifier(question, oneLine(fields, name)),
  fromFile: (question, value) => (isNothing(value) ? nothing : readIdentifier(question, textOfFile(value) ?? 'none')),
  holds: isText,
  flaws: (question, answer) => (parseIdentifier(question.scheme, answer) === answer ? [] : [{ code: `not-${question.scheme}` }]),
  fields: (answer, name, question) => ({ [name]: [schemes[question.scheme].show?.(answer) ?? answer] }),
  show: (answer, _, question) => schemes[question.scheme].show?.(answer) ?? answer,
  type: () => ({ kind: 'string' }),
  value: (answer) => answer,
})

function readIdentifier(question: QuestionOf<'identifier'>, line: string): Reading<string> {
  const typed = asTyped(line)
  if (typed === '') return nothing
  const standard = parseIdentifier(question.scheme, typed)
  return standard === undefined ? flawed(`not-${question.scheme}`) : answered(standard)
}
