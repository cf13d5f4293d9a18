/** Who may use the API beyond what anybody can read: holders of a key with the scope. A manager, who makes keys, has both to give. */
import type { Permissions } from '#http/actor.ts'

export const permissions: Permissions = {
  'api.submit': ['manager'],
  'api.read-status': ['manager'],
}
