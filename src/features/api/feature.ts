/** The plug: the services for programs. */
import type { Feature } from '#http/feature.ts'
import { permissions } from './policy.ts'
import { routes } from './routes.ts'

const scopes = [
  ['api.submit', { en: 'Send applications, requests and reports', cy: 'Anfon ceisiadau ac adroddiadau' }],
  ['api.read-status', { en: 'See how far a case is', cy: 'Gweld hynt achos' }],
] as const

export const api: Feature = { name: 'api', routes, migrations: {}, permissions, scopes }
