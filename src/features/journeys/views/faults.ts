/** The single place that shows what is wrong with a page: first on it, each linked to its field. */
import { errorSummary } from '#ui/components/error-summary.ts'
import type { Html } from '#ui/html.ts'
import { type Language, wordsIn } from '#ui/words/index.ts'

/** What is wrong, in words, and the id of its field. */
export type ShownFault = { readonly text: string; readonly field: string }

export function faultSummary(lang: Language, faults: readonly ShownFault[]): Html | undefined {
  if (faults.length === 0) return undefined
  return errorSummary({
    titleText: wordsIn(lang).errorSummaryTitle,
    errorList: faults.map(({ text, field }) => ({ text, href: `#${field}` })),
  })
}
