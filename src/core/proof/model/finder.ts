/** The single place that looks for a person with certain properties, or shows that there is none. */
import { Search, takeChoice, takeNumber } from '../solver/search.ts'
import { type Half, isFixed, type Node, no, type Reach, states, yes } from '../solver/node.ts'
import type { AnswerModel } from './answer.ts'
import type { Model } from './model.ts'
import { type Person, personOf } from './person.ts'

/** What is wanted of a person: values of the net, of somebody who has answered so many pages and met no exit after so many. */
export type Wish = {
  readonly wants: readonly { readonly node: Node; readonly to: Reach }[]
  readonly pages: number
  readonly open: number
}

/** Why there is no answer: the budget was used up. */
export type NotFound = 'none' | 'unknown'

/** What to try first for a free value, by its path; nothing where it does not matter. */
export type Leaning = (answer: AnswerModel) => bigint | undefined

/** Two people a step apart. */
export type Pair = { readonly example: Person; readonly beside: Person }

type Effort = { readonly budget: number; readonly lean: Leaning | undefined }

type Rule = { readonly node: Node; readonly to: Reach; readonly page: number; readonly isExit: boolean }
type Choice = { readonly asked: Node; readonly node: Node; readonly answer?: AnswerModel }

/** Looks for people of one model. All its values are made before the first search. */
export class Finder {
  readonly model: Model
  steps = 0
  readonly #beside: Model | undefined
  readonly #rules: readonly Rule[]
  readonly #choices: readonly (readonly Choice[])[]
  readonly #byFree = new Map<Node, Rule[]>()
  #areLinked = false

  /** @param beside the same definition with some answers put in the place of others, which must hold beside the first */
  constructor(model: Model, beside?: Model) {
    this.model = model
    this.#beside = beside
    const both = beside === undefined ? [model] : [model, beside]
    const { pages } = model.prepared.program
    this.#rules = both.flatMap((one) => rulesOf(one))
    this.#choices = pages.map(({ questions }, page) =>
      both.flatMap((one) => questions.flatMap((program) => choicesOf(one.answer(page, program)))),
    )
  }

  /** A person as wished, none where there can be none, or unknown where `budget` steps did not tell. */
  find(wish: Wish, budget: number, lean?: Leaning): Person | NotFound {
    return this.#solve(() => personOf(this.model, wish.pages), wish, { budget, lean })
  }

  /** A person as wished, and the one beside them. */
  findPair(wish: Wish, budget: number): Pair | NotFound {
    const pair = (): Pair => ({ example: personOf(this.model, wish.pages), beside: personOf(this.#beside ?? this.model, wish.pages) })
    return this.#solve(pair, wish, { budget, lean: undefined })
  }

  #solve<Found>(read: () => Found, wish: Wish, { budget, lean }: Effort): Found | NotFound {
    const { net } = this.model.variables.ground
    const start = net.trail.length
    net.steps = 0
    const counted = this.#rules.filter(({ page, isExit }) => page < (isExit ? wish.open : wish.pages))
    const near = this.#near(wish, counted)
    const far = counted.filter((rule) => !near.has(rule))
    const phases = [{ assume: [...wish.wants, ...near] }, { assume: far, choose: this.#chooser(wish, lean) }]
    const answer = new Search(net, phases, budget).run()
    const found = answer === 'found' ? read() : answer
    this.steps += net.steps
    net.undo(start)
    return found
  }

  /** The rules of answers that the wish rests on, and of those these rest on. */
  #near(wish: Wish, counted: readonly Rule[]): ReadonlySet<Rule> {
    this.#link()
    const isCounted = new Set(counted)
    const near = new Set<Rule>()
    const seen = new Set<Node>()
    const pending = wish.wants.map(({ node }) => node)
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (seen.has(node)) continue
      seen.add(node)
      pending.push(...node.operation.parts)
      if (node.operation.parts.length > 0) continue
      for (const rule of this.#byFree.get(node) ?? []) {
        if (near.has(rule) || !isCounted.has(rule)) continue
        near.add(rule)
        pending.push(rule.node)
      }
    }
    return near
  }

  #link(): void {
    if (this.#areLinked) return
    this.#areLinked = true
    for (const rule of this.#rules) {
      for (const node of freeBelow(rule.node)) {
        const rules = this.#byFree.get(node) ?? []
        this.#byFree.set(node, rules)
        rules.push(rule)
      }
    }
  }

  /** In the order of the journey: what is optional is left out, the day is a usual one, and each value one that is likely. */
  #chooser({ pages }: Wish, lean: Leaning | undefined) {
    const { today } = this.model.variables
    const always: Choice = { asked: this.model.all([]), node: today }
    const choices = [always, ...this.#choices.slice(0, pages).flat()]
    return (from: number): { readonly half: Half; readonly at: number } | undefined => {
      for (let at = from; at < choices.length; at += 1) {
        const choice = choices[at]
        if (choice === undefined || isFixed(choice.node) || (choice.asked.state & yes) === 0) continue
        return { half: halfOf(choice, lean), at }
      }
      return undefined
    }
  }
}

/** What must hold of all answers, and which exits must not be met. */
function rulesOf(model: Model): readonly Rule[] {
  return model.prepared.program.pages.flatMap((_, page): readonly Rule[] => [
    ...model.rules(page).map((node) => ({ node, to: states(yes), page, isExit: false })),
    ...model.exits(page).map(({ node }) => ({ node, to: states(no), page, isExit: true })),
  ])
}

function halfOf({ node, answer }: Choice, lean: Leaning | undefined): Half {
  const wanted = answer === undefined ? undefined : lean?.(answer)
  if (node.sort === 'truth') {
    const first = wanted === undefined ? no : Number(wanted)
    return { node, first: states(first), second: states(node.state & ~first) }
  }
  if (node.sort === 'number') return takeNumber(node, Math.min(Math.max(node.prefer ?? 0, node.least), node.most))
  const lowest = node.choices & -node.choices
  return takeChoice(node, wanted !== undefined && (wanted & node.choices) !== 0n ? wanted : lowest)
}

/** What a person chooses of an answer, in the order in which it is best settled. */
function choicesOf(answer: AnswerModel): readonly Choice[] {
  const own = answer.free.map(
    ({ node, what }): Choice => ({
      asked: what === 'given' ? answer.asked : answer.present,
      node,
      ...(what === 'value' ? { answer } : {}),
    }),
  )
  return [...own, ...answer.entries.flatMap(({ members }) => members.flatMap((member) => choicesOf(member)))]
}

/** The free values a node rests on. */
export function freeBelow(node: Node): ReadonlySet<Node> {
  const free = new Set<Node>()
  const seen = new Set<Node>()
  const pending = [node]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    const { parts } = next.operation
    if (parts.length === 0) free.add(next)
    pending.push(...parts)
  }
  return free
}
