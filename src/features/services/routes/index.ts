/** The single list of all routes of services. */
import type { Route } from '#http/route.ts'
import { checksRoutes } from './checks.ts'
import { publicRoutes } from './public.ts'
import { staffRoutes } from './staff.ts'
import { statementRoutes } from './statements.ts'
import { waiverRoutes } from './waivers.ts'

export const routes: readonly Route[] = [...publicRoutes, ...checksRoutes, ...staffRoutes, ...statementRoutes, ...waiverRoutes]
