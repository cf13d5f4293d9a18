/** The single place where differences are counted. The order in which they come does not matter. */
import type { Version } from '#core/definition/definition.ts'
import type { PlainValue } from '#core/journey/plain-value.ts'
import { type Difference, type Way, wayOf } from './difference.ts'
import type { Side } from './side.ts'
import { exitOutcome, type Lack, needsPerson, type Told } from './verdict.ts'

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

/** A figure of one or more cases that it moves the same way, with its sums before and after. */
export type CountedFigure = { readonly way: Way; readonly before: number; readonly after: number }

/** One or more cases that are alike in all that is counted: told by both versions, or lacking the same answers. */
export type CountedCell = { readonly count: number; readonly isMadeUp: boolean } & (
  | {
      readonly told: {
        readonly from: string
        readonly to: string
        readonly fee: CountedFigure
        readonly values: Readonly<Record<string, CountedFigure>>
        readonly asked: keyof Trial['asked']
      }
    }
  | { readonly lacks: readonly Lack[] }
)

/** Names the cases that can't be told among the examples. */
export const CANT_TELL = 'cant-tell'

export const MOST_EXAMPLES = 10

class Movement {
  readonly #ways = { more: 0, less: 0, same: 0, other: 0 }
  #before = 0
  #after = 0

  add({ way, before, after }: CountedFigure, count: number): void {
    this.#ways[way] += count
    this.#before += before
    this.#after += after
  }

  read(): Moved {
    return { ...this.#ways, before: this.#before, after: this.#after }
  }
}

/** Counts as differences come. */
export class Tally {
  readonly #sides: { readonly from: Side; readonly to: Side }
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
    this.#sides = { from, to }
    this.#exits = new Set([from, to].flatMap(({ prepared }) => prepared.program.exits.map(({ id }) => id)))
    this.#values = new Map([...new Set([...from.shown, ...to.shown])].sort().map((id) => [id, new Movement()]))
  }

  add(difference: Difference): void {
    this.addCell(cellFrom(difference))
    if (difference.state === 'cant-tell') this.addExample(CANT_TELL, CANT_TELL, difference.id)
    else if (difference.isChanged) this.addExample(difference.from.outcome, difference.to.outcome, difference.id)
  }

  /** Counts cases that are alike. */
  addCell(cell: CountedCell): void {
    const { count, isMadeUp } = cell
    this.#counts.cases += count
    if (isMadeUp) this.#counts.madeUp += count
    if ('lacks' in cell) {
      this.#counts.cantTell += count
      for (const lack of cell.lacks) this.#lack(lack, count)
      return
    }
    if (isChanged(cell)) this.#counts.changed += count
    this.#tell(cell.told, count)
  }

  read(): Trial {
    const { cases, madeUp, changed, cantTell } = this.#counts
    return {
      ...{ from: this.#sides.from.prepared.version, to: this.#sides.to.prepared.version },
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

  #tell({ from, to, fee, values, asked }: Extract<CountedCell, { told: unknown }>['told'], count: number): void {
    const key = JSON.stringify([from, to])
    const cell = this.#matrix.get(key) ?? { from, to, count: 0 }
    cell.count += count
    this.#matrix.set(key, cell)
    this.#fee.add(fee, count)
    for (const [id, movement] of this.#values) movement.add(values[id] ?? NO_FIGURE, count)
    this.#asked[asked] += count
    if (needsPerson(this.#sides.from, from)) this.#person.before += count
    if (needsPerson(this.#sides.to, to)) this.#person.after += count
  }

  #lack({ question, because }: Lack, count: number): void {
    const key = JSON.stringify([question, because])
    const lack = this.#lacks.get(key) ?? { question, because, count: 0 }
    lack.count += count
    this.#lacks.set(key, lack)
  }

  /** The first by id, whatever came first. */
  addExample(from: string, to: string, id: string): void {
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

const NO_FIGURE: CountedFigure = { way: 'same', before: 0, after: 0 }

/** Whether the cases are decided, charged or worked out otherwise. */
export function isChanged(cell: CountedCell): boolean {
  if (!('told' in cell)) return false
  const { from, to, fee, values } = cell.told
  return from !== to || fee.way !== 'same' || Object.values(values).some(({ way }) => way !== 'same')
}

function cellFrom(difference: Difference): CountedCell {
  const about = { count: 1, isMadeUp: difference.isMadeUp }
  if (difference.state === 'cant-tell') return { ...about, lacks: difference.lacks }
  const { from, to } = difference
  const ids = [...new Set([...Object.keys(from.values), ...Object.keys(to.values)])]
  const values = ids.map((id) => [id, figureOf(from.values[id] ?? null, to.values[id] ?? null)] as const)
  const told = { from: from.outcome, to: to.outcome, fee: figureOf(from.fee, to.fee), values: Object.fromEntries(values) }
  return { ...about, told: { ...told, asked: askedWay(from, to) } }
}

function figureOf(before: PlainValue, after: PlainValue): CountedFigure {
  const sum = (value: PlainValue) => (typeof value === 'number' ? value : 0)
  return { way: wayOf(before, after), before: sum(before), after: sum(after) }
}

function askedWay({ asked: before }: Told, { asked: after }: Told): keyof Trial['asked'] {
  if (before === null || after === null) return 'unknown'
  return after > before ? 'more' : after < before ? 'fewer' : 'same'
}

function byCount(a: { readonly count: number }, b: { readonly count: number }): number {
  return b.count - a.count || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
}

function byEnds(a: { readonly from: string; readonly to: string }, b: { readonly from: string; readonly to: string }): number {
  return JSON.stringify([a.from, a.to]) < JSON.stringify([b.from, b.to]) ? -1 : 1
}
