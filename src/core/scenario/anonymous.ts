/**
 * The single place where a real case becomes an example person nobody can be recognised in: names, addresses, contacts, identifiers and free text are made up, small
 * areas go, dates move and amounts are rounded as far as the rules let them.
 */
import { type Answer, type Answers, type GroupEntry, isEntries, type SimpleAnswer } from '#core/definition/answers.ts'
import type { Question, SimpleQuestion } from '#core/definition/model/question.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { addDays, daysBetween } from '#core/value/calendar-date.ts'
import { evaluate } from '#core/journey/evaluate.ts'

/** What became of an answer. `kept`: it stands as it was given, and the officer has to say whether it can. */
export type Treatment = 'made-up' | 'moved' | 'rounded' | 'kept'

export type Anonymous = {
  readonly today: string
  readonly answers: Answers
  /** By question, or `group.member`. */
  readonly treated: readonly { readonly path: string; readonly treatment: Treatment }[]
  /** Whether the path, the end, the outcome and every row met are the same as in the case. */
  readonly isSame: boolean
}

/** Days every date moves by with the day it happened on: whole weeks, so that weekdays stay. The first after which all stays the same counts. */
const shifts = [-364, 364, -182, 182, -91, 91, -28, 28, -7, 7, 0] as const
/** Days a date of long ago moves by besides, so that a birthday is not the real one. */
const nudges = [97, -97, 61, -61, 31, -31, 11, -11, 3, -3] as const
/** Pence an amount is rounded to; the first after which all stays the same counts. */
const roundings = [100_00, 50_00, 10_00, 5_00, 1_00] as const
/** A date further away than this has nothing to do with the day itself. */
const longAgo = 400

/** `today` is the day of the case, `YYYY-MM-DD`. Pure: the same case gives the same person. */
export function anonymise(prepared: Prepared, { answers, today }: { readonly answers: Answers; readonly today: string }): Anonymous {
  const real = shapeOf(prepared, answers, today)
  const madeUp = mapped(prepared, answers, (question, answer) => standIn(question, answer))
  const moved = shifts
    .map((days) => moveAll(prepared, madeUp, { today, days }))
    .find((one) => shapeOf(prepared, one.answers, one.today) === real)
  const base = moved ?? { answers: madeUp, today }
  const answersNow = rounded(prepared, { answers: nudged(prepared, base, real), today: base.today }, real)
  return {
    today: base.today,
    answers: answersNow,
    treated: treatments(prepared, answers, answersNow),
    isSame: shapeOf(prepared, answersNow, base.today) === real,
  }
}

/** What must stay the same: pages, faults, the end, the outcome and the rows met. Figures may move with the answers. */
function shapeOf(prepared: Prepared, answers: Answers, today: string): string {
  const { walk, exit, outcome, trace } = evaluate(prepared, answers, today)
  const rows = trace.flatMap(({ kind, id, rows: met }) => (kind === 'table' ? [[id, met ?? []]] : []))
  const faults = walk.faults.map(({ question, code }) => [question, code])
  return JSON.stringify([walk.pages.map(({ page }) => page.id), faults, exit ?? null, outcome, rows])
}

type Change = (question: SimpleQuestion, answer: SimpleAnswer, path: string) => SimpleAnswer

function mapped({ questions }: Prepared, answers: Answers, change: Change): Answers {
  const entries = Object.entries(answers).flatMap(([id, answer]): (readonly [string, Answer])[] => {
    const question = questions.get(id)?.question
    if (question === undefined) return []
    if (question.kind !== 'group') return isEntries(answer) ? [] : [[id, change(question, answer, id)]]
    return isEntries(answer) ? [[id, answer.map((entry) => mappedEntry(question, entry, change))]] : []
  })
  return Object.fromEntries(entries)
}

function mappedEntry(question: Extract<Question, { kind: 'group' }>, entry: GroupEntry, change: Change): GroupEntry {
  const changed = Object.entries(entry).flatMap(([id, answer]) => {
    const member = question.of.find((one) => one.id === id)
    return member === undefined ? [] : [[id, change(member, answer, `${question.id}.${id}`)] as const]
  })
  return Object.fromEntries(changed)
}

/** Of the ranges set aside for drama and tests: the numbers of Ofcom, example.org (RFC 2606), numbers that were never given out. */
const identifiers: Readonly<Record<string, string>> = {
  'national-insurance': 'AA000000A',
  nhs: '9990000026',
  company: '00000006',
  charity: '200000',
  vehicle: 'AA51AAA',
  vat: '100000034',
}

