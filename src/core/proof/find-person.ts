/** The single place that finds an example person with what is wished of them, or says why there is none. */
import type { Answer, Answers, GroupEntry } from '#core/definition/answers.ts'
import type { Prepared, Question } from '#core/definition/index.ts'
import { evaluate, type Evaluation } from '#core/journey/index.ts'
import { conflictOf } from './conflict.ts'
import { Finder } from './model/finder.ts'
import { Model } from './model/model.ts'
import type { Person } from './model/person.ts'
import { Variables } from './model/variables.ts'
import { isFulfilled, type Want, wantOf, type Wish } from './wish.ts'

/** Steps of the solver for one search, unless another budget is given. */
export const usualBudget = 200_000

/** `budget`: it takes more steps than allowed. `beyond`: it hangs on something the solver does not look into, such as the letters of a text. */
export type Unknown = 'budget' | 'beyond'

/** `conflict`: ids of the smallest set of parts that leave nobody; empty where the definition has no such thing to wish for. */
export type FoundPerson = { readonly person: Person } | { readonly conflict: readonly string[] } | { readonly unknown: Unknown }

/**
 * A shortest example person who fulfils every wish, answers every page they meet and reaches the end. The real walk and the real rules have
 * been run on whoever is given. Deterministic.
 */
export function findPerson(prepared: Prepared, wishes: readonly Wish[], budget = usualBudget): FoundPerson {
  const model = new Model(new Variables(prepared))
  const wants = wantsOf(model, wishes)
  if (wants === undefined) return { conflict: [] }
  const pages = prepared.program.pages.length
  const found = new Finder(model).find({ wants, pages, open: pages }, budget)
  if (found === 'unknown') return { unknown: 'budget' }
  if (found === 'none') return { conflict: conflictOf(prepared, { wants: (other) => wantsOf(other, wishes), pages, open: pages }, budget) }
  const holds = (evaluation: Evaluation): boolean => evaluation.walk.done && wishes.every((wish) => isFulfilled(prepared, evaluation, wish))
  return holds(evaluate(prepared, found.answers, found.today)) ? { person: shortened(prepared, found, holds) } : { unknown: 'beyond' }
}

function wantsOf(model: Model, wishes: readonly Wish[]): readonly Want[] | undefined {
  const wants = wishes.map((wish) => wantOf(model, wish))
  const known = wants.filter((want) => want !== undefined)
  return known.length === wants.length ? known : undefined
}

/** How often a person is tried another way to make them shorter. */
const mostTries = 300

/** The same person with other choices where these leave fewer questions to answer, as long as `holds` stays true of them. */
export function shortened(prepared: Prepared, person: Person, holds: (evaluation: Evaluation) => boolean): Person {
  let { answers } = person
  let tries = 0
  for (const [id, { question }] of prepared.questions) {
    const now = answers[id]
    for (const other of now === undefined ? [] : othersOf(question, now)) {
      tries += 1
      if (tries > mostTries) return { ...person, answers }
      const evaluation = evaluate(prepared, changed(answers, id, other), person.today)
      const { relevant } = evaluation.walk
      if (lengthOf(relevant) < lengthOf(answers) && holds(evaluation)) answers = relevant
    }
  }
  return { ...person, answers }
}

/** How many single answers there are, those in entries of groups with them. */
function lengthOf(answers: Answers): number {
  return Object.values(answers).reduce<number>(
    (sum, answer) => sum + 1 + (isEntries(answer) ? answer.flatMap(Object.keys).length + answer.length : 0),
    0,
  )
}

function isEntries(answer: Answer): answer is readonly GroupEntry[] {
  return Array.isArray(answer) && answer.every((entry) => typeof entry === 'object')
}

/** Other answers that may leave less to answer: nothing, the other options, one entry fewer. */
function othersOf(question: Question, now: Answer): readonly (Answer | undefined)[] {
  const none = question.optional ? [undefined] : []
  if (question.kind === 'yes-no') return [...none, !now]
  if (question.kind === 'one-of') return [...none, ...question.options.map(({ id }) => id).filter((id) => id !== now)]
  if (question.kind !== 'group' || !isEntries(now)) return none
  return [...none, ...now.map((_, entry) => now.filter((_other, at) => at !== entry))]
}

function changed(answers: Answers, id: string, to: Answer | undefined): Answers {
  const { [id]: _, ...others } = answers
  return to === undefined ? others : { ...others, [id]: to }
}
