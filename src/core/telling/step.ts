/** The single place where one step the rules took is said: what it is called, what came of it, what it read, and the rule behind it. */
import type { PlainValue } from '../journey/plain-value.ts'
import { formatMoney } from '../value/money.ts'
import type { Language } from '../definition/model/names.ts'
import type { Prepared } from '../definition/prepare.ts'
import { type Wording, wordsIn } from '../definition/words.ts'
import { upperFirst } from './names.ts'
import { tellTable } from './table.ts'
import { type Telling, tellingOf } from './telling.ts'
import type { Told } from './told.ts'

/** A step as it was taken just now, or as it was recorded. */
export type StepTaken = {
  readonly id: string
  readonly kind: string
  readonly value: PlainValue
  readonly rows?: readonly string[] | undefined
  readonly reads: readonly string[]
  readonly cites?: readonly string[] | undefined
  readonly fault?: string | undefined
}

/** What the page around calls things that no service names. */
export type StepWords = Readonly<Record<'outcome' | 'fee' | 'cannotTell' | 'yes' | 'no' | 'today', string>>

export type StepSaid = {
  readonly name: string
  /** May have several lines. */
  readonly value: string
  /** What it read, by the names people know. */
  readonly reads: readonly string[]
  readonly cites?: readonly string[] | undefined
  /** The rule in words; of a table the rows that fitted. */
  readonly how?: Told | undefined
}

/** Says the steps of one version in one language. */
export class StepTelling {
  readonly #prepared: Prepared
  readonly #words: StepWords
  readonly #wording: Wording
  readonly #telling: Telling

  constructor(prepared: Prepared, language: Language, words: StepWords) {
    this.#prepared = prepared
    this.#words = words
    this.#wording = wordsIn(prepared, language)
    this.#telling = tellingOf(prepared, language)
  }

  step(step: StepTaken): StepSaid {
    return {
      name: this.#name(step),
      value: this.#value(step),
      reads: [...new Set(namedReads(step).map((read) => this.#read(read)))],
      cites: step.cites,
      how: this.#rule(step),
    }
  }

  #rule({ id, kind, rows = [] }: StepTaken): Told | undefined {
    const { program, definition } = this.#prepared
    if (kind === 'exit' || kind === 'outcome' || kind === 'fee') {
      const ast = kind === 'exit' ? program.exits.find((exit) => exit.id === id)?.when.ast : program[kind]?.ast
      return ast && this.#telling.laidOut(ast)
    }
    const derived = program.derived.find((one) => one.id === id)
    if (derived === undefined || derived.kind !== 'table') return derived && this.#telling.laidOut(derived.compiled.ast)
    const table = definition.tables.find((one) => one.id === id)
    const fitted = table && tellTable(table, this.#telling).rows.filter((row) => rows.includes(row.id))
    if (fitted === undefined || fitted.length === 0) return undefined
    const [first] = fitted
    return fitted.length === 1 && first ? { say: first.sentence } : { say: '', parts: fitted.map(({ sentence }) => ({ say: sentence })) }
  }

  #name({ id, kind }: StepTaken): string {
    if (kind === 'outcome' || kind === 'fee') return this.#words[kind]
    if (kind === 'exit') return this.#wording.exit(id).title
    if (kind === 'table') return this.#wording.table(id).label
    return upperFirst(kind === 'condition' ? this.#wording.condition(id) : this.#wording.calculation(id))
  }

  /** A question by its short name; what was worked out, and figures of the scheme, by the words of the service. */
  #read(read: string): string {
    const [root = read, column] = read.split('.')
    const wording = this.#wording
    if (root === 'today') return this.#words.today
    if (this.#prepared.questions.has(root)) return wording.question(root).short
    const derived = this.#prepared.program.derived.find(({ id }) => id === root)
    if (derived?.kind === 'table') return column === undefined ? wording.table(root).label : wording.table(root).column(column)
    if (derived === undefined) return upperFirst(wording.constant(root))
    return upperFirst(derived.kind === 'condition' ? wording.condition(root) : wording.calculation(root))
  }

  #value({ id, kind, value, fault }: StepTaken): string {
    const { cannotTell, yes, no } = this.#words
    if (fault !== undefined || value === null) return cannotTell
    if (kind === 'outcome' && typeof value === 'string') return this.#wording.outcome(value).label
    if (kind === 'fee' && typeof value === 'number') return formatMoney(value)
    if (kind === 'exit') return value === true ? yes : no
    return this.#wording.result(id, value) ?? cannotTell
  }
}

/** A table whose column is named is not named besides. */
function namedReads({ reads }: StepTaken): readonly string[] {
  return reads.filter((read) => !reads.some((other) => other.startsWith(`${read}.`)))
}

/** What decided comes first, then what it was worked out from, last of all where the service would have ended early. */
export function decidingFirst<Step extends Pick<StepTaken, 'kind'>>(steps: readonly Step[]): readonly Step[] {
  const rank = ({ kind }: Step): number => (kind === 'outcome' || kind === 'fee' ? 0 : kind === 'exit' ? 2 : 1)
  return steps
    .filter(({ kind }) => kind !== 'once')
    .toReversed()
    .toSorted((one, other) => rank(one) - rank(other))
}
