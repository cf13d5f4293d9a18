/** The single place that says who may do what when services are made simpler. Pure. */
import type { Permissions } from '#http/actor.ts'

/** Seeing what could go, what it would save, and why other questions stay. */
export const mayRead = 'simplify.read'
/** Making a candidate a suggested change, having a service looked through anew, and saying that a question is needed. */
export const mayWork = 'simplify.work'

export const permissions: Permissions = {
  [mayRead]: ['officer', 'manager', 'director'],
  [mayWork]: ['officer', 'manager'],
}
