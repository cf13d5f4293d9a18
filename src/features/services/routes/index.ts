/** The single list of all routes of services. */
import type { Route } from '#http/route.ts'
import { publicRoutes } from './public.ts'
import { staffRoutes } from './staff.ts'
import { statementRoutes } from './statements.ts'
import { waiverRoutes } from './waivers.ts'

export const routes: readonly Route[] = [...publicRoutes, ...staffRoutes, ...statementRoutes, ...waiverRoutes]
