/** The plug: the public record of how each service decides. */
import type { Feature } from '#http/feature.ts'
import { routes } from './routes.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

export const algorithms: Feature = {
  name: 'algorithms',
  routes,
  migrations: {},
  invites: [{ at: 'about', path: ({ service }) => `/services/${service}/rules`, words: { en: en.invite, cy: cy.invite } }],
}
