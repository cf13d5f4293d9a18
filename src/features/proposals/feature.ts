/** The plug: suggested changes, from an idea in somebody's own words to a decision. */
import type { Feature } from '#http/feature.ts'
import type { Place } from '#http/invite.ts'
import { putAllInPlace } from './commands/decide.ts'
import { tellAllBackers } from './commands/tell.ts'
import { migrations } from './migrations/index.ts'
import { permissions } from './policy.ts'
import { routes } from './routes/index.ts'
import { backingProjection, proposalProjection } from './store/index.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

const list = { en: en.inviteList, cy: cy.inviteList }

export const proposals: Feature = {
  name: 'proposals',
  routes,
  migrations,
  permissions,
  projections: [proposalProjection, backingProjection],
  tasks: [
    { name: 'proposals.tell', everySeconds: 5, run: (council) => tellAllBackers(council) },
    { name: 'proposals.put-in-place', everySeconds: 60, run: (council, { clock }) => putAllInPlace(council, clock().toISOString()) },
  ],
  nav: [{ path: '/staff/suggestions', words: { en: 'Suggestions', cy: 'Awgrymiadau' }, may: 'proposals.read' }],
  footer: [{ path: '/suggestions', words: list }],
  invites: [
    { at: 'question', path: suggestPath, words: { en: en.inviteSuggest, cy: cy.inviteSuggest } },
    { at: 'start', path: ({ service }) => `/services/${service}/suggest`, words: { en: en.inviteService, cy: cy.inviteService } },
    { at: 'start', path: ({ service }) => `/suggestions?service=${service}`, words: list },
    { at: 'about', path: ({ service }) => `/suggestions?service=${service}&show=all`, words: list },
    { at: 'services', path: () => '/suggestions', words: list },
  ],
}

/** Ids stand in addresses as they are. */
function suggestPath({ service, page, question }: Place): string {
  return `/services/${service}/suggest?page=${page ?? ''}${question === undefined ? '' : `&question=${question}`}`
}
