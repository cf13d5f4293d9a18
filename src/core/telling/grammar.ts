/** The single place where the grammars of all languages meet. */
import type { Language } from '../definition/model/names.ts'
import { welsh } from './grammar.cy.ts'
import { english, type Grammar } from './grammar.en.ts'

export type { Comparison, Grammar, Sort } from './grammar.en.ts'

export const grammars: Readonly<Record<Language, Grammar>> = { en: english, cy: welsh }
