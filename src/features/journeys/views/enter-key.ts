/** The single place for what the Enter key presses on a page that asks for an address: first in the form, so that it is not “Find address”. */
import type { Question } from '#core/definition/index.ts'
import { html, type Html } from '#ui/html.ts'

/** Neither seen, heard nor reached by tab: whoever takes the form decides whether to look an address up or to go on. */
export function enterKey(questions: readonly Pick<Question, 'kind'>[]): Html | undefined {
  if (!questions.some(({ kind }) => kind === 'address')) return undefined
  return html`<button type="submit" name="enter" value="yes" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true"></button>`
}
