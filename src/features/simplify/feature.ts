/** The plug: what each question costs people, and what of a service could go. */
import type { Feature } from '#http/feature.ts'
import { jobs, tasks } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { mayRead, permissions } from './policy.ts'
import { routes } from './routes.ts'
import { pagesProjection } from './store/index.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

export const simplify: Feature = {
  name: 'simplify',
  routes,
  migrations,
  permissions,
  projections: [pagesProjection],
  jobs,
  tasks,
  nav: [{ path: '/staff/simplify', words: { en: en.menu, cy: cy.menu }, may: mayRead, behind: 2 }],
}

export { simplificationOf } from './commands/load.ts'
export type { Simplification } from './domain/index.ts'
export { makeUpPages } from './commands/make-up.ts'
export { study } from './commands/study.ts'
