/** The single list of all routes of suggested changes. */
import type { Route } from '#http/route.ts'
import { changingRoutes } from './changing.ts'
import { checksRoutes } from './checks.ts'
import { decidingRoutes } from './deciding.ts'
import { doingRoutes } from './doing.ts'
import { effectRoutes } from './effect.ts'
import { moderatingRoutes } from './moderating.ts'
import { readingRoutes } from './reading.ts'
import { registerRoutes } from './register.ts'
import { staffRoutes } from './staff.ts'
import { suggestingRoutes } from './suggesting.ts'

export const routes: readonly Route[] = [
  ...suggestingRoutes,
  ...readingRoutes,
  ...changingRoutes,
  ...effectRoutes,
  ...checksRoutes,
  ...doingRoutes,
  ...staffRoutes,
  ...decidingRoutes,
  ...registerRoutes,
  ...moderatingRoutes,
]
