/** The plug: who people are, how they sign in, and what each may do. */
import type { Feature } from '#http/feature.ts'
import { beginExamples } from './commands/example.ts'
import { doorkeeper } from './doorkeeper.ts'
import { migrations } from './migrations/index.ts'
import { permissions } from './policy.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { staffRoutes } from './routes/staff.ts'

export const people: Feature = {
  name: 'people',
  routes: [...signInRoutes, ...staffRoutes],
  migrations,
  permissions,
  doorkeeper,
  nav: [
    { path: '/staff/people', words: { en: 'People', cy: 'Pobl' }, may: 'people.read', behind: 2 },
    { path: '/staff/keys', words: { en: 'Keys', cy: 'Allweddi' }, may: 'people.keys', behind: 3 },
  ],
  footer: [{ path: '/account', words: { en: 'Your account', cy: 'Eich cyfrif' } }],
  begin: beginExamples,
}

export { addManager } from './commands/staff.ts'
export { staff } from './store/people.ts'
