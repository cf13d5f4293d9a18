/** The single place where cases are counted without being read. */
import { listServices } from '#features/services/index.ts'
import type { Actor } from '#http/actor.ts'
import type { Council } from '#http/council.ts'
import { casesByArea, hasAnyCase, teamsWithCases } from '../store/index.ts'

/** Areas in which a service has cases that have not been disposed of, by name. Areas without any are left out. */
export function countByArea({ store }: Pick<Council, 'store'>, asked: Parameters<typeof casesByArea>[1]): ReturnType<typeof casesByArea> {
  return store.transaction((tx) => casesByArea(tx, asked))
}

/** Whether the council has ever opened a case. */
export function hasCases({ store }: Pick<Council, 'store'>): Promise<boolean> {
  return store.transaction(hasAnyCase)
}

/** Whether cases come to a team of this actor, or ever did. */
export async function looksAfterCases(council: Council, { teams }: Pick<Actor, 'teams'>): Promise<boolean> {
  const services = await listServices(council)
  if (services.some(({ definition }) => teams.includes(definition.service.casework.team))) return true
  return (await council.store.transaction(teamsWithCases)).some((team) => teams.includes(team))
}
