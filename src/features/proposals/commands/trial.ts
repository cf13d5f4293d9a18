/** The one seam between suggested changes and trying them on past cases. */
import type { Council } from '#http/council.ts'
import type { Language } from '#http/language.ts'
import type { Html } from '#ui/html.ts'
import type { Trial } from '../domain/index.ts'

/** The published result, as everybody may see it. */
export function findTrialView(_council: Council, _trial: Trial, _lang: Language): Promise<Html | undefined> {
  return Promise.resolve(undefined)
}
