/** The single place where the formulas of a change are put into words, by the one renderer of rules, whichever group of questions they belong to. */
import { type Telling, tellingOfDraft } from '../../telling/index.ts'
import type { Speech } from './speech.ts'

/** The words of a condition, to stand after “if”. */
export function conditionSaid(source: string, speech: Speech): string {
  const telling = tellingIn(speech)
  return telling.afterIf(source, groupNaming(source, speech, telling))
}

/** What a formula gives: a date, an amount, a name by its words. */
export function formulaSaid(source: string, speech: Speech): string {
  const telling = tellingIn(speech)
  return telling.source(source, groupNaming(source, speech, telling))
}

export function tellingIn({ definition, language }: Speech): Telling {
  return tellingOfDraft(definition, language)
}

/** Inside a group its questions are named without it. */
function groupNaming(source: string, { definition }: Speech, telling: Telling): string | undefined {
  if (telling.compile(source) !== undefined) return undefined
  const groups = definition.service.sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))
  return groups.find((question) => question.kind === 'group' && telling.compile(source, question.id) !== undefined)?.id
}
