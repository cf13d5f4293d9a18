/** The single place for the pictures of a service’s figures: over the months, by channel, before and after. */
import type { Language } from '#core/definition/index.ts'
import { formatMonth } from '#core/value/date-words.ts'
import { formatMoney } from '#core/value/money.ts'
import type { Html } from '#ui/html.ts'
import { barChart } from '#ui/pictures/bar-chart.ts'
import { intervalChart, type IntervalRow } from '#ui/pictures/interval-chart.ts'
import { lineChart } from '#ui/pictures/line-chart.ts'
import {
  type ChannelCost,
  type Compared,
  type Costs,
  isFew,
  type PublishedFigure,
  type ReleaseEffect,
  sayDifference,
  sayNumber,
  sayShown,
  shown,
} from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'

type Captions = { readonly title: string; readonly described: (month: string, value: string) => string }

/** A figure month by month. */
export function monthsChart({ id, unit, months }: PublishedFigure, { title, described }: Captions, lang: Language): Html {
  const words = wordsFor(lang)
  const points = months.flatMap(({ month, figure }) => (figure.state === 'shown' ? [{ month, value: figure.value }] : []))
  const most = points.reduce<(typeof points)[number] | undefined>((best, one) => (best && best.value >= one.value ? best : one), undefined)
  return lineChart({
    id: `${id}-months`,
    title,
    description: most ? described(formatMonth(most.month, lang), sayNumber(most.value, unit, words)) : words.nothingDescribed,
    points: months.map(({ month, figure }) => ({
      label: formatMonth(month, lang),
      value: figure.state === 'shown' ? figure.value : undefined,
      text: sayShown(figure, unit, words),
    })),
    heads: [words.month, words.figures[id].name],
    scale: (value) => (unit === 'days' ? words.days(value) : sayNumber(value, unit, words)),
    tableText: words.tableText,
    note: months.some(({ figure }) => figure.state === 'few') ? words.hiddenNote : undefined,
  })
}

/** The cost of one case by channel. A channel with fewer than ten finished cases is not shown, nor the count that would give its own away. */
export function costChart(costs: Costs, lang: Language): Html {
  const words = wordsFor(lang)
  const counts = shown(costs.channels.map(({ finished }) => finished))
  const each = (one: ChannelCost) => (isFew(one.finished) ? undefined : one.each)
  const dearest = costs.channels.toSorted((a, b) => (each(b) ?? -1) - (each(a) ?? -1))[0]
  const most = (dearest && each(dearest)) ?? 0
  return barChart({
    id: 'cost-channels',
    title: words.channelsTitle,
    description: dearest && most > 0 ? words.channelsDescribed(words.channels[dearest.channel], formatMoney(most)) : words.nothingDescribed,
    bars: costs.channels.map((one, place) => {
      const [label, pence, count] = [words.channels[one.channel], each(one), counts[place]]
      const cells = count === undefined ? ['–', '–'] : [words.number(count), formatMoney(one.pence)]
      if (pence === undefined) return { label, value: one.finished === 0 ? words.none : words.few, cells }
      return { label, share: most === 0 ? 0 : pence / most, value: formatMoney(pence), cells }
    }),
    heads: [words.channel, words.perCase, words.figures.finished.name, words.wholeCost],
    note: counts.includes(undefined) ? words.hiddenNote : undefined,
  })
}

/** What differs, about a line of no difference; to the right is better. `of` says what is compared, once on the page. */
export function effectChart(effect: Pick<ReleaseEffect, 'compared'>, { id, of }: { id: string; of: string }, lang: Language): Html {
  const words = wordsFor(lang)
  const is = (verdict: Compared['verdict']) => effect.compared.filter((one) => one.verdict === verdict).length
  return intervalChart({
    id,
    title: words.compareTitle(of),
    description: words.compareDescribed(is('better'), is('worse')),
    rows: effect.compared.map((one) => rowOf(one, lang)),
    heads: [words.what, words.side, words.before, words.after, words.sure],
    ends: { worse: words.endWorse, better: words.endBetter },
    note: words.compareNote,
  })
}

const lessIsBetter: ReadonlySet<Compared['id']> = new Set(['touches', 'minutes', 'cost', 'time-taken', 'asked', 'reopened'])

function rowOf(one: Compared, lang: Language): IntervalRow {
  const words = wordsFor(lang)
  const say = (value: number | undefined) => (value === undefined || one.verdict === 'too-few' ? '–' : sayNumber(value, one.unit, words))
  const moved = movedBy(one)
  const sign = lessIsBetter.has(one.id) ? -1 : 1
  const turned = moved && (sign === 1 ? moved : { by: 0 - moved.by, low: 0 - moved.high, high: 0 - moved.low })
  return {
    label: words.aspects[one.id],
    value: moved && !one.difference ? signed(moved.by, one, lang) : words.verdicts[one.verdict],
    interval: turned,
    reach: one.difference || one.before === undefined ? undefined : Math.abs(one.before) / 2,
    cells: [words.sides[one.side], say(one.before), say(one.after), sureness(one, lang)],
  }
}

/** A difference that is reckoned is a point without a stretch about it. */
function movedBy({ difference, before, after, verdict }: Compared): IntervalRow['interval'] {
  if (difference || verdict === 'too-few' || before === undefined || after === undefined) return difference
  const by = after - before
  return { by, low: by, high: by }
}

function signed(by: number, { unit }: Pick<Compared, 'unit'>, lang: Language): string {
  return `${by < 0 ? '−' : '+'}${sayDifference(by, unit, wordsFor(lang))}`
}

function sureness(one: Compared, lang: Language): string {
  const words = wordsFor(lang)
  const { difference, verdict } = one
  if (verdict === 'too-few') return words.verdicts['too-few']
  if (one.isHidden) return words.verdicts[verdict]
  if (!difference) return words.reckoned
  return `${words.verdicts[verdict]}: ${words.between(signed(difference.low, one, lang), signed(difference.high, one, lang))}`
}
