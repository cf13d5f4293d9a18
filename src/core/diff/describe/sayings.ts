/** The single place for which languages changes are said in. */
import type { Language } from '../../definition/model/names.ts'
import { welsh } from './sayings.cy.ts'
import { english, type Sayings } from './sayings.en.ts'

export type { Sayings } from './sayings.en.ts'

export const sayings: Readonly<Record<Language, Sayings>> = { en: english, cy: welsh }
