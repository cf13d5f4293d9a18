/** The single place for what everybody is shown besides the tables of a trial: its splits, bounds for equality groups, and what is too few to show. */
import { table } from '#ui/components/table.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { type Equality, type Released, type ReleasedSplit, wordOf } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import type { Caller } from './tables.ts'

/** What stands below the tables of all cases. */
export function releasedParts({ otherwise, splits, equality }: Released, caller: Caller): Html {
  const say = wordsFor(caller.lang)
  const told = equality.filter(({ parts }) => parts.some(isTelling))
  return html`${otherwise.changed > 0 && html`<p class="govuk-body">${say.otherwise.changed(otherwise.changed)}</p>`}
${otherwise.same > 0 && html`<p class="govuk-body">${say.otherwise.same(otherwise.same)}</p>`}
${splits.filter(({ parts }) => parts.length > 1).map((split) => splitTable(split, caller))}
${told.length > 0 && html`<p class="govuk-body">${say.equality.lead}</p>`}
${told.map((one) => boundsTable(one, caller))}`
}

/** Whether the bounds say more than that it may be nobody or all of them. */
function isTelling({ people, changedAtLeast, changedAtMost }: Equality['parts'][number]): boolean {
  return people !== null && ((changedAtLeast ?? 0) > 0 || (changedAtMost ?? people) < people)
}

function splitTable({ by, parts }: ReleasedSplit, caller: Caller): Html {
  const say = wordsFor(caller.lang)
  const own = by === 'area' || by === 'channel' || by === 'month' ? by : 'answer'
  const caption = own === 'answer' ? say.split.answer(caller.question(wordOf(by))) : say.split[own]
  const isUntold = parts.some(({ cantTell }) => cantTell > 0)
  const count = (number: number) => ({ text: number === 0 ? say.partFew : say.number(number), format: 'numeric' })
  return tableScroll(
    caption,
    table({
      caption,
      classes: 'trial-table',
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head: [say.part[own], say.howMany, say.partChanged, ...(isUntold ? [say.cantTell] : [])].map((text, place) => ({
        text,
        format: place > 0 ? 'numeric' : undefined,
      })),
      rows: parts.map(({ part, cases, changed, cantTell }) => [
        { text: part === null ? say.partOther : caller.part(by, part) },
        ...[cases, changed, ...(isUntold ? [cantTell] : [])].map(count),
      ]),
    }),
  )
}

/** Between how many people of each answer a change concerns. */
export function boundsTable({ question, parts }: Equality, caller: Caller): Html {
  const say = wordsFor(caller.lang)
  const caption = say.split.answer(caller.question(question))
  const count = (number: number | null) => ({ text: number === null ? say.equality.few : say.number(number), format: 'numeric' })
  return tableScroll(
    caption,
    table({
      caption,
      classes: 'trial-table',
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head: [say.part.answer, say.equality.people, say.equality.least, say.equality.most].map((text, place) => ({
        text,
        format: place > 0 ? 'numeric' : undefined,
      })),
      rows: parts.map(({ part, people, changedAtLeast, changedAtMost }) => [
        { text: caller.part(`answer ${question}`, part) },
        ...[people, changedAtLeast, changedAtMost].map(count),
      ]),
    }),
  )
}
