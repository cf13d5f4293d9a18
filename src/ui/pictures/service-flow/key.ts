/** The single place that says what the signs in a picture of the way through a service mean, for those that are in it. */
import { html, type Html } from '../../html.ts'
import { type Sign, signFor } from './sign.ts'
import type { ServiceFlowOptions } from './stop.ts'

export function flowKey(options: ServiceFlowOptions): Html {
  const { words } = options
  const entries = signsIn(options)
  return html`<div class="flow__key"><p class="flow__key-title">${words.key}</p><ul>${entries.map(
    ([sign, text]) =>
      html`<li><svg class="flow__sign" viewBox="0 0 30 30" width="30" height="30" aria-hidden="true" focusable="false">${signFor(sign, { x: 15, y: 15, count: 2 })}</svg>${text}</li>`,
  )}</ul></div>`
}

function signsIn({ pages, outcomes, marks, met, words }: ServiceFlowOptions): readonly (readonly [Sign, string])[] {
  const { signs } = words
  const known = [...(marks?.values() ?? [])].flat()
  const people = [...(met?.values() ?? [])]
  const all: readonly (readonly [Sign, string, boolean])[] = [
    ['page', signs.page, true],
    ['some', signs.some, pages.some(({ onlyIf }) => onlyIf !== undefined)],
    ['leaving', signs.leaving, pages.some(({ exits }) => exits.length > 0)],
    ['outcome', signs.outcome, outcomes.some(({ isAdverse }) => !isAdverse)],
    ['adverse', signs.adverse, outcomes.some(({ isAdverse }) => isAdverse)],
    ['fault', words.mustBeMended, known.some(({ isFault }) => isFault)],
    ['look', words.worthALook, known.some(({ isFault }) => !isFault)],
    ['people', signs.people, people.some(({ length }) => length > 0)],
    ['nobody', signs.nobody, people.some(({ length }) => length === 0)],
  ]
  return all.flatMap(([sign, text, isThere]) => (isThere ? [[sign, text] as const] : []))
}
