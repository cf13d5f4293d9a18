/** The single place where answers become values, an outcome, reasons and a trace. */
import type { Answers } from '#core/definition/answers.ts'
import type { AnswerFault } from '#core/definition/fault.ts'
import type { Language } from '#core/definition/model/names.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { wordsIn } from '#core/definition/words.ts'
import type { Values } from '#core/expression/index.ts'
import { type PlainValue, plainOf } from './plain-value.ts'
import { reasonKeys } from './reasons.ts'
import { type Step, traceOf } from './trace.ts'
import { Walker } from './walker.ts'
import { type Walk, walkOf } from './walk.ts'

/** A reason with its words in each language of the service. */
export type Reason = { readonly key: string; readonly words: Readonly<Partial<Record<Language, string>>> }

/** What the rules say. Nothing here is a decision: a person decides. */
export type Evaluation = {
  readonly walk: Walk
  /** Calculations by id; null where they can’t be told. */
  readonly values: Readonly<Record<string, PlainValue>>
  /** null where the answers are not complete, it can’t be told, the service proposes none, or an exit was reached. */
  readonly outcome: string | null
  /** Those behind the outcome and the fee, in the order in which they were worked out. */
  readonly reasons: readonly Reason[]
  /** Pence; null where there is no fee or it can’t be told. */
  readonly fee: number | null
  /** What may be submitted only once, such as the number of a property. */
  readonly once?: string
  readonly exit?: string
  readonly trace: readonly Step[]
  /** Faults of the answers, as the walk found them. */
  readonly faults: readonly AnswerFault[]
  readonly known: Values
}

/** Evaluates the answers that count. `today` is `YYYY-MM-DD`. Pure and deterministic; what is missing gives null, never a guess. */
export function evaluate(prepared: Prepared, answers: Answers, today: string): Evaluation {
  const walker = new Walker(prepared, answers, today).walk().finish()
  const walked = walkOf(walker)
  const { program } = prepared
  const isOpen = walker.exit === undefined
  const outcome = walked.done ? program.outcome?.evaluate(walker.values) : undefined
  const fee = isOpen ? program.fee?.evaluate(walker.values) : undefined
  const once = program.once?.evaluate(walker.values)
  const calculations = program.derived.filter(({ kind }) => kind === 'calculation')
  return {
    walk: walked,
    values: Object.fromEntries(calculations.map(({ id }) => [id, plainOf(walker.results.get(id))])),
    outcome: typeof outcome === 'string' ? outcome : null,
    reasons: isOpen ? reasonsOf(walker) : [],
    fee: typeof fee === 'number' ? fee : null,
    ...(typeof once === 'string' && once !== '' ? { once } : {}),
    ...(walker.exit === undefined ? {} : { exit: walker.exit }),
    trace: traceOf(walker, { outcome, fee, once }),
    faults: walked.faults,
    known: walker.values,
  }
}

function reasonsOf(walker: Walker): readonly Reason[] {
  const keys = reasonKeys(walker)
  if (keys.length === 0) return []
  const { prepared, values } = walker
  const wordings = prepared.languages.map((language) => wordsIn(prepared, language, values))
  return keys.map((key) => ({ key, words: Object.fromEntries(wordings.map((wording) => [wording.language, wording.reason(key)])) }))
}
