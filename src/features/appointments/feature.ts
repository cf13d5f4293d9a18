/** The plug: the times that teams offer, and the places in them. */
import type { Feature } from '#http/feature.ts'
import { migrations } from './migrations/index.ts'
import { mayOffer, permissions } from './policy.ts'
import { routes } from './routes.ts'
import { timesProjection } from './store.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

export const appointments: Feature = {
  name: 'appointments',
  routes,
  migrations,
  permissions,
  projections: [timesProjection],
  nav: [{ path: '/staff/appointments', words: { en: en.title, cy: cy.title }, may: mayOffer }],
}

export { offerTimes } from './commands.ts'
