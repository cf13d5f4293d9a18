/** The single place that shows what all services of a council cost and give, beside each other. */
import type { Language } from '#core/definition/index.ts'
import { path } from '#http/language.ts'
import type { Content } from '#http/shell.ts'
import { html, type Html } from '#ui/html.ts'
import { stackedTable } from '#ui/stacked-table.ts'
import { type Benefit, type BenefitState, type FigureId, type Figures, published, sayShown } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { madeUpNote } from './parts.ts'

export type OverviewPage = {
  readonly lang: Language
  readonly services: readonly {
    readonly id: string
    readonly name: string
    readonly figures: Figures
    readonly benefits: readonly Benefit[]
  }[]
}

const shownFigures: readonly FigureId[] = ['finished', 'cost', 'time-taken', 'completion', 'satisfaction', 'take-up']
const states: readonly BenefitState[] = ['verified', 'refuted', 'claimed', 'promised']

export function overviewPage({ lang, services }: OverviewPage): Content {
  const words = wordsFor(lang)
  const madeUp = services.find(({ figures }) => figures.madeUp !== 'none')?.figures
  const main = html`<h1 class="govuk-heading-xl">${words.overviewTitle}</h1>
<p class="govuk-body-l">${words.overviewLead}</p>
${madeUp && madeUpNote({ madeUp: services.every(({ figures }) => figures.madeUp === 'all') ? 'all' : 'some' }, lang)}
${services.length === 0 ? html`<p class="govuk-body">${words.overviewNone}</p>` : tableOf({ lang, services })}
<p class="govuk-body">${words.hiddenNote}</p>`
  return { title: words.overviewTitle, main, backLink: { href: path(lang, '/services'), text: words.allServices }, wide: true }
}

function tableOf({ lang, services }: OverviewPage): Html {
  const words = wordsFor(lang)
  const heads = [words.service, ...shownFigures.map((id) => words.figures[id].name), words.promised]
  const rows = services.map(({ id, name, figures, benefits }) => {
    const root = path(lang, `/services/${id}/value`)
    return [
      { html: html`<a class="govuk-link" href="${root}">${name}</a>` },
      ...shownFigures.map((figure) => {
        const one = published(figures, figure)
        const text = sayShown(one.figure, one.unit, words)
        return { html: html`<a class="govuk-link govuk-link--no-visited-state" href="${root}/${figure}">${text}</a>`, format: 'numeric' }
      }),
      { html: promises(benefits, lang) },
    ]
  })
  return stackedTable(words.overviewTitle, {
    classes: 'value-table',
    head: heads.map((text, place) => ({ text, format: place > 0 && place < heads.length - 1 ? 'numeric' : undefined })),
    rows,
  })
}

/** “1 verified, 2 promised”. */
function promises(benefits: readonly Benefit[], lang: Language): Html {
  const words = wordsFor(lang)
  const parts = states.flatMap((state) => {
    const count = benefits.filter((benefit) => benefit.state === state).length
    return count === 0 ? [] : [`${words.states[state]}: ${words.number(count)}`]
  })
  return html`${parts.length === 0 ? '–' : parts.join(', ')}`
}
