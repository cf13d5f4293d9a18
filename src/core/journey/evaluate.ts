/** The single place where complete or incomplete answers become values, an outcome, reasons and a trace. */
import type { Answers } from '#core/definition/answers.ts'
import type { AnswerFault } from '#core/definition/fault.ts'
import type { Language } from '#core/definition/model/names.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import type { Known } from '#core/definition/words.ts'
import { walk } from './walk.ts'

/** JSON of a value: money in pence, dates `YYYY-MM-DD`, options by id; null where it can't be told. */
export type PlainValue = string | number | boolean | null | readonly PlainValue[] | { readonly [key: string]: PlainValue }

/** One thing worked out. `reads` are the answers read, directly or through other steps; `rows` the rows of a table that matched. */
export type Step = {
  readonly id: string
  readonly kind: 'calculation' | 'condition' | 'table' | 'exit' | 'outcome' | 'fee' | 'once'
  readonly value: PlainValue
  readonly rows?: readonly string[]
  readonly reads: readonly string[]
  readonly cites?: readonly string[]
  /** Set where the value can't be told because of a fault, such as an overflow. */
  readonly fault?: string
}

/** A reason with its words in each language of the service. */
export type Reason = { readonly key: string; readonly words: Readonly<Partial<Record<Language, string>>> }

/** What the rules say. Nothing here is a decision: a person decides. */
export type Evaluation = {
  readonly values: Readonly<Record<string, PlainValue>>
  /** null where it can't be told or the service proposes none. */
  readonly outcome: string | null
  readonly reasons: readonly Reason[]
  /** Pence; null where there is no fee or it can't be told. */
  readonly fee: number | null
  /** What may be submitted only once, such as the number of a property. */
  readonly once?: string
  readonly exit?: string
  readonly trace: readonly Step[]
  /** Faults of the answers, as the walk found them. */
  readonly faults: readonly AnswerFault[]
  readonly known: Known
}

/** Evaluates the answers that count. `today` is `YYYY-MM-DD`. Pure and deterministic; what is missing gives null, never a guess. */
export function evaluate(prepared: Prepared, answers: Answers, today: string): Evaluation {
  const walked = walk(prepared, answers, today)
  return { values: {}, outcome: null, reasons: [], fee: null, trace: [], faults: walked.faults, known: walked.known }
}
