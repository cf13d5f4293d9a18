/** The single place that shows the history of a case: what happened, when and by whom. */
import { html, type Html, type Renderable } from './html.ts'

export interface TimelineEntry {
  /** ISO 8601 instant or date, for machines. */
  readonly at: string
  /** The same in words, for people. */
  readonly when: string
  readonly title: string
  readonly by?: string | undefined
  readonly body?: Renderable
  /** True for what people look for: submitted, decided. */
  readonly isWeighty?: boolean | undefined
  /** On the full history: who alone sees this entry, such as "Staff only". Left out where the resident sees it too. */
  readonly seenBy?: string | undefined
}

export function timeline(entries: readonly TimelineEntry[]): Html {
  return html`<ol class="timeline">${entries.map(entryOf)}</ol>`
}

function entryOf({ at, when, title, by, body, isWeighty, seenBy }: TimelineEntry): Html {
  const className = `timeline__entry${isWeighty ? ' timeline__entry--weighty' : ''}`
  return html`<li class="${className}">
  <p class="timeline__title govuk-body">${title}${seenBy && html` <span class="timeline__seen-by">${seenBy}</span>`}</p>
  <p class="timeline__meta govuk-body"><time datetime="${at}">${when}</time>${by && html` · ${by}`}</p>
  ${body && html`<div class="timeline__body govuk-body">${body}</div>`}
</li>`
}
