/** The plug: a suggested version tried on the cases of the last twelve months, before anybody decides on it. */
import type { Feature } from '#http/feature.ts'
import { jobs } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { permissions } from './policy.ts'
import { routes } from './routes.ts'
import { pastCaseProjection } from './store/index.ts'

export const replay: Feature = { name: 'replay', routes, migrations, permissions, jobs, projections: [pastCaseProjection] }
