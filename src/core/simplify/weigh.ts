/** The single place that finds, on past cases, how often an answer could have changed anything: by leaving it out, and by giving every other answer in its place. */
import { type Answer, type Answers, type GroupEntry, isEntries, type SimpleAnswer } from '#core/definition/answers.ts'
import type { SimpleQuestion } from '#core/definition/model/question.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { isReadable, type PastCase } from '#core/replay/past-case.ts'
import { type Side, sideOf } from '#core/replay/side.ts'
import { verdictOf } from '#core/replay/verdict.ts'
import type { Leaf } from './leaf.ts'

/**
 * Of the cases in which it was answered: in how many another answer gives another outcome, price or figure (`changed`), in how many none does (`same`), and in how many
 * it can't be told (`unclear`), such as where another answer leads to pages nobody was asked.
 */
export type Weight = {
  readonly answered: number
  readonly changed: number
  readonly same: number
  readonly unclear: number
  /** Asked, and left empty. */
  readonly empty: number
  /** Answers to choose from that came out the same in every case tried, in groups; only groups of two and more. */
  readonly alike: readonly (readonly string[])[]
}

/** Other figures and dates tried in place of one. */
const mostOthers = 6
/** Entries of a group in which a member's answer is changed. */
const mostEntries = 3
/** Options are alike only where this many cases show it. */
const leastAlike = 30

/** Tries cases one by one, so that whoever runs it can let others have their turn. The order of the cases does not matter but for which figures are tried. */
export class Weigher {
  readonly #side: Side
  readonly #leaves: readonly Leaf[]
  readonly #tallies: ReadonlyMap<string, Counts>
  readonly #others: ReadonlyMap<string, readonly SimpleAnswer[]>

  constructor(prepared: Prepared, leaves: readonly Leaf[], past: readonly PastCase[]) {
    this.#side = sideOf(prepared, prepared)
    this.#leaves = leaves
    this.#tallies = new Map(leaves.map(({ path }) => [path, new Counts()]))
    this.#others = new Map(leaves.map((leaf) => [leaf.path, othersOf(leaf, past)]))
  }

