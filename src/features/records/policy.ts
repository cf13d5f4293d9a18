/** The single place that says who may do what with records. Pure. */
import type { Permissions } from '#http/actor.ts'

export const permissions: Permissions = {
  'records.read': ['records', 'manager'],
  'records.export': ['records', 'manager'],
  'records.erase': ['records', 'manager'],
  'records.hold': ['records', 'manager'],
}
