/** The single place where an answer is held against what depends on other answers: options offered, earliest and latest dates, conditions. */
import type { GroupEntry, SimpleAnswer } from '#core/definition/answers.ts'
import type { Flaw } from '#core/definition/fault.ts'
import type { QuestionProgram } from '#core/definition/program/program.ts'
import { kindFor } from '#core/definition/questions/index.ts'
import type { Question } from '#core/definition/model/question.ts'

/** Names to values, as expressions read them. */
export type Values = Record<string, unknown>

/** Whether the question is asked. What can’t be told is not asked. */
export function isAsked({ when }: QuestionProgram, values: Values): boolean {
  return when === undefined || when.evaluate(values) === true
}

/** What is wrong with one answer, given the answers of earlier pages. */
export function flawsOf(program: QuestionProgram, answer: unknown, values: Values): readonly Flaw[] {
  const { question } = program
  const flaws = kindFor(question).flaws(question, answer)
  return flaws.length > 0 ? flaws : [...offerFlaws(program, answer, values), ...dateFlaws(program, answer, values)]
}

/** Conditions the answer must meet that are known not to be met. */
export function invalidities({ valid }: QuestionProgram, values: Values): readonly Flaw[] {
  const broken = valid.find(({ is }) => is.evaluate(values) === false)
  return broken === undefined ? [] : [{ code: broken.id }]
}

/** The question with the options that are offered. What can’t be told is not offered. */
export function asOffered(program: QuestionProgram, values: Values): Question {
  const { question, offered } = program
  if (offered.size === 0 || (question.kind !== 'one-of' && question.kind !== 'many-of')) return question
  return { ...question, options: question.options.filter(({ id }) => isOffered(program, id, values)) }
}

function offerFlaws(program: QuestionProgram, answer: unknown, values: Values): readonly Flaw[] {
  if (program.offered.size === 0) return []
  const chosen: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  return chosen.every((id) => typeof id !== 'string' || isOffered(program, id, values)) ? [] : [{ code: 'not-a-choice' }]
}

function isOffered({ offered }: QuestionProgram, id: string, values: Values): boolean {
  const when = offered.get(id)
  return when === undefined || when.evaluate(values) === true
}

function dateFlaws({ earliest, latest }: QuestionProgram, answer: unknown, values: Values): readonly Flaw[] {
  if (typeof answer !== 'string') return []
  const from = earliest?.evaluate(values)
  if (typeof from === 'string' && answer < from) return [{ code: 'too-early', values: { min: from } }]
  const until = latest?.evaluate(values)
  return typeof until === 'string' && answer > until ? [{ code: 'too-late', values: { max: until } }] : []
}

/** The members of a group’s entries that are asked, and what is wrong with them. */
export function readEntries(
  program: QuestionProgram,
  entries: readonly GroupEntry[],
  values: Values,
): { readonly entries: readonly GroupEntry[]; readonly flaws: readonly Flaw[] } {
  const flaws: Flaw[] = []
  const kept = entries.map((entry, index) => {
    const read = readEntry(program, entry, values)
    flaws.push(...read.flaws.map((flaw) => ({ ...flaw, path: [index, ...(flaw.path ?? [])] })))
    return read.entry
  })
  return { entries: kept, flaws }
}

/** The members asked of an entry: their own conditions may read the members before them, and `outer` what is known besides. */
export function membersAsked(program: QuestionProgram, entry: GroupEntry, outer: Values): readonly string[] {
  return readEntry(program, entry, outer).asked
}

function readEntry(
  { of }: QuestionProgram,
  entry: GroupEntry,
  outer: Values,
): { readonly entry: GroupEntry; readonly asked: readonly string[]; readonly flaws: readonly Flaw[] } {
  const kept: Record<string, SimpleAnswer> = {}
  const flaws: Flaw[] = []
  const values: Values = { ...outer }
  for (const { question } of of) delete values[question.id]
  const asked: string[] = []
  const answered = of.filter((member) => {
    const { question } = member
    if (!isAsked(member, values)) return false
    asked.push(question.id)
    const answer = Object.hasOwn(entry, question.id) ? entry[question.id] : undefined
    const found = answer === undefined ? missingFlaws(member) : flawsOf(member, answer, values)
    flaws.push(...found.map((flaw) => ({ ...flaw, path: [question.id] })))
    if (answer === undefined || found.length > 0) return false
    kept[question.id] = answer
    values[question.id] = kindFor(question).value(question, answer)
    return true
  })
  for (const member of answered) flaws.push(...invalidities(member, values).map((flaw) => ({ ...flaw, path: [member.question.id] })))
  return { entry: kept, asked, flaws }
}

/** The flaw of having no answer, where one is needed. */
export function missingFlaws({ question }: QuestionProgram): readonly Flaw[] {
  return question.optional ? [] : [{ code: 'missing' }]
}
