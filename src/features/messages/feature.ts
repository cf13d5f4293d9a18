/** The plug: messages to people, by email and letter. */
import type { Feature } from '#http/feature.ts'
import { deliverWaiting, disposeOld, hangUp } from './deliver.ts'
import { migrations } from './migrations/index.ts'
import { routes } from './routes.ts'

export const messages: Feature = {
  name: 'messages',
  routes,
  migrations,
  // Letters are of every team’s cases, so reading them is no part of an officer’s own work.
  permissions: { 'messages.letters': ['manager'] },
  nav: [{ path: '/staff/letters', words: { en: 'Letters', cy: 'Llythyrau' }, may: 'messages.letters', behind: 1 }],
  tasks: [deliverWaiting, disposeOld],
  end: hangUp,
}
