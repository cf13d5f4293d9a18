/** The single place that says who may do what with services. Pure. */
import type { Permissions } from '#http/actor.ts'

/** Reading what is said on the phone. */
export const mayAssist = 'services.assist'

export const permissions: Permissions = { [mayAssist]: ['officer', 'manager', 'partner', 'volunteer'] }
