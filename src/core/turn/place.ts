/** The single place that names one answer of a person: to a question, or to a question of one entry of a group. */
import type { Answer, Answers, GroupEntry, SimpleAnswer } from '../definition/answers.ts'
import type { Question, SimpleQuestion } from '../definition/model/question.ts'

/** Where an answer stands. `entry` counts from 0 and comes with the question of the group, `member`. */
export type AnswerPlace = { readonly question: string; readonly entry?: number; readonly member?: string }

/** An answer given, with the question it answers. */
export type Given = { readonly place: AnswerPlace; readonly question: SimpleQuestion; readonly answer: SimpleAnswer }

/** Every single answer that counts, those in entries of groups included, in the order in which they are asked. */
export function givenIn(questions: readonly Question[], answers: Answers): readonly Given[] {
  return questions.flatMap((question): readonly Given[] => {
    const answer = answers[question.id]
    if (answer === undefined) return []
    if (question.kind !== 'group') return isEntries(answer) ? [] : [{ place: { question: question.id }, question, answer }]
    return isEntries(answer) ? answer.flatMap((entry, index) => givenInEntry(question, entry, index)) : []
  })
}

/** The answers with one of them changed. */
export function withAnswer(answers: Answers, { question, entry, member }: AnswerPlace, answer: SimpleAnswer): Answers {
  if (entry === undefined || member === undefined) return { ...answers, [question]: answer }
  const entries = answers[question]
  if (entries === undefined || !isEntries(entries)) return answers
  return { ...answers, [question]: entries.map((one, index) => (index === entry ? { ...one, [member]: answer } : one)) }
}

function givenInEntry(group: Extract<Question, { kind: 'group' }>, entry: GroupEntry, index: number): readonly Given[] {
  return group.of.flatMap((question) => {
    const answer = entry[question.id]
    return answer === undefined ? [] : [{ place: { question: group.id, entry: index, member: question.id }, question, answer }]
  })
}

function isEntries(answer: Answer): answer is readonly GroupEntry[] {
  return Array.isArray(answer) && answer.length > 0 && answer.every((entry) => typeof entry === 'object')
}
