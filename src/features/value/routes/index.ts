/** The single list of all routes of value. */
import type { Route } from '#http/route.ts'
import { publicRoutes } from './public.ts'
import { ratingRoutes } from './rating.ts'
import { staffRoutes } from './staff.ts'

export const routes: readonly Route[] = [...publicRoutes, ...ratingRoutes, ...staffRoutes]
