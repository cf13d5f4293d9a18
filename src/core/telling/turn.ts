/** The single place where what would change a result is said: which answer, how it is now, how it would have to be, and what would come of it. */
import { formatMonth } from '#core/value/date-words.ts'
import type { SimpleAnswer } from '../definition/answers.ts'
import type { Language } from '../definition/model/names.ts'
import type { SimpleQuestion } from '../definition/model/question.ts'
import type { Prepared } from '../definition/prepare.ts'
import { setName } from '../definition/program/scope.ts'
import { wordsIn } from '../definition/words.ts'
import type { Turn } from '../turn/index.ts'
import { spaced } from './names.ts'
import { type Telling, tellingOf } from './telling.ts'

/** One sentence with its full stop: “If “Savings” were £16,000.00 instead of £16,000.01, the result would be “Awarded”.” */
export function tellTurn(turn: Turn, prepared: Prepared, language: Language): string {
  const telling = tellingOf(prepared, language)
  const { say, names } = telling
  const wording = wordsIn(prepared, language)
  const asked = prepared.questions.get(turn.question)?.question
  const member = asked?.kind === 'group' ? asked.of.find(({ id }) => id === turn.member) : undefined
  const question = member ?? (asked?.kind === 'group' ? undefined : asked)
  if (question === undefined) return ''
  const outer = names.find(turn.question).called
  const which = member === undefined ? outer : say.ofEntry(names.member(turn.question, member.id).called, (turn.entry ?? 0) + 1, outer)
  const [before, after] = [turn.before, turn.after].map((answer) => written(answer, question, { turn, telling }))
  const { kind, id } = turn.come
  const come = kind === 'exit' ? say.turnEnds(say.quoted(wording.exit(id).title)) : say.turnGives(say.quoted(wording.outcome(id).label))
  return say.turn(which, { after: after ?? say.nothing, before: before ?? say.nothing }, come)
}

type Of = { readonly turn: Turn; readonly telling: Telling }

function written(answer: SimpleAnswer, { kind, id }: SimpleQuestion, { turn, telling }: Of): string {
  const { names, caller, say, language } = telling
  const set = turn.member === undefined ? id : setName(`${turn.question}.${id}`)
  const option = (one: string): string => names.option(set, one) ?? say.quoted(spaced(one))
  if (typeof answer === 'boolean') return names.yesOrNo(answer, turn.question, turn.member)
  if (typeof answer === 'number') return caller.literal(answer, { kind: kind === 'money' ? 'money' : 'int' })
  if (typeof answer === 'string')
    return kind === 'month' ? formatMonth(answer, language) : kind === 'one-of' ? option(answer) : caller.literal(answer, { kind: 'date' })
  const chosen: readonly unknown[] = Array.isArray(answer) ? answer : []
  return chosen.length === 0 ? say.nothing : chosen.map((one) => option(String(one))).join(', ')
}
