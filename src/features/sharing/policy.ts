/** The single place that says who may do what with services that councils share. Pure. */
import type { Permissions } from '#http/actor.ts'

export const mayRead = 'sharing.read'
/** Putting a new version of theirs together with one’s own and handing it over; deciding is for the two who answer for the service. */
export const mayMerge = 'sharing.merge'

export const permissions: Permissions = {
  [mayRead]: ['officer', 'manager', 'director', 'councillor'],
  [mayMerge]: ['manager', 'director'],
}
