/**
 * The single place that finds what would change a result: of each answer, the smallest change that gives another one. Candidates come from the
 * comparisons of the rules, worked backwards; each is walked like any answers, so that nothing is told that does not come true.
 */
import { isFailure } from '#core/expression/index.ts'
import { addDays, daysBetween } from '#core/value/calendar-date.ts'
import { firstDayOf, monthOfDate } from '#core/value/calendar-month.ts'
import type { Answers, SimpleAnswer } from '../definition/answers.ts'
import type { Prepared } from '../definition/prepare.ts'
import type { SimpleQuestion } from '../definition/model/question.ts'
import { Walker } from '../journey/walker.ts'
import { walkOf } from '../journey/walk.ts'
import { type AnswerPlace, type Given, givenIn, withAnswer } from './place.ts'
import { thresholdsOf } from './thresholds.ts'
import { mayBeTold } from './told.ts'

/** What comes of answers: an outcome proposed, or the exit reached. */
export type Come = { readonly kind: 'outcome' | 'exit'; readonly id: string }

/** One change that turns the result: of this answer, from this to that, and what would come of it. */
export type Turn = AnswerPlace & { readonly before: SimpleAnswer; readonly after: SimpleAnswer; readonly come: Come }

/**
 * The answers, and the day they are taken for (`YYYY-MM-DD`). `isTheirs` keeps only answers that the service marks as a person’s to act on, and never
 * one about a protected characteristic.
 */
export type Turned = { readonly answers: Answers; readonly today: string; readonly isTheirs?: boolean }

/** How far a candidate is followed towards the answer given, one step at a time, where rounding lies between. */
const mostSteps = 200
/** Whole numbers within so narrow bounds are all tried. */
const mostTried = 400

/** In the order of the questions, for each answer the nearest change to each other result. Nothing where the rules say nothing now. Pure. */
export function turnsOf(prepared: Prepared, { answers, today, isTheirs = false }: Turned): readonly Turn[] {
  const search = new Search(prepared, answers, today)
  return search.base === undefined ? [] : search.given(isTheirs).flatMap((given) => search.turns(given))
}

class Search {
  readonly base: Come | undefined
  readonly #prepared: Prepared
  readonly #answers: Answers
  readonly #today: string
  readonly #walker: Walker
  readonly #derived: ReadonlyMap<string, Prepared['program']['derived'][number]>

