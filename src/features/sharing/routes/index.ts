/** The single list of all routes of sharing. */
import type { Route } from '#http/route.ts'
import { publicRoutes } from './public.ts'
import { staffRoutes } from './staff.ts'

export const routes: readonly Route[] = [...publicRoutes, ...staffRoutes]
