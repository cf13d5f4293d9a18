/** The single place that reads the answers remembered of a past case: this feature alone writes them, as plain JSON. */
import type { Answers } from '#core/definition/index.ts'
import { isRecord, parseJson } from '#store/json.ts'

/** @throws Error when what is kept is not answers: a broken promise */
export function answersFrom(text: string): Answers {
  const kept = parseJson(text)
  if (isAnswers(kept)) return kept
  throw new Error('what is remembered of a past case is not answers')
}

/** Versions check each answer's own shape whenever they are tried. */
function isAnswers(value: unknown): value is Answers {
  return isRecord(value)
}
