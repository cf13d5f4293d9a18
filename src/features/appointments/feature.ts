/** The plug: the times that teams offer, and the places in them. */
import type { Feature } from '#http/feature.ts'
import { migrations } from './migrations/index.ts'
import { permissions } from './policy.ts'
import { routes } from './routes.ts'
import { timesProjection } from './store.ts'

export const appointments: Feature = {
  name: 'appointments',
  routes,
  migrations,
  permissions,
  projections: [timesProjection],
}

export { offerTimes } from './commands.ts'
