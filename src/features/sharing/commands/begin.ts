/** The single place where a demonstration's council takes over the services that its settings say it has from a neighbour. */
import type { Council } from '#http/council.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Start } from '#http/feature.ts'
import { adoptPackage } from './adopt.ts'
import { itself } from './follow.ts'
import { packageFor } from './offer.ts'
import { findAdoption } from './read.ts'

/** @throws Error naming the faults of a service that may not be taken over */
export async function adoptFromNeighbours(council: Council, { demo, clock, findNeighbour }: Start): Promise<void> {
  if (!demo) return
  for (const { id: service, from } of council.settings.services) {
    if (from === undefined || (await findAdoption(council, service))) continue
    const neighbour = findNeighbour(from.council)
    const at = clock()
    const file = neighbour && (await packageFor(neighbour, { service, today: dayInLondon(at) }))
    if (!file) throw new Error(`${council.id} takes ${service} from ${from.council}, which does not offer it`)
    const { changes, examples } = from
    const outcome = await adoptPackage(council, { file, by: itself, at: at.toISOString(), findNeighbour, changes, examples })
    if (outcome.state !== 'refused') continue
    throw new Error(
      `${council.id} cannot take over ${service}:\n${outcome.faults.map(({ message, help }) => `${message} ${help}`).join('\n')}`,
    )
  }
}
