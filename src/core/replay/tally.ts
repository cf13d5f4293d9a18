/** The single place where differences are counted. The order in which they come does not matter. */
import type { Version } from '#core/definition/definition.ts'
import type { PlainValue } from '#core/journey/plain-value.ts'
import { type Difference, type Way, wayOf } from './difference.ts'
import type { Side } from './side.ts'
import { exitOutcome, type Lack, type Told } from './verdict.ts'

/** Cases in which a figure goes up, goes down or stays, those where one of the two is no figure (`other`), and its sums before and after. */
export type Moved = Readonly<Record<Way, number>> & { readonly before: number; readonly after: number }

/** What trying a version on past cases shows: a promise to other programs, these keys stay and more may come. Money in pence. */
export type Trial = {
  readonly from: Version
  readonly to: Version
  readonly cases: number
  /** How many of them were made up. */
  readonly madeUp: number
  /** Told by both versions, and decided, charged or worked out otherwise. */
  readonly changed: number
  /** Outcome to outcome, those told by both; an exit is `exit:<id>`, `open` stands for none proposed. Most cases first. */
  readonly matrix: readonly { readonly from: string; readonly to: string; readonly count: number }[]
  /** Cases that one of the versions can't tell of; a case may lack several answers. */
  readonly cantTell: { readonly count: number; readonly questions: readonly (Lack & { readonly count: number })[] }
  readonly fee: Moved
  /** Calculations that people are shown, by id. */
  readonly values: Readonly<Record<string, Moved>>
  /** Questions asked; `unknown` where an answer is missing that decides it. */
  readonly asked: { readonly more: number; readonly fewer: number; readonly same: number; readonly unknown: number }
  readonly exits: readonly { readonly exit: string; readonly before: number; readonly after: number }[]
  /** Cases a person has to look at closely: an adverse outcome, one that two must agree on, or none proposed. */
  readonly person: { readonly before: number; readonly after: number }
  /** For whoever may see cases: some whose outcome changes or can't be told, by their ids. */
  readonly examples: readonly { readonly from: string; readonly to: string; readonly ids: readonly string[] }[]
}

/** Names the cases that can't be told among the examples. */
export const CANT_TELL = 'cant-tell'

const MOST_EXAMPLES = 10

class Movement {
  readonly #ways = { more: 0, less: 0, same: 0, other: 0 }
  #before = 0
  #after = 0

  add(before: PlainValue, after: PlainValue): void {
    this.#ways[wayOf(before, after)] += 1
    if (typeof before === 'number') this.#before += before
    if (typeof after === 'number') this.#after += after
  }

  read(): Moved {
    return { ...this.#ways, before: this.#before, after: this.#after }
  }
}

/** Counts as differences come. */
export class Tally {
  readonly #versions: Pick<Trial, 'from' | 'to'>
  readonly #exits: ReadonlySet<string>
  readonly #counts = { cases: 0, madeUp: 0, changed: 0, cantTell: 0 }
  readonly #matrix = new Map<string, { from: string; to: string; count: number }>()
  readonly #lacks = new Map<string, Lack & { count: number }>()
  readonly #examples = new Map<string, { from: string; to: string; ids: string[] }>()
  readonly #fee = new Movement()
  readonly #values: ReadonlyMap<string, Movement>
  readonly #asked = { more: 0, fewer: 0, same: 0, unknown: 0 }
  readonly #person = { before: 0, after: 0 }

  constructor({ from, to }: { readonly from: Side; readonly to: Side }) {
    this.#versions = { from: from.prepared.version, to: to.prepared.version }
    this.#exits = new Set([from, to].flatMap(({ prepared }) => prepared.program.exits.map(({ id }) => id)))
    this.#values = new Map([...new Set([...from.shown, ...to.shown])].sort().map((id) => [id, new Movement()]))
  }

  add(difference: Difference): void {
    this.#counts.cases += 1
    if (difference.isMadeUp) this.#counts.madeUp += 1
    if (difference.state === 'cant-tell') {
      this.#counts.cantTell += 1
      for (const lack of difference.lacks) this.#lack(lack)
      this.#example(CANT_TELL, CANT_TELL, difference.id)
      return
    }
    const { from, to, isChanged, id } = difference
    if (isChanged) this.#counts.changed += 1
    this.#tell(from, to)
    if (isChanged) this.#example(from.outcome, to.outcome, id)
  }

  read(): Trial {
    const { cases, madeUp, changed, cantTell } = this.#counts
    return {
      ...this.#versions,
      ...{ cases, madeUp, changed },
      matrix: [...this.#matrix.values()].map((cell) => ({ ...cell })).sort(byCount),
      cantTell: { count: cantTell, questions: [...this.#lacks.values()].map((lack) => ({ ...lack })).sort(byCount) },
      fee: this.#fee.read(),
      values: Object.fromEntries([...this.#values].map(([id, movement]) => [id, movement.read()])),
      asked: { ...this.#asked },
      exits: [...this.#exits].sort().map((exit) => ({ exit, ...this.#reaching(exitOutcome(exit)) })),
      person: { ...this.#person },
      examples: [...this.#examples.values()].map(({ from, to, ids }) => ({ from, to, ids: [...ids] })).sort(byEnds),
    }
  }

  #tell(from: Told, to: Told): void {
    const key = JSON.stringify([from.outcome, to.outcome])
    const cell = this.#matrix.get(key) ?? { from: from.outcome, to: to.outcome, count: 0 }
    cell.count += 1
    this.#matrix.set(key, cell)
    this.#fee.add(from.fee, to.fee)
    for (const [id, movement] of this.#values) movement.add(from.values[id] ?? null, to.values[id] ?? null)
    if (from.asked === null || to.asked === null) this.#asked.unknown += 1
    else this.#asked[to.asked > from.asked ? 'more' : to.asked < from.asked ? 'fewer' : 'same'] += 1
    if (from.needsPerson) this.#person.before += 1
    if (to.needsPerson) this.#person.after += 1
  }

  #lack({ question, because }: Lack): void {
    const key = JSON.stringify([question, because])
    const lack = this.#lacks.get(key) ?? { question, because, count: 0 }
    lack.count += 1
    this.#lacks.set(key, lack)
  }

  /** The first by id, whatever came first. */
  #example(from: string, to: string, id: string): void {
    const key = JSON.stringify([from, to])
    const { ids } = this.#examples.get(key) ?? { ids: [] }
    const last = ids.at(-1)
    if (ids.length === MOST_EXAMPLES && last !== undefined && id > last) return
    this.#examples.set(key, { from, to, ids: [...ids, id].sort().slice(0, MOST_EXAMPLES) })
  }

  #reaching(outcome: string): { readonly before: number; readonly after: number } {
    const sum = (end: 'from' | 'to') =>
      [...this.#matrix.values()].reduce((count, cell) => count + (cell[end] === outcome ? cell.count : 0), 0)
    return { before: sum('from'), after: sum('to') }
  }
}

function byCount(a: { readonly count: number }, b: { readonly count: number }): number {
  return b.count - a.count || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
}

function byEnds(a: { readonly from: string; readonly to: string }, b: { readonly from: string; readonly to: string }): number {
  return JSON.stringify([a.from, a.to]) < JSON.stringify([b.from, b.to]) ? -1 : 1
}
