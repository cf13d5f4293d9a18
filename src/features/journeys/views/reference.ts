/** The single place that shows a reference: it never breaks over lines, and is heard character by character. */
import { showReference } from '#features/cases/index.ts'
import { html, type Html } from '#ui/html.ts'

export function referenceText(reference: string): Html {
  return html`<span class="reference">${showReference(reference)}</span>`
}

/** The characters one by one, in groups as written: “C 4 D, 7 F G, 2 H K”. */
export function spokenReference(reference: string): string {
  return showReference(reference)
    .split('-')
    .map((group) => [...group].join(' '))
    .join(', ')
}
