/** The plug: what is held about people, for how long, and what becomes of it. */
import type { Feature } from '#http/feature.ts'
import { tasks } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { permissions } from './policy.ts'
import { requestProjection } from './store.ts'

export const records: Feature = {
  name: 'records',
  routes: [],
  migrations,
  permissions,
  projections: [requestProjection],
  tasks,
}
