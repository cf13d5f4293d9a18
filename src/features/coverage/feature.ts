/** The plug: how far a service has reached, for everyone to see. */
import type { Feature } from '#http/feature.ts'
import { routes } from './routes.ts'

export const coverage: Feature = { name: 'coverage', routes, migrations: {} }
