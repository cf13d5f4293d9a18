/** What pages of services need to know of the council, in the language of the page. */
import type { Language } from '#core/definition/index.ts'
import { type Council, inLanguage, nameOf } from '#http/council.ts'

export type CouncilFacts = {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly address: readonly string[]
  readonly opening: string
}

export function factsOf(council: Pick<Council, 'settings'>, lang: Language): CouncilFacts {
  const { email, phone, address, opening } = council.settings.contact
  return { name: nameOf(council, lang), email, phone, address, opening: inLanguage(opening, lang) }
}
