/** The plug: journeys as the app sees them. */
import type { Feature } from '#http/feature.ts'
import { migrations } from './migrations/index.ts'
import { mayEnter, permissions } from './policy.ts'
import { routes } from './routes/index.ts'
import { sealDraftsAnew } from './store/reseal.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

export const journeys: Feature = {
  name: 'journeys',
  routes,
  migrations,
  permissions,
  reseal: sealDraftsAnew,
  nav: [{ path: '/staff/enter', words: { en: en.enterMenu, cy: cy.enterMenu }, may: mayEnter }],
}
