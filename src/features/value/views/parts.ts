/** The single place for what pages of value have in common: figures as tiles, what is made up, a state as a tag. */
import type { Language } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { tag } from '#ui/components/tag.ts'
import { html, type Html } from '#ui/html.ts'
import { type BenefitState, type FigureId, type Figures, type PublishedFigure, published, sayShown } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'

export type Place = { readonly lang: Language /** The public page of the service’s value. */; readonly root: string }

/** Figures in a grid, each a link to how it is worked out. */
export function tiles(figures: readonly PublishedFigure[], place: Place, notes: Partial<Record<FigureId, string>> = {}): Html {
  return html`<ul class="value-tiles">${figures.map((one) => tile(one, place, notes[one.id]))}</ul>`
}

function tile({ id, unit, figure, of }: PublishedFigure, { lang, root }: Place, note: string | undefined): Html {
  const words = wordsFor(lang)
  const size = of === undefined || figure.state !== 'shown' || unit === 'count' ? undefined : words.of(words.number(of))
  return html`<li class="value-tiles__tile">
<a class="govuk-link value-tiles__name" href="${root}/${id}">${words.figures[id].name}</a>
<span class="value-tiles__value${figure.state !== 'shown' && ' value-tiles__value--none'}">${sayShown(figure, unit, words)}</span>
${(note ?? size) && html`<span class="value-tiles__note">${[note, size].filter(Boolean).join(' · ')}</span>`}
</li>`
}

/** Says plainly that history is made up. */
export function madeUpNote(figures: Pick<Figures, 'madeUp'>, lang: Language): Html | undefined {
  return figures.madeUp === 'none' ? undefined : insetText({ text: wordsFor(lang).madeUp[figures.madeUp] })
}

const colours: Readonly<Record<BenefitState, string>> = { promised: 'grey', claimed: 'yellow', verified: 'green', refuted: 'red' }

export function stateTag(state: BenefitState, lang: Language): Html {
  return tag({ text: wordsFor(lang).states[state], classes: `govuk-tag--${colours[state]}` })
}

export function publishedAll(figures: Figures, ids: readonly FigureId[]): readonly PublishedFigure[] {
  return ids.map((id) => published(figures, id))
}

export function leadOf({ window, until }: Pick<Figures, 'window' | 'until'>, lang: Language): string {
  return wordsFor(lang).lead(formatDate(`${window.from}-01`, lang), formatDate(until, lang))
}
