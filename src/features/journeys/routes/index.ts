/** The single list of all routes of journeys. A journey has the same pages for a browser of its own and for staff who type. */
import type { Route } from '#http/route.ts'
import { byBrowser, byStaff, type Origin } from '../commands/journey.ts'
import { mayEnter } from '../policy.ts'
import { appointmentRoutes } from './appointments.ts'
import { enteringRoutes } from './entering.ts'
import { entryRoutes } from './entries.ts'
import { equalityRoutes } from './equality.ts'
import { questionRoutes } from './questions.ts'
import { renewingRoutes } from './renewing.ts'
import { savingRoutes } from './saving.ts'
import { sendingRoutes } from './sending.ts'
import { trackingRoutes } from './tracking.ts'

const journeyRoutes = [...questionRoutes, ...entryRoutes, ...sendingRoutes]

export const routes: readonly Route[] = [
  ...routesFor(byBrowser, 'anyone'),
  ...routesFor(byStaff, mayEnter),
  ...savingRoutes,
  ...equalityRoutes,
  ...trackingRoutes,
  ...appointmentRoutes,
  ...renewingRoutes,
  ...enteringRoutes,
]

function routesFor(origin: Origin, may: Route['may']): readonly Route[] {
  return journeyRoutes.map(({ method, rest, audit, handle }) => ({
    method,
    path: `${origin.root}/:service${rest}` as const,
    may,
    audit,
    handle: (ctx) => handle(ctx, origin),
  }))
}
