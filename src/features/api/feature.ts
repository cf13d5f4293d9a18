/** The plug: the services for programs. */
import type { Feature } from '#http/feature.ts'
import { permissions } from './policy.ts'
import { routes } from './routes.ts'

export const api: Feature = { name: 'api', routes, migrations: {}, permissions }
