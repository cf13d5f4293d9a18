/** The page for staff of which services came from other councils, and how each stands. */
import type { Language } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { dayInLondon } from '#http/clock.ts'
import { inLanguage } from '#http/council.ts'
import { table } from '#ui/components/table.ts'
import { tag } from '#ui/components/tag.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import type { Said, Standing } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'

export type TakenOver = {
  readonly name: string
  readonly href: string
  readonly upstream: Said
  /** When both sides were put together last, ISO instant. */
  readonly since: string
  readonly state: Standing['state']
  /** What went wrong when new versions were looked for last. */
  readonly problem?: { readonly at: string; readonly text: string } | undefined
}

export type StaffPage = { readonly lang: Language; readonly taken: readonly TakenOver[]; readonly offersHref: string }

const colours = {
  current: 'govuk-tag--grey',
  new: 'govuk-tag--blue',
  'handed-over': 'govuk-tag--yellow',
  declined: 'govuk-tag--grey',
} as const

export function staffPage({ lang, taken, offersHref }: StaffPage): Html {
  const words = wordsFor(lang)
  return html`<h1 class="govuk-heading-l">${words.staffTitle}</h1>
<h2 class="govuk-heading-m">${words.staffTaken}</h2>
${taken.length === 0 ? html`<p class="govuk-body">${words.staffTakenNone}</p>` : takenTable(taken, lang)}
<h2 class="govuk-heading-m">${words.staffOffered}</h2>
<p class="govuk-body">${words.staffOfferedBody} <a class="govuk-link" href="${offersHref}">${words.staffOfferedLink}</a></p>`
}

function takenTable(taken: readonly TakenOver[], lang: Language): Html {
  const words = wordsFor(lang)
  const on = (moment: string) => formatDate(dayInLondon(new Date(moment)), lang)
  const rows = taken.map(({ name, href, upstream, since, state, problem }) => [
    { html: html`<a class="govuk-link" href="${href}">${name}</a>` },
    { text: inLanguage(upstream, lang) },
    { text: on(since) },
    {
      html: html`${tag({ text: words.states[state], classes: colours[state] })}${problem && html`<br>${words.lookProblem(on(problem.at))} ${problem.text}`}`,
    },
  ])
  const head = [words.columnService, words.columnFrom, words.columnSince, words.columnState].map((text) => ({ text }))
  return tableScroll(
    words.staffTaken,
    table({ caption: words.staffTaken, captionClasses: 'govuk-visually-hidden', head, rows, firstCellIsHeader: true }),
  )
}
