/** The plug: what is held about people, for how long, and what becomes of it. */
import type { Feature } from '#http/feature.ts'
import { tasks } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { permissions } from './policy.ts'
import { routes } from './routes/index.ts'
import { requestProjection } from './store.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

export const records: Feature = {
  name: 'records',
  routes,
  migrations,
  permissions,
  nav: [{ path: '/staff/records', words: { en: en.title, cy: cy.title }, may: 'records.read' }],
  projections: [requestProjection],
  tasks,
}
