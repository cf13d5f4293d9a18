/** The single place that says who may offer times. Pure. */
import { type Actor, isStaff, mayDo, type Permissions } from '#http/actor.ts'

/** Setting the days, times and places of one's team. */
export const mayOffer = 'appointments.offer'
/** Setting those of every team. */
const mayManage = 'appointments.manage'

export const permissions: Permissions = { [mayOffer]: ['officer', 'manager', 'partner'], [mayManage]: ['manager'] }

/** People set the times of their own teams; who manages sets all. */
export function mayOfferFor(actor: Actor, team: string): boolean {
  if (!isStaff(actor) || !mayDo(actor, mayOffer)) return false
  return actor.teams.includes(team) || mayDo(actor, mayManage)
}
