/** The single place where a person is made up: an example person of the service, varied until they are somebody else who still fits. Pure. */
import {
  type Answer,
  type Answers,
  evaluate,
  type Evaluation,
  type GroupEntry,
  type GroupQuestion,
  type Prepared,
  type Question,
  readFileAnswers,
  type ScenarioFile,
  type SimpleAnswer,
  type SimpleQuestion,
} from '#core/index.ts'
import { addDays, daysBetween } from '#core/value/calendar-date.ts'
import { between, type Dice, pick } from './dice.ts'
import { firstNames, lastNames } from './names.ts'

export type Address = {
  readonly uprn: string
  readonly lines: readonly string[]
  readonly town: string
  readonly postcode: string
  readonly ward: string
  readonly parish: string
}

/** What a made-up person needs from their surroundings. */
export type Surroundings = {
  readonly prepared: Prepared
  readonly scenarios: readonly ScenarioFile[]
  readonly addresses: readonly Address[]
  readonly dice: Dice
}

export type MadeUp = { readonly answers: Answers; readonly evaluation: Evaluation }

/** Half of all variations fit; after this many that do not, the example person goes in with a new name and address only. */
const mostTries = 8

/** True of an example person who gets to the end. */
export function isComplete({ expect }: ScenarioFile): boolean {
  return expect.exit === undefined && !expect.faults?.length
}

/** Somebody who fills in the whole service on that day; undefined when no example person gets through on it. */
export function madeUpPerson(surroundings: Surroundings, today: string): MadeUp | undefined {
  const { prepared, scenarios, dice } = surroundings
  const complete = scenarios.filter(isComplete)
  if (complete.length === 0) return undefined
  const scenario = pick(dice, complete)
  const base = readFileAnswers(prepared, scenario.answers).answers
  const shift = (date: string) => shifted(date, { from: scenario.today, to: today, dice })
  for (let tries = 0; tries <= mostTries; tries += 1) {
    const boldness = tries === mostTries ? 0 : 0.35
    const answers = varied(base, { ...surroundings, boldness, shift })
    const evaluation = evaluate(prepared, answers, today)
    if (evaluation.walk.done && evaluation.exit === undefined) return { answers: evaluation.walk.relevant, evaluation }
  }
  return undefined
}

type Varying = Surroundings & { readonly boldness: number; readonly shift: (date: string) => string }

function varied(base: Answers, varying: Varying): Answers {
  const name = `${pick(varying.dice, firstNames)} ${pick(varying.dice, lastNames)}`
  const entries = Object.entries(base).map(([id, answer]) => {
    const question = varying.prepared.questions.get(id)?.question
    return [id, question === undefined ? answer : variation(question, answer, { ...varying, name })] as const
  })
  return Object.fromEntries(entries)
}

type Named = Varying & { readonly name: string }

function variation(question: Question, answer: Answer, varying: Named): Answer {
  if (question.kind !== 'group') return isSimple(answer) ? simpleVariation(question, answer, varying) : answer
  return isGroup(answer) ? answer.map((entry) => entryOf(question, entry, varying)) : answer
}

function entryOf({ of }: GroupQuestion, entry: GroupEntry, varying: Named): GroupEntry {
  const changed = Object.entries(entry).map(([id, answer]) => {
    const member = of.find((question) => question.id === id)
    return [id, member === undefined ? answer : simpleVariation(member, answer, varying)] as const
  })
  return Object.fromEntries(changed)
}

function simpleVariation(question: SimpleQuestion, answer: SimpleAnswer, varying: Named): SimpleAnswer {
  const { dice, boldness, addresses, name } = varying
  const isBold = dice() < boldness
  if (typeof answer === 'string') return textVariation(question, answer, { ...varying, isBold })
  if (question.kind === 'address') return addresses.length === 0 ? answer : { ...pick(dice, addresses) }
  if (question.kind === 'organisation') return { name: `${name} Ltd` }
  if (question.kind === 'yes-no') return isBold ? !answer : answer
  if (typeof answer !== 'number') return answer
  if (question.kind === 'money') return Math.round((answer * between(dice, 55, 135)) / 10_000) * 100
  return isBold && question.kind === 'number' ? Math.max(question.min ?? 0, answer + between(dice, -1, 2)) : answer
}

function textVariation(question: SimpleQuestion, answer: string, varying: Named & { readonly isBold: boolean }): string {
  const { dice, name, isBold } = varying
  if (question.kind === 'text' && question.fill === 'name') return name
  if (question.kind === 'email') return `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org`
  if (question.kind === 'date') return varying.shift(answer)
  return question.kind === 'one-of' && isBold ? pick(dice, question.options).id : answer
}

function isGroup(answer: Answer): answer is readonly GroupEntry[] {
  return Array.isArray(answer) && answer.every((entry) => typeof entry === 'object')
}

function isSimple(answer: Answer): answer is SimpleAnswer {
  return !isGroup(answer)
}

/** A date near the day keeps its distance from it, so that “next week” stays next week; one long ago moves by some years. */
function shifted(date: string, { from, to, dice }: { readonly from: string; readonly to: string; readonly dice: Dice }): string {
  const distance = daysBetween(from, date)
  if (Math.abs(distance) < 400) return addDays(to, distance) ?? date
  return addDays(date, between(dice, -2500, 2500)) ?? date
}
