/** The single list of all routes of suggested changes. */
import type { Route } from '#http/route.ts'
import { changingRoutes } from './changing.ts'
import { doingRoutes } from './doing.ts'
import { moderatingRoutes } from './moderating.ts'
import { readingRoutes } from './reading.ts'
import { suggestingRoutes } from './suggesting.ts'

export const routes: readonly Route[] = [...suggestingRoutes, ...readingRoutes, ...changingRoutes, ...doingRoutes, ...moderatingRoutes]
