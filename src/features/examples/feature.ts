/** The plug: the example people of each service, what they reach, and making one of a real case. */
import type { Feature } from '#http/feature.ts'
import { mayRead, permissions } from './policy.ts'
import { routes } from './routes.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

export const examples: Feature = {
  name: 'examples',
  routes,
  migrations: {},
  permissions,
  nav: [{ path: '/staff/examples', words: { en: en.menu, cy: cy.menu }, may: mayRead, behind: 2 }],
}
