/** The single place that says who may make briefings. Reading them is for everyone. Pure. */
import type { Permissions } from '#http/actor.ts'

export const permissions: Permissions = {
  'briefing.make': ['manager', 'analyst', 'director'],
}
