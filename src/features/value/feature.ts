/** The plug: what services cost and give, counted from the log. */
import type { Feature } from '#http/feature.ts'
import { tasks } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { mayRead, permissions } from './policy.ts'
import { routes } from './routes/index.ts'
import { casesProjection, countsProjection } from './store/index.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

export const value: Feature = {
  name: 'value',
  routes,
  migrations,
  permissions,
  nav: [{ path: '/staff/value', words: { en: en.menu, cy: cy.menu }, may: mayRead, behind: 1 }],
  projections: [casesProjection, countsProjection],
  tasks,
  invites: [
    {
      at: 'sent',
      path: ({ service, reference }) => `/services/${service}/how-was-it/sent/${reference}`,
      words: { en: en.rateInvite.sent, cy: cy.rateInvite.sent },
    },
    {
      at: 'decided',
      path: ({ service, reference }) => `/services/${service}/how-was-it/decided/${reference}`,
      words: { en: en.rateInvite.decided, cy: cy.rateInvite.decided },
    },
    { at: 'about', path: ({ service }) => `/services/${service}/value`, words: { en: en.invite, cy: cy.invite } },
    { at: 'services', path: () => '/value', words: { en: en.inviteAll, cy: cy.inviteAll } },
  ],
}

export { makeUpValue } from './commands/make-up.ts'
