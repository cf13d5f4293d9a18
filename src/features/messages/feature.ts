/** The plug: messages to people, by email and letter. */
import type { Feature } from '#http/feature.ts'
import { resealAll } from '#store/rotation.ts'
import { deliverWaiting, disposeOld, hangUp } from './deliver.ts'
import { migrations } from './migrations/index.ts'
import { routes } from './routes.ts'
import { sealAnew } from './store.ts'

export const messages: Feature = {
  name: 'messages',
  routes,
  migrations,
  // Letters are of every team’s cases, so reading them is no part of an officer’s own work.
  permissions: { 'messages.letters': ['manager'] },
  nav: [{ path: '/staff/letters', words: { en: 'Letters', cy: 'Llythyrau' }, may: 'messages.letters', behind: 1 }],
  tasks: [deliverWaiting, disposeOld],
  reseal: sealAnew,
  // What an earlier version kept in the clear, and what a rotation that was stopped left behind.
  begin: async ({ store }) => {
    await resealAll(store, sealAnew)
  },
  end: hangUp,
}
