/** The single place for the figures of a trial by area, by how people applied or by an answer: for officers only. */
import { table } from '#ui/components/table.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import type { Split, TrialRun } from '../domain/index.ts'
import { wordOf } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import type { Caller } from './tables.ts'

/** A table for each split that has more than one part; nothing where there is none. */
export function splitTables({ split = [], ways }: TrialRun, caller: Caller): Html | undefined {
  const say = wordsFor(caller.lang)
  const told = split.filter(({ parts }) => parts.length > 1)
  const few = ways !== undefined && ways.bySql > 0 && ways.byRules > 0
  if (told.length === 0 && !few) return undefined
  return html`${told.map((one) => splitTable(one, caller))}
${few && html`<p class="govuk-body">${say.oneByOne(ways.byRules)}</p>`}`
}

function splitTable({ by, parts, overlaps }: Split, caller: Caller): Html {
  const say = wordsFor(caller.lang)
  const caption = by === 'area' || by === 'channel' || by === 'month' ? say.split[by] : say.split.answer(caller.question(wordOf(by)))
  const heads = [
    by === 'area' || by === 'channel' || by === 'month' ? say.part[by] : say.part.answer,
    say.howMany,
    say.partChanged,
    say.cantTell,
  ]
  const shown = tableScroll(
    caption,
    table({
      caption,
      classes: 'trial-table',
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head: heads.map((text, index) => ({ text, format: index > 0 ? 'numeric' : undefined })),
      rows: parts.map(({ part, cases, changed, cantTell }) => [
        { text: caller.part(by, part) },
        ...[cases, changed, cantTell].map((count) => ({ text: say.number(count), format: 'numeric' })),
      ]),
    }),
  )
  return html`${shown}
${overlaps === true && html`<p class="govuk-body">${say.overlaps}</p>`}`
}
