/** The single place that shows how far a service has reached, area by area: picture, table and what is hidden. */
import type { Language } from '#core/definition/index.ts'
import type { AreaKind } from '#features/addresses/index.ts'
import { path } from '#http/language.ts'
import type { Content } from '#http/shell.ts'
import { html, type Html } from '#ui/html.ts'
import { type Bar, barChart } from '#ui/pictures/bar-chart.ts'
import type { Coverage, PublishedArea } from '../domain.ts'
import { type Words, wordsFor } from '../words/index.ts'

export type CoverageProps = {
  readonly lang: Language
  readonly service: { readonly id: string; readonly name: string }
  readonly kind: AreaKind
  readonly coverage: Coverage
}

export function coveragePage({ lang, service, kind, coverage }: CoverageProps): Content {
  const say = wordsFor(lang)
  const home = path(lang, `/services/${service.id}`)
  const main = html`<h1 class="govuk-heading-xl">${say.title}</h1>
<p class="govuk-body-l">${say.lead(service.name)}</p>
${coverage.areas.length === 0 ? html`<p class="govuk-body">${say.noRegister}</p>` : figures({ lang, kind, coverage })}
<p class="govuk-body"><a class="govuk-link" href="${home}/coverage.csv">${say.csv}</a></p>`
  return { title: say.title, main, service: { name: service.name, href: home }, backLink: { href: home, text: say.back } }
}

/** The same figures for a spreadsheet: hidden numbers stay empty. */
export function coverageRows({ lang, kind, coverage }: Omit<CoverageProps, 'service'>): readonly (readonly string[])[] {
  const say = wordsFor(lang)
  const rows = coverage.areas.map((area) => [
    area.area,
    String(area.registered ?? ''),
    String(area.premises),
    area.share === undefined ? '' : (area.share / 10).toFixed(1),
  ])
  return [[say.area[kind], say.registered, say.premises, `${say.share} %`], ...rows]
}

function figures({ lang, kind, coverage }: Omit<CoverageProps, 'service'>): Html {
  const say = wordsFor(lang)
  const { whole, areas } = coverage
  const first = areas.find((area) => area.share !== undefined)
  const chart = barChart({
    id: 'coverage',
    title: say.picture,
    description: first ? say.described(first.area, percent(first)) : say.nothing,
    bars: areas.map((area) => barOf(area, say)),
    heads: [say.area[kind], say.share, say.registered, say.premises],
    note: say.note,
  })
  const overall =
    whole?.registered === undefined
      ? say.wholeHidden
      : say.whole(percent(whole), count(whole.registered, lang), count(whole.premises, lang))
  return html`<p class="govuk-inset-text">${overall}</p>
${chart}`
}

function barOf(area: PublishedArea, say: Words): Bar {
  const premises = String(area.premises)
  if (area.registered === undefined) return { label: area.area, value: say.hidden, cells: ['–', premises] }
  return { label: area.area, share: area.registered / area.premises, value: percent(area), cells: [String(area.registered), premises] }
}

function percent({ share }: Pick<PublishedArea, 'share'>): string {
  return share === undefined ? '–' : `${(share / 10).toFixed(1)}%`
}

function count(number: number, lang: Language): string {
  return number.toLocaleString(lang === 'cy' ? 'cy-GB' : 'en-GB')
}
