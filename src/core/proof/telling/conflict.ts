/** The single place that says in one sentence which parts of a definition together leave nobody. */
import type { Language } from '#core/definition/model/names.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { wordsIn } from '#core/definition/words.ts'
import { tellingOf } from '#core/telling/index.ts'
import { tellPart } from './part.ts'
import { welsh } from './sayings.cy.ts'
import { english } from './sayings.en.ts'

/** `These leave nobody: …`; empty where there are no parts. */
export function tellConflict(conflict: readonly string[], prepared: Prepared, language: Language): string {
  const words = language === 'cy' ? welsh : english
  const speech = { prepared, words, wording: wordsIn(prepared, language), telling: tellingOf(prepared, language) }
  return conflict.length === 0 ? '' : words.conflict(conflict.map((part) => tellPart(part, speech)).join('; '))
}
