/** The single place that tells an officer that somebody else was faster, what happened meanwhile, and gives back what they wrote. */
import type { Content } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { html } from '#ui/html.ts'
import { showReference } from '../domain/index.ts'
import type { CaseProps } from './case-page.ts'
import { history } from './history.ts'
import { lines } from './lines.ts'

/** `since` is where the case stood on the page they acted from; `written` what they had typed, field by field. */
export function changedPage(
  props: CaseProps,
  { since, written }: { readonly since: number; readonly written: readonly string[] },
): Content {
  const { desk, current, facts } = props
  const { say, to } = desk
  const main = html`<h1 class="govuk-heading-l">${say('changedTitle')}</h1>
<p class="govuk-body">${say('caseOf', { reference: showReference(current.reference) })}. ${say('changedHelp')}</p>
${history({ ...props, facts: facts.filter(({ seq }) => seq > since) })}
${
  written.length > 0 &&
  html`<h2 class="govuk-heading-m">${say('changedYours')}</h2>${written.map((text) => html`<blockquote class="govuk-inset-text">${lines(text)}</blockquote>`)}`
}
${button({ text: say('backToCase'), href: to(`/staff/cases/${current.id}`) })}`
  return { title: say('changedTitle'), main, wide: true }
}
