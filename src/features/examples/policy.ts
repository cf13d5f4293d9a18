/** The single place that says who may do what with example people. Pure. */
import type { Permissions } from '#http/actor.ts'

/** Seeing whom a service is tried on, and what none of them reaches. */
export const mayRead = 'examples.read'
/** Making one of a real case, which one must be allowed to read in full. */
export const mayMake = 'examples.make'

export const permissions: Permissions = {
  [mayRead]: ['officer', 'manager', 'director'],
  [mayMake]: ['officer', 'manager'],
}
