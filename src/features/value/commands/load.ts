/** The single place where what is known of the value of a service is loaded for a page, a briefing or a spreadsheet. */
import { addMonths } from '#core/value/calendar-date.ts'
import { nationOf } from '#features/cases/index.ts'
import { type JourneyCount, journeyCountsOf } from '#features/journeys/index.ts'
import { type Published, publishedService, versionHistory } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import {
  type Assumptions,
  type Benefit,
  benefitsFrom,
  type Cell,
  effectsOf,
  type Figures,
  figuresFrom,
  readFact,
  type ReleaseEffect,
  type Trend,
  trendOf,
  type ValueFact,
  type Window,
} from '../domain/index.ts'
import { cellsOf, streamOf } from '../store/index.ts'

/** How long back releases are compared, in months. */
const longestCompared = 24

/** What is counted of and entered about a service. */
type Known = { readonly cells: readonly Cell[]; readonly facts: readonly ValueFact[]; readonly assumptions: Assumptions }

/** The counts of a service in a stretch of months, those of today among them, with everything entered about it. */
async function known(council: Council, service: string, window: Window): Promise<Known> {
  const [only] = await knownOfEach(council, [service], window)
  if (only === undefined) throw new Error(`nothing was answered of ${service}`)
  return only
}

/** The same of many services, in their order, with one query of each sort. */
async function knownOfEach({ store }: Council, services: readonly string[], window: Window): Promise<readonly Known[]> {
  const [cells, waiting, entered] = await store.transaction((tx) =>
    Promise.all([cellsOf(tx, { services, ...window }), journeyCountsOf(tx, services), store.log.factsOfEach(tx, services.map(streamOf))]),
  )
  const counts = Map.groupBy([...cells, ...waiting.flatMap(cellsFrom)], ({ service }) => service)
  return services.map((service) => {
    const facts = (entered.get(streamOf(service)) ?? []).flatMap((fact) => readFact(fact) ?? [])
    return { cells: counts.get(service) ?? [], facts, assumptions: assumptionsFrom(facts) }
  })
}

/** The figures of many services in a stretch of months, with what became of their benefits. */
export async function overviewOf(
  council: Council,
  all: readonly Published[],
  { today, ...window }: Window & { readonly today: string },
): Promise<readonly { readonly published: Published; readonly figures: Figures; readonly benefits: readonly Benefit[] }[]> {
  const nation = nationOf(council.settings['bank-holidays'])
  const services = all.map(({ service }) => service)
  const found = await knownOfEach(council, services, window)
  return all.map((published, place) => {
    const { cells, facts, assumptions } = found[place] ?? { cells: [], facts: [], assumptions: assumptionsFrom([]) }
    const figures = figuresFrom({ cells, assumptions, window, today, nation })
    return { published, figures, benefits: benefitsFrom(promisedBy(published), facts) }
  })
}

/** The figures of a service in a stretch of months. `today` is the day of asking. */
export async function figuresOf(
  council: Council,
  service: string,
  { today, ...window }: Window & { readonly today: string },
): Promise<Figures> {
  const { cells, assumptions } = await known(council, service, window)
  return figuresFrom({ cells, assumptions, window, today, nation: nationOf(council.settings['bank-holidays']) })
}

/** Everything about a service: its figures of a stretch of months, what each release did, and its benefits. */
export type Value = {
  readonly figures: Figures
  readonly effects: readonly ReleaseEffect[]
  readonly trend: Trend
  readonly benefits: readonly Benefit[]
  readonly facts: readonly ValueFact[]
  readonly assumptions: Assumptions
}

export async function valueOf(
  council: Council,
  service: string,
  { today, ...window }: Window & { readonly today: string },
): Promise<Value> {
  const since = (addMonths(`${window.to}-01`, -longestCompared) ?? `${window.from}-01`).slice(0, 7)
  const [all, versions, published] = await Promise.all([
    known(council, service, { from: since < window.from ? since : window.from, to: window.to }),
    versionHistory(council, service),
    publishedService(council, service),
  ])
  const { cells, facts, assumptions } = all
  const nation = nationOf(council.settings['bank-holidays'])
  return {
    figures: figuresFrom({ cells, assumptions, window, today, nation }),
    trend: trendOf({ cells, assumptions, nation, today }),
    effects: effectsOf(versions, { cells, assumptions, nation, today }),
    benefits: benefitsFrom(promisedBy(published), facts),
    facts,
    assumptions,
  }
}

/** The benefits a service promises in the version it is in, with what has been claimed and found. */
export async function benefitsOf(council: Council, service: string): Promise<readonly Benefit[]> {
  const published = await publishedService(council, service)
  const facts = await factsOf(council, service)
  return benefitsFrom(promisedBy(published), facts)
}

/** Ids of the benefits that a version promises. */
export function promisedBy(published: Published | undefined): readonly string[] {
  return published?.definition.service.measures.benefits.map(({ id }) => id) ?? []
}

/** What was entered about a service, oldest first. */
export async function factsOf({ store }: Pick<Council, 'store'>, service: string): Promise<readonly ValueFact[]> {
  const facts = await store.transaction((tx) => store.log.factsOf(tx, streamOf(service)))
  return facts.flatMap((fact) => readFact(fact) ?? [])
}

export function assumptionsFrom(facts: readonly ValueFact[]): Assumptions {
  return {
    costs: facts.flatMap((fact) => (fact.kind === 'cost-set' ? [fact.data] : [])),
    minutes: facts.flatMap((fact) => (fact.kind === 'minutes-set' ? [fact.data] : [])),
  }
}

/** What was counted today and is not yet in the log. */
function cellsFrom({ begun, sent, exited, ...cell }: JourneyCount): readonly Cell[] {
  const counts = { begun, sent, exited } as const
  const of = (measure: keyof typeof counts): Cell => ({ ...cell, measure, isMadeUp: false, bucket: 0, count: counts[measure] })
  return [of('begun'), of('sent'), of('exited')]
}
