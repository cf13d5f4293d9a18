/** The single place that says who may do what with services. Pure. */
import { type Actor, mayDo, type Permissions } from '#http/actor.ts'
import type { SponsorRole } from './domain/sponsor.ts'

/** Reading what is said on the phone. */
export const mayAssist = 'services.assist'
/** Reading what was released of each service, and how its folder stands to that. */
export const mayReadReleases = 'services.releases'
/** Setting a gate aside; besides, one must be the accountable director of that very service. */
export const mayTryToWaive = 'services.waive'

export const permissions: Permissions = {
  [mayAssist]: ['officer', 'manager', 'partner', 'volunteer'],
  [mayReadReleases]: ['manager', 'director'],
  [mayTryToWaive]: ['director'],
}

/** Whoever may set gates of a service aside: its own accountable director, nobody else’s. */
export function mayWaive(actor: Actor, role: SponsorRole | undefined): boolean {
  return mayDo(actor, mayTryToWaive) && role === 'director'
}