  constructor(prepared: Prepared, answers: Answers, today: string) {
    this.#prepared = prepared
    this.#today = today
    this.#walker = new Walker(prepared, answers, today).walk().finish()
    this.#answers = this.#walker.relevant
    this.#derived = new Map(prepared.program.derived.map((one) => [one.id, one]))
    this.base = comeOf(this.#walker)
  }

  given(isTheirs: boolean): readonly Given[] {
    const questions = this.#prepared.pages.flatMap((page) => page.questions)
    const all = givenIn(questions, this.#answers)
    return isTheirs ? all.filter(({ place, question }) => mayBeTold(this.#prepared.definition, place.question, question)) : all
  }

  turns(given: Given): readonly Turn[] {
    const nearest = new Map<string, Turn>()
    for (const after of this.#candidates(given)) {
      const come = this.#come(given, after)
      if (come === undefined || isSame(come, this.base) || nearest.has(keyOf(come))) continue
      nearest.set(keyOf(come), { ...given.place, before: given.answer, after: this.#nearer(given, after, come), come })
    }
    return [...nearest.values()]
  }

  /** Other answers to a question, the nearest first. */
  #candidates(given: Given): readonly SimpleAnswer[] {
    const { question, answer } = given
    switch (question.kind) {
      case 'yes-no':
        return [answer !== true]
      case 'one-of':
        return question.options.map(({ id }) => id).filter((id) => id !== answer)
      case 'many-of':
        return chosenOtherwise(question, answer)
      case 'number':
      case 'money':
      case 'date':
      case 'month':
        return this.#measured(given)
      default:
        return []
    }
  }

  #measured(given: Given): readonly SimpleAnswer[] {
    const { question, answer, place } = given
    const scale = scaleOf(question)
    const setting = { place, values: this.#walker.values, derived: this.#derived, items: new Map() }
    const at = scale.place(answer)
    const found = new Set(everyOne(question))
    for (const threshold of thresholdsOf(this.#prepared, setting)) {
      const near = scale.place(threshold)
      if (near !== undefined) for (const step of [-1, 0, 1]) found.add(near + step)
    }
    if (at === undefined) return []
    return [...found]
      .filter((one) => one !== at)
      .sort((one, other) => Math.abs(one - at) - Math.abs(other - at))
      .flatMap((one) => scale.answer(one) ?? [])
  }

  /** Rounding can leave a candidate a little beyond where the result turns: followed back while it stays turned. */
  #nearer(given: Given, found: SimpleAnswer, come: Come): SimpleAnswer {
    const scale = scaleOf(given.question)
    const [at, from] = [scale.place(found), scale.place(given.answer)]
    if (at === undefined || from === undefined) return found
    const step = Math.sign(from - at)
    let nearest = found
    for (let place = at + step, steps = 0; place !== from && steps < mostSteps; place += step, steps += 1) {
      const answer = scale.answer(place)
      const here = answer === undefined ? undefined : this.#come(given, answer)
      if (answer === undefined || here === undefined || !isSame(here, come)) break
      nearest = answer
    }
    return nearest
  }

  #come({ place }: Given, answer: SimpleAnswer): Come | undefined {
    return comeOf(new Walker(this.#prepared, withAnswer(this.#answers, place, answer), this.#today).walk().finish())
  }
}

/** What comes of a walk; undefined where something is missing or at fault, or the rules cannot tell. */
function comeOf(walker: Walker): Come | undefined {
  if (walker.pages.some(({ faults }) => faults.length > 0)) return undefined
  if (walker.exit !== undefined) return { kind: 'exit', id: walker.exit }
  const outcome = walkOf(walker).done ? walker.prepared.program.outcome?.evaluate(walker.values) : undefined
  return typeof outcome === 'string' && !isFailure(outcome) ? { kind: 'outcome', id: outcome } : undefined
}

function isSame(one: Come, other: Come | undefined): boolean {
  return one.kind === other?.kind && one.id === other.id
}

function keyOf({ kind, id }: Come): string {
  return `${kind} ${id}`
}

/** One choice more or less; what means none of them stands alone. */
function chosenOtherwise({ options, none }: Extract<SimpleQuestion, { kind: 'many-of' }>, answer: SimpleAnswer): readonly SimpleAnswer[] {
  if (!Array.isArray(answer)) return []
  const chosen: readonly unknown[] = answer
  return options.map(({ id }) => {
    if (chosen.includes(id)) return options.map((one) => one.id).filter((one) => one !== id && chosen.includes(one))
    return id === none ? [id] : options.map((one) => one.id).filter((one) => one === id || (one !== none && chosen.includes(one)))
  })
}

/** Whole numbers within narrow bounds, all of them. */
function everyOne(question: SimpleQuestion): readonly number[] {
  if (question.kind !== 'number' || question.min === undefined || question.max === undefined) return []
  const { min, max } = question
  return max - min > mostTried ? [] : Array.from({ length: max - min + 1 }, (_, index) => min + index)
}

/** Answers on a line of whole steps: pence, days, months, ones. */
type Scale = { readonly place: (answer: unknown) => number | undefined; readonly answer: (place: number) => SimpleAnswer | undefined }

const numbers: Scale = {
  place: (answer) => (typeof answer === 'number' && Number.isSafeInteger(answer) ? answer : undefined),
  answer: (place) => place,
}
const start = '0001-01-01'
const days: Scale = {
  place: (answer) => (typeof answer === 'string' ? daysBetween(start, answer) : undefined),
  answer: (place) => addDays(start, place),
}
const months: Scale = {
  place: (answer) => (typeof answer === 'string' ? Number(answer.slice(0, 4)) * 12 + Number(answer.slice(5, 7)) - 1 : undefined),
  answer: (place) =>
    monthOfDate(firstDayOf(`${String(Math.floor(place / 12)).padStart(4, '0')}-${String((place % 12) + 1).padStart(2, '0')}`)),
}

function scaleOf({ kind }: SimpleQuestion): Scale {
  return kind === 'date' ? days : kind === 'month' ? months : numbers
}
