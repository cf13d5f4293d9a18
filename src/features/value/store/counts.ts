/** The single place where the counts without a case, of journeys and ratings, are made from their facts. */
import type { Db } from '#store/db.ts'
import type { Fact } from '#store/fact.ts'
import type { Projection } from '#store/projection.ts'
import { added, caseMeasures, type Cell, measures, readFact, type ValueFact } from '../domain/index.ts'
import { addCells, clearCells } from './cells.ts'

/** Written with the facts themselves. They hold counts and nothing of anybody, so there is nothing to forget. */
export const countsProjection: Projection = {
  name: 'value.counts',
  streams: 'value/',
  clear: (tx) =>
    clearCells(
      tx,
      measures.filter((measure) => !caseMeasures.includes(measure)),
    ),
  apply: applyCounts,
  forget: () => Promise.resolve(),
}

export async function applyCounts(tx: Db, facts: readonly Fact[]): Promise<void> {
  await addCells(tx, added(facts.flatMap((fact) => cellsIn(fact))))
}

/** What is entered about a service: costs, minutes, benefits. */
export function streamOf(service: string): string {
  return `value/${service}`
}

/** What is counted of it day by day. */
export function countsStreamOf(service: string): string {
  return `value/${service}/counts`
}

function cellsIn(fact: Fact): readonly Cell[] {
  const service = fact.stream.split('/')[1] ?? ''
  const read = readFact(fact)
  return read ? countsIn(service, read) : []
}

function countsIn(service: string, fact: ValueFact): readonly Cell[] {
  const isMadeUp = fact.data.madeUp === true
  if (fact.kind === 'ratings-counted') {
    return fact.data.cells.map(({ moment, points, ...cell }) => ({
      ...cell,
      service,
      isMadeUp,
      measure: `rated_${moment}` as const,
      bucket: points,
    }))
  }
  if (fact.kind !== 'journeys-counted') return []
  return fact.data.cells.flatMap(({ begun, sent, exited, ...cell }) => {
    const counts = { begun, sent, exited } as const
    const of = (measure: keyof typeof counts) => ({ ...cell, service, isMadeUp, measure, bucket: 0, count: counts[measure] })
    return [of('begun'), of('sent'), of('exited')]
  })
}
