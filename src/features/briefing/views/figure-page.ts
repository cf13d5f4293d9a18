/** The single place that shows one figure of a frozen briefing as it was on its day, month by month. */
import { formatMonth } from '#core/value/date-words.ts'
import { path, type Language } from '#http/language.ts'
import type { Content } from '#http/shell.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { table } from '#ui/components/table.ts'
import { html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import type { Briefing, FrozenFigure } from '../domain/briefing.ts'
import { wordsFor } from '../words/index.ts'

export type FigureProps = { readonly lang: Language; readonly id: string; readonly briefing: Briefing; readonly figure: FrozenFigure }

export function figurePage({ lang, id, briefing, figure }: FigureProps): Content {
  const say = wordsFor(lang)
  const { service, label, value, months, link } = figure
  const caption = `${service[lang]}: ${label[lang]}`
  const hasMonths = months.some((month) => month.value !== null)
  const numeric = (texts: readonly (string | undefined)[]) =>
    texts.flatMap((text) => (text === undefined ? [] : [{ text, format: 'numeric' }]))
  const rows = months.map(({ month, value: own, of }) => [{ text: formatMonth(month, lang) }, ...numeric([own?.[lang], of[lang]])])
  const main = html`<h1 class="govuk-heading-l">${caption}</h1>
<p class="govuk-body-l">${value[lang]}</p>
<p class="govuk-body">${say.asItWas(briefing.on)}</p>
${briefing.isMadeUp && insetText({ text: say.madeUpNote })}
${tableScroll(
  caption,
  table({
    caption: say.byMonth,
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [{ text: say.month }, ...numeric([hasMonths ? label[lang] : undefined, say.countedFrom])],
    rows,
  }),
)}
<p class="govuk-body"><a class="govuk-link" href="${path(lang, link)}">${say.asItIs}</a></p>`
  return {
    title: `${caption} – ${briefing.title[lang]}`,
    main,
    backLink: { href: path(lang, `/briefings/${id}`), text: say.backToBriefing },
  }
}
