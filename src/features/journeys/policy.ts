/** The single place that says who may do what with journeys. Pure. */
import type { Permissions } from '#http/actor.ts'

/** Typing in what somebody phoned in, brought to the counter or wrote on paper. */
export const mayEnter = 'journeys.enter'

export const permissions: Permissions = { [mayEnter]: ['officer', 'manager', 'partner', 'volunteer'] }
