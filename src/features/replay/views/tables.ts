/** The single place for the tables and the picture of a trial, exact for officers and rounded for everybody. */
import type { Language } from '#core/definition/index.ts'
import { type BandEnds, endsOfBand, type Lack, type Moved, type SplitBy } from '#core/replay/index.ts'
import { formatDate, formatMonth } from '#core/value/date-words.ts'
import { formatMoney } from '#core/value/money.ts'
import { table } from '#ui/components/table.ts'
import { html, type Html } from '#ui/html.ts'
import { flowChart } from '#ui/pictures/flow-chart.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { splitPart, type TrialRun, wordOf } from '../domain/index.ts'
import { deskWordsFor, wordsFor } from '../words/index.ts'

/** What both kinds of figures show. `before` and `after` are sums, which only officers see. */
export type Shown = {
  readonly matrix: readonly { readonly from: string; readonly to: string; readonly count: number }[]
  readonly cantTell: { readonly count: number; readonly questions: readonly (Lack & { readonly count: number })[] }
  readonly fee: Figures
  readonly values: Readonly<Record<string, Figures>>
  readonly asked: { readonly more: number; readonly fewer: number; readonly same: number; readonly unknown: number }
}
type Figures = Omit<Moved, 'before' | 'after'> & Partial<Moved>

/** How what a trial names is called. */
export class Caller {
  readonly lang: Language
  readonly #names: TrialRun['names']

  constructor(lang: Language, names: TrialRun['names']) {
    this.lang = lang
    this.#names = names
  }

  outcome(id: string): string {
    const say = wordsFor(this.lang)
    if (id === 'open') return say.open
    if (id.startsWith('exit:')) return say.exit(this.#name('exits', id.slice('exit:'.length)))
    return this.#name('outcomes', id)
  }

  question(id: string): string {
    return this.#name('questions', id)
  }

  value(id: string): string {
    return this.#name('values', id)
  }

  /** The part of a split a case is in. */
  part(by: SplitBy, part: string): string {
    const say = wordsFor(this.lang)
    if (part === '') return say.partUnknown
    if (by === 'area') return part
    if (by === 'month') return formatMonth(part, this.lang)
    const channels: Readonly<Record<string, string>> = say.channels
    if (by === 'channel') return channels[part] ?? part
    const ends = endsOfBand(part)
    if (ends !== undefined) return this.#band(ends, wordOf(by))
    const { yes, no } = deskWordsFor(this.lang).answered
    if (part === 'yes' || part === 'no') return part === 'yes' ? yes : no
    const said = this.#names.options?.[splitPart(wordOf(by), part)]
    return said?.[this.lang] ?? said?.en ?? said?.cy ?? part
  }

  isMoney(id: string): boolean {
    return this.#names.money.includes(id)
  }

  #band({ from, to }: BandEnds, question: string): string {
    const say = wordsFor(this.lang)
    const isTime = (from ?? to ?? '').includes('-', 1)
    const written = (end: string) => {
      if (isTime) return end.length === 'yyyy-mm'.length ? formatMonth(end, this.lang) : formatDate(end, this.lang)
      return this.isMoney(question) ? formatMoney(Number(end)) : say.number(Number(end))
    }
    const [first, last] = [from === undefined ? undefined : written(from), to === undefined ? undefined : written(to)]
    return say.band({ first, last, isTime })
  }

  #name(part: 'outcomes' | 'exits' | 'questions' | 'values', id: string): string {
    const said = this.#names[part][id]
    return said?.[this.lang] ?? said?.en ?? said?.cy ?? id
  }
}

/** From what to what is proposed: the picture and its table. `id` is unique on the page. */
export function outcomePicture({ matrix }: Pick<Shown, 'matrix'>, caller: Caller, id: string): Html | undefined {
  if (matrix.length === 0) return undefined
  const say = wordsFor(caller.lang)
  const changed = matrix.filter(({ from, to }) => from !== to).reduce((sum, { count }) => sum + count, 0)
  return flowChart({
    id,
    title: say.outcomes,
    description: say.outcomesSaid(changed),
    flows: matrix.map(({ from, to, count }) => ({ from: caller.outcome(from), to: caller.outcome(to), count, isChange: from !== to })),
    heads: [say.before, say.after, say.howMany],
    written: say.number,
  })
}

/** What people would pay, be told and be asked: in how many cases more, less and the same. */
export function figureTable({ fee, values, asked }: Shown, caller: Caller): Html {
  const say = wordsFor(caller.lang)
  const others = [fee, ...Object.values(values)].some(({ other }) => other > 0) || asked.unknown > 0
  const hasSums = fee.before !== undefined
  const row = (label: string, figures: Figures, isMoney: boolean) => [
    { text: label },
    ...[figures.more, figures.less, figures.same, ...(others ? [figures.other] : [])].map((count) => ({
      text: say.number(count),
      format: 'numeric',
    })),
    ...(hasSums ? [{ text: sumsOf(figures, isMoney ? formatMoney : say.number), format: 'numeric' }] : []),
  ]
  const heads = [say.what, say.more, say.less, say.same, ...(others ? [say.other] : []), ...(hasSums ? [say.sums] : [])]
  const isCharged = fee.more + fee.less + fee.other > 0 || (fee.before ?? 0) > 0
  return tableScroll(
    say.figures,
    table({
      caption: say.figures,
      classes: 'trial-table',
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head: heads.map((text, index) => ({ text, format: index > 0 ? 'numeric' : undefined })),
      rows: [
        isCharged && row(say.fee, fee, true),
        ...Object.entries(values).map(([id, figures]) => row(caller.value(id), figures, caller.isMoney(id))),
        row(say.asked, { more: asked.more, less: asked.fewer, same: asked.same, other: asked.unknown }, false),
      ],
    }),
  )
}

function sumsOf({ before, after }: Figures, written: (amount: number) => string): string {
  return before === undefined || after === undefined ? '' : `${written(before)} → ${written(after)}`
}

/** Of which cases nobody can tell, and which answers are missing; nothing where all can be told. */
export function cantTellList({ cantTell }: Pick<Shown, 'cantTell'>, caller: Caller): Html | undefined {
  if (cantTell.count === 0) return undefined
  const say = wordsFor(caller.lang)
  const lacks = cantTell.questions.map(
    ({ question, because, count }) => html`<li>${say.because[because](caller.question(question), count)}</li>`,
  )
  return html`<p class="govuk-body">${say.cantTellLead(cantTell.count)}</p>
<ul class="govuk-list govuk-list--bullet">${lacks}</ul>`
}
