/** The single place for any number of choices from a list, kept as option ids in the order of the list. */
import type { Flaw } from '../fault.ts'
import { kindOf, type QuestionOf, type Reading } from './question.ts'
import { answered, asLine, flawed, isNothing, isText, nothing } from './reading.ts'

type ManyOf = QuestionOf<'many-of'>

export const manyOf = kindOf<'many-of', readonly string[]>('many-of', {
  read: (question, fields, name) => {
    const chosen = fields
      .getAll(name)
      .map(asLine)
      .filter((id) => id !== '')
    return chosen.length === 0 ? nothingChosen(question) : inOrder(question, chosen)
  },
  fromFile: (question, value) => {
    if (isNothing(value)) return nothing
    if (!Array.isArray(value) || !value.every(isText)) return flawed('not-a-choice')
    return value.length === 0 ? nothingChosen(question) : inOrder(question, value)
  },
  holds: (value): value is readonly string[] => Array.isArray(value) && value.every(isText),
  flaws: manyFlaws,
  fields: (answer, name) => ({ [name]: answer }),
  show: (answer, { option }) => answer.map(option).join('\n'),
  type: (_, set) => ({ kind: 'list', of: { kind: 'option', of: set } }),
  value: (answer) => answer,
})

/** Choosing none of an optional list is an answer: the empty list. */
function nothingChosen(question: ManyOf): Reading<readonly string[]> {
  return question.optional ? answered([]) : nothing
}

function inOrder(question: ManyOf, chosen: readonly string[]): Reading<readonly string[]> {
  const known = question.options.map(({ id }) => id)
  if (!chosen.every((id) => known.includes(id))) return flawed('not-a-choice')
  return answered(known.filter((id) => chosen.includes(id)))
}

function manyFlaws(question: ManyOf, answer: readonly string[]): readonly Flaw[] {
  const { none, min, max, options } = question
  if (!answer.every((chosen) => options.some(({ id }) => id === chosen))) return [{ code: 'not-a-choice' }]
  if (none !== undefined && answer.includes(none)) return answer.length > 1 ? [{ code: 'none-and-others' }] : []
  if (answer.length === 0 && question.optional) return []
  if (min !== undefined && answer.length < min) return [{ code: 'too-few', values: { min } }]
  return max !== undefined && answer.length > max ? [{ code: 'too-many', values: { max } }] : []
}