  add(past: PastCase): void {
    const base = sayingOf(this.#side, past)
    for (const leaf of this.#leaves) this.#weigh(leaf, past, base)
  }

  read(): ReadonlyMap<string, Weight> {
    return new Map(this.#leaves.map(({ path, question }) => [path, this.#tallies.get(path)?.read(optionsOf(question)) ?? nothing]))
  }

  #weigh(leaf: Leaf, past: PastCase, base: string | undefined): void {
    const counts = this.#tallies.get(leaf.path)
    if (counts === undefined) return
    if (isLeftEmpty(leaf, past)) counts.empty += 1
    if (!isAnswered(leaf, past)) return
    counts.answered += 1
    if (base === undefined || !isReadable(leaf.question.kind)) counts.unclear += 1
    else counts.take(this.#verdict(leaf, past, { base, counts }))
  }

  #verdict(leaf: Leaf, past: PastCase, { base, counts }: { readonly base: string; readonly counts: Counts }): Outcome {
    const isChoice = optionsOf(leaf.question).length > 0
    if (leaf.group === undefined && !isChoice && sayingOf(this.#side, without(past, leaf.path)) === base) return 'same'
    const said = new Set<Outcome>()
    for (const { variant, from, to } of this.#variants(leaf, past)) {
      // What is known already need not be tried again.
      if (said.has('changed') && (from === undefined || to === undefined || !counts.mayBeAlike(from, to))) continue
      const saying = sayingOf(this.#side, variant)
      const outcome = saying === undefined ? 'unclear' : saying === base ? 'same' : 'changed'
      said.add(outcome)
      if (from !== undefined && to !== undefined) counts.compare(from, to, outcome)
    }
    if (said.has('changed')) return 'changed'
    return isChoice && said.has('same') && !said.has('unclear') ? 'same' : 'unclear'
  }

  #variants(leaf: Leaf, past: PastCase): readonly Variant[] {
    const others = this.#others.get(leaf.path) ?? []
    const { group } = leaf
    if (group === undefined) {
      const answer = past.answers[leaf.path]
      return answersBeside(others, answer).map((other) => variantOf(past, { id: leaf.path, answer: other }, { from: answer, to: other }))
    }
    const entries = past.answers[group]
    if (!isEntries(entries)) return []
    return entries.slice(0, mostEntries).flatMap((entry, place) => {
      const answer = entry[leaf.question.id]
      if (answer === undefined) return []
      return answersBeside(others, answer).map((other) => {
        const changed = entries.map((one, at): GroupEntry => (at === place ? { ...one, [leaf.question.id]: other } : one))
        return variantOf(past, { id: group, answer: changed }, { from: answer, to: other })
      })
    })
  }
}

type Outcome = 'changed' | 'same' | 'unclear'

type Variant = { readonly variant: PastCase; readonly from?: string; readonly to?: string }

function variantOf(past: PastCase, { id, answer }: { id: string; answer: Answer }, change: { from: unknown; to: unknown }): Variant {
  const variant = { ...past, answers: { ...past.answers, [id]: answer } satisfies Answers }
  const { from, to } = change
  return typeof from === 'string' && typeof to === 'string' ? { variant, from, to } : { variant }
}

function answersBeside(others: readonly SimpleAnswer[], answer: unknown): readonly SimpleAnswer[] {
  const given = JSON.stringify(answer)
  return others.filter((other) => JSON.stringify(other) !== given)
}

/** Outcome, price and figures shown, to be compared; undefined where it can't be told. */
function sayingOf(side: Side, past: PastCase): string | undefined {
  const verdict = verdictOf(side, past)
  return 'told' in verdict ? JSON.stringify([verdict.told.outcome, verdict.told.fee, verdict.told.values]) : undefined
}

function without(past: PastCase, id: string): PastCase {
  const answers = Object.fromEntries(Object.entries(past.answers).filter(([key]) => key !== id))
  return { ...past, answers, given: [...past.given, id] }
}

function isAnswered({ path, group, question }: Leaf, { answers, given }: PastCase): boolean {
  if (given.includes(path)) return true
  if (group === undefined) return Object.hasOwn(answers, path)
  const entries = answers[group]
  return isEntries(entries) && entries.some((entry) => Object.hasOwn(entry, question.id))
}

function isLeftEmpty({ path }: Leaf, { left, answers, given }: PastCase): boolean {
  return left.includes(path) && !Object.hasOwn(answers, path) && !given.includes(path)
}

/** Every other choice; of figures and dates those that stand at even distances among the answers people gave. */
function othersOf(leaf: Leaf, past: readonly PastCase[]): readonly SimpleAnswer[] {
  const { kind } = leaf.question
  if (kind === 'yes-no' || kind === 'declaration') return [true, false]
  const options = optionsOf(leaf.question)
  if (kind === 'many-of') return options.map((option) => [option])
  if (options.length > 0) return options
  if (!isReadable(kind)) return []
  const given = [...new Set(past.flatMap((one) => givenTo(leaf, one)))].sort(compare)
  if (given.length <= mostOthers) return given
  return Array.from({ length: mostOthers }, (_, place) => given[Math.round((place * (given.length - 1)) / (mostOthers - 1))] ?? '')
}

function givenTo({ path, group, question }: Leaf, { answers }: PastCase): readonly (string | number)[] {
  const entries = group === undefined ? undefined : answers[group]
  const found: readonly unknown[] =
    group === undefined ? [answers[path]] : isEntries(entries) ? entries.map((entry) => entry[question.id]) : []
  return found.filter((answer) => typeof answer === 'string' || typeof answer === 'number')
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function optionsOf(question: SimpleQuestion): readonly string[] {
  return question.kind === 'one-of' || question.kind === 'many-of'
    ? question.options.map(({ id }) => id)
    : question.kind === 'yes-no'
      ? ['yes', 'no']
      : []
}

const nothing: Weight = { answered: 0, changed: 0, same: 0, unclear: 0, empty: 0, alike: [] }

class Counts {
  answered = 0
  empty = 0
  unclear = 0
  #changed = 0
  #same = 0
  readonly #pairs = new Map<string, { tried: number; isAlike: boolean }>()

  take(verdict: Outcome): void {
    if (verdict === 'changed') this.#changed += 1
    else if (verdict === 'same') this.#same += 1
    else this.unclear += 1
  }

  /** Whether giving `to` in place of `from` changed anything, whichever of the two was given. */
  compare(from: string, to: string, outcome: Outcome): void {
    const key = [from, to].sort().join(' ')
    const pair = this.#pairs.get(key) ?? { tried: 0, isAlike: true }
    pair.tried += 1
    if (outcome !== 'same') pair.isAlike = false
    this.#pairs.set(key, pair)
  }

  read(options: readonly string[]): Weight {
    const { answered, empty, unclear } = this
    return { answered, changed: this.#changed, same: this.#same, unclear, empty, alike: this.#alike(options) }
  }

  /** False once it is known that one in place of the other makes a difference. */
  mayBeAlike(one: string, other: string): boolean {
    return this.#pairs.get([one, other].sort().join(' '))?.isAlike ?? true
  }

  /** Options hang together that were tried in place of each other often enough; none in a group makes a difference to another. */
  #alike(options: readonly string[]): readonly (readonly string[])[] {
    const groups: string[][] = []
    for (const option of options) {
      const group = groups.find(
        (one) => one.some((other) => this.#areAlike(option, other)) && one.every((other) => this.mayBeAlike(option, other)),
      )
      if (group) group.push(option)
      else groups.push([option])
    }
    return groups.filter(({ length }) => length > 1)
  }

  #areAlike(one: string, other: string): boolean {
    const pair = this.#pairs.get([one, other].sort().join(' '))
    return pair !== undefined && pair.isAlike && pair.tried >= leastAlike
  }
}
