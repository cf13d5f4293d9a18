/** The single place that says what an example person is called in a language: as they were written where nobody has put it into that language. */
import type { Language } from '#core/definition/model/names.ts'
import type { ScenarioFile } from '#core/definition/model/scenario.ts'

/** A title with the same in other languages. */
export type Titled = Pick<ScenarioFile, 'title' | 'titles'>

export function titleIn({ title, titles }: Titled, language: Language): string {
  return titles?.[language] ?? title
}
