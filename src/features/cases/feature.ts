/** The plug: what the council does with what people send, from the list of cases to the decision. */
import { menuEntry } from '#features/appointments/index.ts'
import type { Feature } from '#http/feature.ts'
import { looksAfterCases } from './commands/count.ts'
import { markBareDigests } from './commands/once.ts'
import { tasks } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { permissions } from './policy.ts'
import { routes } from './routes/index.ts'
import { queueProjection } from './store/index.ts'

export const cases: Feature = {
  name: 'cases',
  routes,
  migrations,
  permissions,
  nav: [
    { path: '/staff/cases', words: { en: 'Cases', cy: 'Achosion' }, may: 'cases.read', isForPartner: looksAfterCases },
    { path: '/staff/tasks', words: { en: 'Tasks', cy: 'Tasgau' }, may: 'cases.tasks' },
    menuEntry,
  ],
  projections: [queueProjection],
  tasks,
  begin: async (council) => {
    await markBareDigests(council)
  },
}

export { findOpened, perform } from './commands/act.ts'
export { hasCases } from './commands/count.ts'
export { openCase } from './commands/open-case.ts'
export { actAsResident, timesForResident } from './commands/resident.ts'
export { nationOf } from './domain/index.ts'
