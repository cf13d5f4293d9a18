/**
 * The single place where answers are put into slots. Answers name their questions in few orders, and to go through an object in its own order
 * costs half of asking it for one name after another: so the orders are learned.
 */
import { isAbsent } from '../value.ts'

/** An answer and its slot; `convert` where its value is another than what is kept. */
export type AnswerSlot = { readonly name: string; readonly convert: ((answer: unknown) => unknown) | undefined }

/** A name as it came after others: what came `next` once, and what came there `instead` another time. */
type Step = {
  readonly name: string
  readonly at: number
  readonly convert: AnswerSlot['convert']
  next: Step | undefined
  instead: Step | undefined
}

/** Enough for every way through a large form; orders beyond are not learned, so that nobody can fill the memory. */
const MOST_STEPS = 2_000
const NOWHERE = -1

export class Placing {
  readonly #places: ReadonlyMap<string, Pick<Step, 'at' | 'convert'>>
  readonly #start: Step = stepTo('', undefined)
  #steps = 0

  constructor(slots: readonly AnswerSlot[]) {
    this.#places = new Map(slots.map(({ name, convert }, at) => [name, { at, convert }]))
  }

  /** Puts each answer that has a slot there; slots of answers that are missing stay as they are. */
  put(answers: Readonly<Record<string, unknown>>, slots: unknown[]): void {
    let step = this.#start
    for (const name in answers) {
      const { next } = step
      step = next !== undefined && next.name === name ? next : this.#after(step, name)
      const { at, convert } = step
      if (at !== NOWHERE) slots[at] = convert === undefined ? answers[name] : converted(convert, answers[name])
    }
  }

  #after(step: Step, name: string): Step {
    let last = step.next
    while (last !== undefined && last.name !== name && last.instead !== undefined) last = last.instead
    if (last?.name === name) return last
    const made = stepTo(name, this.#places.get(name))
    if (this.#steps === MOST_STEPS) return made
    this.#steps += 1
    if (last === undefined) step.next = made
    else last.instead = made
    return made
  }
}

function stepTo(name: string, place: Pick<Step, 'at' | 'convert'> | undefined): Step {
  return { name, at: place?.at ?? NOWHERE, convert: place?.convert, next: undefined, instead: undefined }
}

function converted(convert: (answer: unknown) => unknown, answer: unknown): unknown {
  return isAbsent(answer) ? undefined : convert(answer)
}
