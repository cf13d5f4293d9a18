/** The single place where a solution becomes an example person: answers as they are stored, and the day. */
import type { Answer, Answers, GroupEntry, SimpleAnswer } from '#core/definition/answers.ts'
import type { SimpleQuestion } from '#core/definition/model/question.ts'
import type { QuestionProgram } from '#core/definition/program/program.ts'
import { dateOfDay } from '#core/value/calendar-date.ts'
import { valueOf } from '../reading/call.ts'
import { isNode, wholeOf } from '../reading/value.ts'
import { type Node, yes } from '../solver/node.ts'
import type { AnswerModel } from './answer.ts'
import type { Model } from './model.ts'
import { type Free, monthText } from './variables.ts'

/** An example person: answers as they are stored, and the day as `YYYY-MM-DD`. */
export type Person = { readonly today: string; readonly answers: Answers }

/** What a person answers on the pages up to one, once every free value is settled. */
export function personOf(model: Model, pages: number): Person {
  const { prepared } = model
  const answers: Record<string, Answer> = {}
  for (const [page, { questions }] of prepared.program.pages.slice(0, pages).entries()) {
    for (const program of questions) {
      const answer = answerFrom(model, model.answer(page, program))
      if (answer !== undefined) answers[program.question.id] = answer
    }
  }
  const today = wholeOf(model.named('today', -1))
  return { today: dateOfDay(today.least) ?? '2026-06-01', answers }
}

function answerFrom(model: Model, answer: AnswerModel): Answer | undefined {
  if (answer.present.state !== yes) return undefined
  const { question } = answer.program
  return question.kind === 'group' ? entriesFrom(model, answer) : simpleFrom(model, answer, question)
}

function entriesFrom(model: Model, { entries }: AnswerModel): readonly GroupEntry[] {
  return entries
    .filter(({ here }) => here.state === yes)
    .map(({ members }) =>
      Object.fromEntries(
        members.flatMap((member) => {
          const { question } = member.program
          if (question.kind === 'group' || member.present.state !== yes) return []
          const answer = simpleFrom(model, member, question)
          return answer === undefined ? [] : [[question.id, answer] as const]
        }),
      ),
    )
}

function simpleFrom(model: Model, { free, program, path }: AnswerModel, question: SimpleQuestion): SimpleAnswer | undefined {
  const instead = model.instead.get(path)
  const node = instead !== undefined && isNode(instead) ? instead : free.find(({ what }) => what === 'value')?.node
  switch (question.kind) {
    case 'number':
    case 'money':
      return node?.least
    case 'date':
      return node === undefined ? undefined : dateOfDay(node.least)
    case 'month': {
      const month = free.find(({ what }) => what === 'month')?.node
      if (instead !== undefined && isNode(instead)) return dateOfDay(instead.least)?.slice(0, 7)
      return month === undefined ? undefined : monthText(month.least)
    }
    case 'yes-no':
      return node?.state === yes
    case 'declaration':
      return true
    case 'one-of':
      return node === undefined ? undefined : optionOf(model, node, path)
    case 'many-of':
      return chosenOf(free)
    case 'address':
      return { lines: ['1 High Street'], ...fieldsOf(model, free) }
    case 'place':
      return { description: 'By the bridge', ...fieldsOf(model, free) }
    case 'organisation':
      return { name: 'A club', ...fieldsOf(model, free) }
    default:
      return node === undefined ? usualText(program) : (textOf(model, node) ?? usualText(program))
  }
}

function optionOf(model: Model, node: Node, path: string): string | undefined {
  const { sets } = model.variables.ground
  const set = path.replace(/\.\d+\./, '_')
  return sets[set]?.find((_, at) => node.choices === 1n << BigInt(at + 1))
}

function chosenOf(free: readonly Free[]): readonly string[] {
  return free.flatMap(({ node, what }) => (typeof what === 'object' && 'option' in what && node.state === yes ? [what.option] : []))
}

function fieldsOf(model: Model, free: readonly Free[]): Readonly<Record<string, string>> {
  const has = (name: string): boolean =>
    free.some(({ node, what }) => typeof what === 'object' && 'has' in what && what.has === name && node.state === yes)
  return Object.fromEntries(
    free.flatMap(({ node, what }) =>
      typeof what === 'object' && 'field' in what && has(what.field)
        ? [[what.field, textOf(model, node) ?? usualFields[what.field] ?? 'Any']]
        : [],
    ),
  )
}

function textOf(model: Model, node: Node): string | undefined {
  const value = valueOf(node, { kind: 'string' }, model.variables)
  return typeof value === 'string' ? value : undefined
}

const usualFields: Readonly<Record<string, string>> = {
  uprn: '100012345678',
  town: 'Anytown',
  postcode: 'SW1A 1AA',
  ward: 'Any ward',
  parish: 'Any parish',
  name: 'A club',
  number: '01234567',
  description: 'By the bridge',
  grid: 'SN 589 814',
}

const usualIdentifiers = {
  'national-insurance': 'AB123456C',
  nhs: '9434765919',
  company: '01234567',
  charity: '1234567',
  vehicle: 'AB12CDE',
  vat: '980780684',
} as const

/** A text that no rule names. */
function usualText({ question }: QuestionProgram): string {
  switch (question.kind) {
    case 'email':
      return 'someone@example.org'
    case 'phone':
      return '01632960001'
    case 'identifier':
      return usualIdentifiers[question.scheme]
    case 'text':
      return 'Any text'.slice(0, question.max)
    case 'long-text':
      return 'Any text'.slice(0, question.max)
    default:
      return 'Any text'
  }
}