function standIn(question: SimpleQuestion, answer: SimpleAnswer): SimpleAnswer {
  switch (question.kind) {
    case 'text':
      return question.fill === 'name' || question.fill === 'given-name' || question.fill === 'family-name' ? 'Sam Example' : 'Made up'
    case 'long-text':
      return 'Made up for this example.'
    case 'email':
      return 'sam@example.org'
    case 'phone':
      return '01632960123'
    case 'identifier':
      return identifiers[question.scheme] ?? 'Made up'
    case 'organisation':
      return { name: 'Example Ltd' }
    case 'place':
      return { description: 'A made-up place' }
    case 'address':
      return addressFor(answer)
    default:
      return answer
  }
}

/** A property number stays a number, since a rule may ask for one; wards and parishes go. */
function addressFor(answer: SimpleAnswer): SimpleAnswer {
  const isListed = typeof answer === 'object' && 'uprn' in answer
  return { ...(isListed ? { uprn: '100000000001' } : {}), lines: ['1 Example Street'], town: 'Exampleton', postcode: 'AA1 1AA' }
}

function moveAll(prepared: Prepared, answers: Answers, { today, days }: { readonly today: string; readonly days: number }) {
  const move = (date: string) => (Math.abs(daysBetween(today, date)) <= longAgo ? (addDays(date, days) ?? date) : date)
  const changed = mapped(prepared, answers, ({ kind }, answer) => (kind === 'date' && typeof answer === 'string' ? move(answer) : answer))
  return { answers: changed, today: addDays(today, days) ?? today }
}

/** Dates of long ago, one question after another. */
function nudged(prepared: Prepared, { answers, today }: { readonly answers: Answers; readonly today: string }, real: string): Answers {
  const isFar = ({ kind }: SimpleQuestion, answer: SimpleAnswer) =>
    kind === 'date' && typeof answer === 'string' && Math.abs(daysBetween(today, answer)) > longAgo
  let now = answers
  for (const path of pathsOf(prepared, answers, isFar)) {
    const moved = nudges.map((days) =>
      mapped(prepared, now, (_, answer, at) => (at === path && typeof answer === 'string' ? (addDays(answer, days) ?? answer) : answer)),
    )
    now = moved.find((one) => shapeOf(prepared, one, today) === real) ?? now
  }
  return now
}

/** Amounts, one question after another: a figure to the penny can say who somebody is. */
function rounded(prepared: Prepared, { answers, today }: { readonly answers: Answers; readonly today: string }, real: string): Answers {
  let now = answers
  for (const path of pathsOf(prepared, answers, ({ kind }) => kind === 'money')) {
    const tried = roundings.map((to) =>
      mapped(prepared, now, (_, answer, at) => (at === path && typeof answer === 'number' ? Math.round(answer / to) * to : answer)),
    )
    now = tried.find((one) => shapeOf(prepared, one, today) === real) ?? now
  }
  return now
}

function pathsOf(
  prepared: Prepared,
  answers: Answers,
  isMeant: (question: SimpleQuestion, answer: SimpleAnswer) => boolean,
): ReadonlySet<string> {
  const paths = new Set<string>()
  mapped(prepared, answers, (question, answer, path) => {
    if (isMeant(question, answer)) paths.add(path)
    return answer
  })
  return paths
}

function treatments(prepared: Prepared, before: Answers, after: Answers): Anonymous['treated'] {
  const [was, is] = [flat(prepared, before), flat(prepared, after)]
  return [...is].map(([path, { kind, said }]) => {
    const isOther = was.get(path)?.said !== said
    if (isOther && kind === 'date') return { path, treatment: 'moved' }
    if (isOther && kind === 'money') return { path, treatment: 'rounded' }
    return { path, treatment: kept.has(kind) ? 'kept' : 'made-up' }
  })
}

/** Kinds whose answers stand as they were given. */
const kept: ReadonlySet<string> = new Set(['number', 'money', 'date', 'month', 'yes-no', 'one-of', 'many-of', 'declaration'])

function flat(prepared: Prepared, answers: Answers): ReadonlyMap<string, { readonly kind: string; readonly said: string }> {
  const found = new Map<string, { kind: string; said: string }>()
  mapped(prepared, answers, ({ kind }, answer, path) => {
    found.set(path, { kind, said: `${found.get(path)?.said ?? ''}${JSON.stringify(answer)}` })
    return answer
  })
  return found
}
