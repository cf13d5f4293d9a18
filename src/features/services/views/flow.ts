/** The single place that shows the way through a service with what was found on it and which example people come where. */
import type { Language } from '#core/definition/index.ts'
import type { Coverage } from '#core/scenario/index.ts'
import { type Flow, stopOf } from '#core/telling/index.ts'
import { html, type Html } from '#ui/html.ts'
import { type FlowMark, type FlowPerson, serviceFlow } from '#ui/pictures/service-flow/index.ts'
import type { FoundTold } from '../domain/index.ts'
import { checksWordsFor } from '../words/index.ts'
import { findingAt } from './findings.ts'

/** `flow` in the service's own words, `lang` the language of the page. Findings stand on the same page, as `findingsView` shows them. */
export type FlowShown = {
  readonly lang: Language
  readonly flow: Flow
  readonly findings: readonly FoundTold[]
  readonly met?: ReadonlyMap<string, readonly FlowPerson[]> | undefined
}

export function flowView({ lang, flow, findings, met }: FlowShown): Html {
  const words = checksWordsFor(lang)
  const { stops, outcomes } = flow
  const some = stops.filter(({ onlyIf }) => onlyIf !== undefined).length
  const picture = serviceFlow({
    id: 'flow',
    title: words.wayTitle,
    description: words.wayDescription(stops.length, some, outcomes.length),
    pages: stops,
    outcomes,
    marks: marksOf(findings),
    met,
    words: words.flow,
  })
  return html`<p class="govuk-body">${words.wayBody}</p>
${picture}`
}

function marksOf(findings: readonly FoundTold[]): ReadonlyMap<string, readonly FlowMark[]> {
  const marks = new Map<string, FlowMark[]>()
  for (const [at, { says, isFault, place }] of findings.entries()) {
    const own = marks.get(place.stop) ?? []
    marks.set(place.stop, own)
    own.push({ text: says, isFault, href: `#${findingAt(at)}` })
  }
  return marks
}

/** Which example people come to each stop that they could come to: pages, ends before sending, and decisions that the rules propose. */
export function peopleAt(
  { pages, exits, outcomes }: Pick<Coverage, 'pages' | 'exits' | 'outcomes'>,
  people: readonly { readonly id: string; readonly title: string }[],
  hrefOf: (id: string) => string | undefined,
): ReadonlyMap<string, readonly FlowPerson[]> {
  const titles = new Map(people.map(({ id, title }) => [id, title]))
  const named = (by: readonly string[]) => by.map((id): FlowPerson => ({ title: titles.get(id) ?? id, href: hrefOf(id) }))
  return new Map([
    ...pages.map(({ id, by }) => [id, named(by)] as const),
    ...exits.map(({ id, by }) => [stopOf.exit(id), named(by)] as const),
    ...outcomes.map(({ id, by }) => [stopOf.outcome(id), named(by)] as const),
  ])
}
