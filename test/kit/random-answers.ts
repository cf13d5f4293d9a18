/** The single place for answers drawn by a seed, for whatever a definition asks: near its limits as often as far from them. */
import type { Answer, GroupEntry, Prepared, Question, SimpleAnswer } from '#core/definition/index.ts'
import { addDays, dateOfDay, dayNumber } from '#core/value/calendar-date.ts'
import { parseMoney } from '#core/value/money.ts'

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function diceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** What answers are drawn with. `share` of the questions that may be left are answered; `figures` are numbers and amounts worth coming near to. */
export type Drawing = { readonly dice: () => number; readonly today: string; readonly share?: number; readonly figures?: readonly number[] }

/** An answer to each question of a version, asked or not. */
export function randomAnswers(prepared: Prepared, drawing: Drawing): Readonly<Record<string, Answer>> {
  const answers: Record<string, Answer> = {}
  for (const { question } of prepared.questions.values()) {
    if (question.optional && drawing.dice() > (drawing.share ?? 0.5)) continue
    answers[question.id] = question.kind === 'group' ? entriesOf(question, drawing) : answerOf(question, drawing)
  }
  return answers
}

function entriesOf(question: Extract<Question, { kind: 'group' }>, drawing: Drawing): readonly GroupEntry[] {
  const count = between(drawing.dice, question.min, Math.min(question.max, question.min + 3))
  return Array.from({ length: count }, () => {
    const asked = question.of.filter(({ optional }) => !optional || drawing.dice() < (drawing.share ?? 0.5))
    return Object.fromEntries(asked.map((member) => [member.id, answerOf(member, drawing)]))
  })
}

function answerOf(question: Exclude<Question, { kind: 'group' }>, drawing: Drawing): SimpleAnswer {
  const { dice, today } = drawing
  switch (question.kind) {
    case 'number':
      return numberOf([question.min ?? -5, question.max ?? 100], drawing)
    case 'money':
      return numberOf([penceOf(question.min) ?? 0, penceOf(question.max) ?? 5_000_000], drawing)
    case 'date':
      return dayOf(drawing)
    case 'month':
      return dayOf(drawing).slice(0, 7)
    case 'yes-no':
      return dice() < 0.5
    case 'declaration':
      return true
    case 'one-of':
      return question.options[between(dice, 0, question.options.length - 1)]?.id ?? ''
    case 'many-of': {
      const chosen = question.options.map(({ id }) => id).filter((id) => id !== question.none && dice() < 0.4)
      const [first] = question.options
      return chosen.length > 0 || first === undefined ? chosen : [first.id]
    }
    case 'address':
      return { lines: ['1 Low Road'], postcode: 'CB1 2AB' }
    case 'place':
      return { description: 'By the gate' }
    case 'organisation':
      return { name: 'A club' }
    case 'email':
      return 'ada@example.org'
    case 'phone':
      return '01632 960123'
    default:
      return today.slice(0, 4)
  }
}

/** Half of them near a figure, so that limits are met and just missed. */
function numberOf([least, most]: readonly [number, number], { dice, figures = [] }: Drawing): number {
  const figure = dice() < 0.5 ? figures[between(dice, 0, figures.length - 1)] : undefined
  const near = figure === undefined ? undefined : figure + between(dice, -1, 1)
  return near !== undefined && near >= least && near <= most
    ? near
    : between(dice, least, Math.min(most, least + (dice() < 0.5 ? 100_000 : 2_000_000)))
}

function dayOf({ dice, today }: Drawing): string {
  const soon = addDays(today, between(dice, 0, 60))
  return dice() < 0.3 && soon !== undefined ? soon : (dateOfDay(dayNumber(today) - between(dice, 0, 33_000)) ?? today)
}

function penceOf(written: string | number | undefined): number | undefined {
  return written === undefined ? undefined : parseMoney(String(written))
}

function between(dice: () => number, least: number, most: number): number {
  return least + Math.floor(dice() * (most - least + 1))
}
