/** The single place that puts together what is known of a service: the last look at it, what was measured of its pages since, and what somebody says is needed. */
import type { Prepared } from '#core/definition/index.ts'
import { addMonths } from '#core/value/calendar-date.ts'
import { askedTwice, type AskedTwice, burdenOf, type PageFigure, rank } from '#core/simplify/index.ts'
import { pageCountsOf } from '#features/journeys/index.ts'
import { listServices } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import { neededIn, readFact, type Simplification, type Study } from '../domain/index.ts'
import { pageFigures, streamOf } from '../store/index.ts'

export type About = { readonly prepared: Prepared; readonly study: Study | undefined; readonly today: string }

/** What was measured in the twelve months up to `today`, days not yet over included. */
export async function simplificationOf(council: Pick<Council, 'store'>, { prepared, study, today }: About): Promise<Simplification> {
  const { store } = council
  const { id: service } = prepared.definition.service
  const [figures, needed] = await store.transaction(
    async (tx) =>
      [
        await figuresOf(tx, service, today),
        neededIn((await store.log.factsOf(tx, streamOf(service))).flatMap((fact) => readFact(fact) ?? [])),
      ] as const,
  )
  const burdens = burdenOf(figures, { pages: prepared.pages.map(({ id }) => id), today })
  const isNeeded = new Set(needed.map(({ question }) => question))
  return {
    ...{ study, burdens, needed },
    since: figures.map(({ month }) => month).sort()[0],
    isMadeUp: figures.some((figure) => figure.isMadeUp) || (study?.assessment.madeUp ?? 0) > 0,
    ranked: study ? rank(study.assessment, burdens, study.cases).filter(({ path }) => !isNeeded.has(path)) : [],
  }
}

async function figuresOf(tx: Db, service: string, today: string): Promise<readonly PageFigure[]> {
  const from = (addMonths(today, -12) ?? today).slice(0, 7)
  const [kept, waiting] = [await pageFigures(tx, { service, from }), await pageCountsOf(tx, service)]
  return [...kept, ...waiting.map((count) => ({ ...count, isMadeUp: false }))]
}

/** What the council’s services ask more than once. */
export async function twiceAsked(council: Council): Promise<readonly AskedTwice[]> {
  return askedTwice((await listServices(council)).map(({ prepared }) => prepared))
}
