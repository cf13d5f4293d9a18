/** The single place for which languages changes are said in. */
import type { Language } from '../../definition/model/names.ts'
import { welsh } from './sayings.cy.ts'
import { english } from './sayings.en.ts'

/** The sentences of one language: the same for each, with other words. */
export type Sayings = Spoken<typeof english>

/** Literal texts of one language stand for any text in another. */
type Spoken<Part> = Part extends string
  ? string
  : Part extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof Part]: Spoken<Part[Key]> }

export const sayings: Readonly<Record<Language, Sayings>> = { en: english, cy: welsh }
