/** The plug: sharing as the app sees it. */
import type { Feature } from '#http/feature.ts'
import { adoptFromNeighbours } from './commands/begin.ts'
import { tasks } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { mayRead, permissions } from './policy.ts'
import { routes } from './routes/index.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

export const sharing: Feature = {
  name: 'sharing',
  routes,
  migrations,
  permissions,
  tasks,
  nav: [{ path: '/staff/sharing', words: { en: en.menu, cy: cy.menu }, may: mayRead, behind: 1 }],
  footer: [{ path: '/offers', words: { en: en.footer, cy: cy.footer } }],
  invites: [{ at: 'about', path: ({ service = '' }) => `/offers#${service}`, words: { en: en.invite, cy: cy.invite } }],
  begin: adoptFromNeighbours,
}

export { type Adopting, type AdoptionOutcome, adoptPackage } from './commands/adopt.ts'
export { fetchFrom, fetchLimits } from './commands/fetch.ts'
export { sideOf } from './commands/merge.ts'
export { nameOf, packageFor } from './commands/offer.ts'
export { findAdopted, packageAt } from './commands/read.ts'
export { fetchSuccessions } from './commands/succession.ts'
export { noChoices, putTogether, type Side, type Together } from './commands/together.ts'
export { inGroups, type Manifest } from './domain/index.ts'
export { packageLimits } from './package/frame.ts'
export { type PackageReading, readPackage } from './package/read.ts'
export { writePackage } from './package/write.ts'
