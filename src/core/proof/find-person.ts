/** The single place that finds an example person with what is wished of them, or says why there is none. */
import { type Answer, type Answers, isEntries } from '#core/definition/answers.ts'
import type { Prepared, Question } from '#core/definition/index.ts'
import { evaluate, type Evaluation } from '#core/journey/index.ts'
import { conflictOf, type Sought } from './conflict.ts'
import { Finder } from './model/finder.ts'
import { Model } from './model/model.ts'
import type { Person } from './model/person.ts'
import { Variables } from './model/variables.ts'
import { states, yes } from './solver/node.ts'
import { isFulfilled, type Want, wantOf, type Wish } from './wish.ts'

/** Steps of the solver for one search, unless another budget is given. */
export const usualBudget = 200_000

/** `budget`: it takes more steps than allowed. `beyond`: it hangs on something the solver does not look into, such as the letters of a text. */
export type Unknown = 'budget' | 'beyond'

/** `conflict`: ids of the smallest set of parts that leave nobody; empty where the definition has no such thing to wish for. */
export type FoundPerson = { readonly person: Person } | { readonly conflict: readonly string[] } | { readonly unknown: Unknown }

/** How a journey ends: sent after all pages, or at an exit that is met after a page. */
type Ending = { readonly pages: number; readonly exit?: string }

/**
 * A shortest example person who fulfils every wish and answers every page they meet up to the end, or, where an exit is wished, up to there. The real
 * walk and the real rules have been run on whoever is given. Deterministic.
 */
export function findPerson(prepared: Prepared, wishes: readonly Wish[], budget = usualBudget): FoundPerson {
  const [wish] = wishes.filter((one) => 'exit' in one)
  return search(prepared, { wishes, endings: wish === undefined ? [sent(prepared)] : exitsOf(prepared, wish.exit), budget })
}

/** The same of somebody who is sent away at an exit, if nobody who reaches the end is as wished. */
export function findAnybody(prepared: Prepared, wishes: readonly Wish[], budget = usualBudget): FoundPerson {
  return search(prepared, { wishes, endings: [sent(prepared), ...exitsOf(prepared)], budget })
}

function sent({ program }: Prepared): Ending {
  return { pages: program.pages.length }
}

function exitsOf({ schedule }: Prepared, id?: string): readonly Ending[] {
  return schedule.after.flatMap(({ exits }, page) =>
    exits.filter((exit) => id === undefined || exit.id === id).map((exit): Ending => ({ pages: page + 1, exit: exit.id })),
  )
}

type Looking = { readonly wishes: readonly Wish[]; readonly endings: readonly Ending[]; readonly budget: number }

function search(prepared: Prepared, { wishes, endings, budget }: Looking): FoundPerson {
  const model = new Model(new Variables(prepared))
  const seeking = endings.map((ending) => soughtFor(wishes, ending))
  if (wantsOf(model, wishes) === undefined) return { conflict: [] }
  const finder = new Finder(model)
  let unknown: Unknown | undefined
  for (const { wants, pages, open } of seeking) {
    const found = finder.find({ wants: wants(model) ?? [], pages, open }, budget)
    if (found === 'unknown') unknown = 'budget'
    if (found === 'unknown' || found === 'none') continue
    if (holds(evaluate(prepared, found.answers, found.today))) return { person: shortened(prepared, found, holds) }
    unknown ??= 'beyond'
  }
  return unknown === undefined ? { conflict: conflictAmong(prepared, seeking, budget) } : { unknown }

  function holds(evaluation: Evaluation): boolean {
    const { done, exit } = evaluation.walk
    const isEnded = endings.some((ending) => (ending.exit === undefined ? done : exit === ending.exit))
    return isEnded && wishes.every((wish) => isFulfilled(prepared, evaluation, wish))
  }
}

function soughtFor(wishes: readonly Wish[], { pages, exit }: Ending): Sought {
  if (exit === undefined) return { wants: (model) => wantsOf(model, wishes), pages, open: pages }
  const met = (model: Model): Want => ({ node: model.exitMet(pages - 1, exit), to: states(yes) })
  return { wants: (model) => wantsOf(model, wishes)?.concat(met(model)), pages, open: pages - 1 }
}

/** Where several endings were tried, what contradicts even if exits sent nobody away says most. */
function conflictAmong(prepared: Prepared, [first, ...others]: readonly Sought[], budget: number): readonly string[] {
  if (first === undefined) return []
  const whole = others.length === 0 ? [] : conflictOf(prepared, { ...first, open: 0 }, { budget })
  return whole.length > 0 ? whole : conflictOf(prepared, first, { budget })
}

function wantsOf(model: Model, wishes: readonly Wish[]): readonly Want[] | undefined {
  const wants = wishes.flatMap((wish) => ('exit' in wish ? [] : [wantOf(model, wish)]))
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
