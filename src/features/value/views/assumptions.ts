/** The single place that shows the costs and minutes that figures rest on, as tables. */
import type { Language } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { formatMoney } from '#core/value/money.ts'
import type { TableCell } from '#ui/components/table.ts'
import type { Html } from '#ui/html.ts'
import { stackedTable } from '#ui/stacked-table.ts'
import type { CostSet, MinutesSet } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'

/** A further column, such as a link to replace a cost. */
export type CostColumn = { readonly head: string; readonly cell: (cost: CostSet) => TableCell }

export function costTable(costs: readonly CostSet[], lang: Language, more?: CostColumn): Html {
  const words = wordsFor(lang)
  const heads = [words.costLabel, words.amount, words.shareOf, words.standsFor, words.driver, words.confidence, words.source]
  const rows = costs.map((cost) => [
    { text: cost.label },
    { text: cost.per === 'year' ? words.aYear(formatMoney(cost.pence)) : words.aCase(formatMoney(cost.pence)) },
    { text: words.thousandths(cost.share) },
    { text: cost.covers.map((part) => words.covers[part]).join(', ') },
    { text: words.drivers[cost.driver] },
    { text: words.confidences[cost.confidence] },
    { text: `${cost.source} (${formatDate(cost.asOf, lang)})` },
    ...(more ? [more.cell(cost)] : []),
  ])
  return stackedTable(words.costsTable, { head: [...heads, ...(more ? [more.head] : [])].map((text) => ({ text })), rows })
}

export function minuteTable(minutes: readonly MinutesSet[], lang: Language): Html {
  const words = wordsFor(lang)
  const heads = [words.work, words.channel, words.minutesHead, words.basis, words.confidence, words.source]
  const rows = minutes.map((one) => [
    { text: words.works[one.work] },
    { text: one.channel === 'every' ? words.everyChannel : words.channels[one.channel] },
    { text: words.minutes(Number((one.seconds / 60).toFixed(1))) },
    { text: words.bases[one.basis] },
    { text: words.confidences[one.confidence] },
    { text: `${one.source} (${formatDate(one.asOf, lang)})` },
  ])
  return stackedTable(words.minutesTable, { head: heads.map((text) => ({ text })), rows })
}
