/** The plug: what members are told, and anyone can check. */
import type { Feature } from '#http/feature.ts'
import { migrations } from './migrations/index.ts'
import { permissions } from './policy.ts'
import { routes } from './routes.ts'
import { frozenProjection } from './store.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

const words = { en: en.title, cy: cy.title }

export const briefing: Feature = {
  name: 'briefing',
  routes,
  migrations,
  permissions,
  nav: [{ path: '/staff/briefings', words, may: 'briefing.make', behind: 1 }],
  footer: [{ path: '/briefings', words }],
  projections: [frozenProjection],
}
