/** The single place for the page that says of equality groups what can be said: between how many people of each a change concerns. */
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import type { Content } from '#http/shell.ts'
import { html } from '#ui/html.ts'
import type { Equality, TrialRun } from '../domain/index.ts'
import { deskWordsFor, wordsFor } from '../words/index.ts'
import { boundsTable } from './released.ts'
import { Caller } from './tables.ts'

/** Without `groups` there are too many cases to count for it. */
export function groupsPage({ lang }: Ctx, run: TrialRun, groups: readonly Equality[] | undefined): Content {
  const desk = deskWordsFor(lang)
  const told = groups?.filter(({ parts }) => parts.length > 0) ?? []
  const none = groups === undefined ? desk.groupsTooMany : desk.groupsNone
  const caller = new Caller(lang, run.names)
  const main = html`<h1 class="govuk-heading-l">${desk.groupsTitle}</h1>
<p class="govuk-body">${told.length === 0 ? none : wordsFor(lang).equality.lead}</p>
<div class="trial">${told.map((one) => boundsTable(one, caller))}</div>`
  return { title: desk.groupsTitle, main, wide: true, backLink: { href: path(lang, `/staff/trials/${run.id}`), text: desk.exampleBack } }
}
