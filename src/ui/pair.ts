/** The single place that shows two states of the same thing beside one another, below one another where there is no room. */
import { tag } from './components/tag.ts'
import { html, type Html } from './html.ts'

export interface Pair {
  readonly name: string
  /** Says that the two differ, and how; none where they are the same. */
  readonly mark?: string | undefined
  readonly before: Html
  readonly after: Html
}

export interface PairsOptions {
  /** What stands above each side, such as “Now” and “With the change”. */
  readonly heads: { readonly before: string; readonly after: string }
  readonly pairs: readonly Pair[]
}

export function pairs({ heads, pairs: all }: PairsOptions): Html {
  return html`<div class="pairs">${all.map(
    ({ name, mark, before, after }) => html`<section class="pair${mark !== undefined && ' pair--differs'}">
<h3 class="govuk-heading-s pair__name">${name} ${mark !== undefined && tag({ text: mark, classes: 'pair__mark' })}</h3>
<div class="pair__sides">${side(heads.before, before)}${side(heads.after, after)}</div>
</section>`,
  )}</div>`
}

function side(head: string, content: Html): Html {
  return html`<div class="pair__side"><p class="govuk-body-s pair__head">${head}</p>${content}</div>`
}
