/** The single place for trying a service on answers from a file: what a person would see and what the rules would say. */
import type { AnswerFault } from '#core/definition/fault.ts'
import type { Language } from '#core/definition/model/names.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { wordsIn } from '#core/definition/words.ts'
import { evaluate } from './evaluate.ts'
import { readFileAnswers } from './file-answers.ts'
import type { PlainValue } from './plain-value.ts'
import type { Step } from './trace.ts'

/** A promise to other programs: these keys stay, more may come. Money in pence, dates `YYYY-MM-DD`; tables stand in the trace. */
export type Trial = {
  readonly pages: readonly string[]
  /** `message` says it in the language the service was written in. */
  readonly faults: readonly (AnswerFault & { readonly message: string })[]
  readonly outcome: string | null
  readonly values: Readonly<Record<string, PlainValue>>
  readonly reasons: readonly Readonly<Partial<Record<Language, string>>>[]
  readonly fee: number | null
  readonly exit: string | null
  readonly trace: readonly Step[]
}

/** Walks and evaluates answers as a file gives them. A question whose value could not be read is at fault for that, not for missing. */
export function tryAnswers(prepared: Prepared, given: unknown, today: string): Trial {
  const read = readFileAnswers(prepared, given)
  const { walk, values, outcome, reasons, fee, exit, trace } = evaluate(prepared, read.answers, today)
  const unread = new Set(read.faults.map(({ question }) => question))
  const faults = [...read.faults, ...walk.faults.filter(({ question }) => !unread.has(question))]
  return {
    pages: walk.pages.map(({ page }) => page.id),
    faults: withMessages(prepared, faults),
    outcome,
    values,
    reasons: reasons.map(({ words }) => words),
    fee,
    exit: exit ?? null,
    trace,
  }
}

function withMessages(prepared: Prepared, faults: readonly AnswerFault[]): Trial['faults'] {
  const [language] = prepared.languages
  if (faults.length === 0 || language === undefined) return []
  const wording = wordsIn(prepared, language)
  return faults.map((fault) => ({ ...fault, message: wording.fault(fault) }))
}
