/** The single place that says who may do what with trials. Pure. */
import type { Permissions } from '#http/actor.ts'

export const permissions: Permissions = {
  'replay.read': ['officer', 'manager'],
  'replay.release': ['officer', 'manager'],
}
