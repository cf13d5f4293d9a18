/** The plug: services as the app sees them. */
import type { Feature } from '#http/feature.ts'
import { publishFolders, rememberFolders } from './commands/folders.ts'
import { migrations } from './migrations/index.ts'
import { mayReadReleases, permissions } from './policy.ts'
import { routes } from './routes/index.ts'
import { currentProjection } from './store.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

export const services: Feature = {
  name: 'services',
  routes,
  migrations,
  permissions,
  projections: [currentProjection],
  footer: [
    { path: '/privacy', words: { en: en.footerPrivacy, cy: cy.footerPrivacy } },
    { path: '/cookies', words: { en: en.cookiesTitle, cy: cy.cookiesTitle } },
    { path: '/accessibility', words: { en: en.footerAccessibility, cy: cy.footerAccessibility } },
  ],
  nav: [{ path: '/staff/services', words: { en: en.releasesMenu, cy: cy.releasesMenu }, may: mayReadReleases, behind: 2 }],
  begin: async (council, start) => {
    rememberFolders(council, start.packFolders)
    if (start.demo) await publishFolders(council, { folders: start.packFolders, at: start.clock().toISOString() })
  },
}

export { type Published, publishedService } from './catalogue.ts'
export { publish } from './commands/publish.ts'
export { waiveGate } from './commands/waive.ts'
export { type GateId, gateIds, type Publication } from './domain/index.ts'
