/** The single list of every route of the app, for tests that try them all, with their addresses made from real ids. */
import { features } from '#app/features.ts'
import type { Route } from '#http/route.ts'
import { welcomeRoutes } from '#http/welcome.ts'

export const everyRoute: readonly Route[] = [...welcomeRoutes, ...features.flatMap(({ routes }) => routes)]

/** Values for `:name` in a path. */
export type Ids = Readonly<Record<string, string>>

/** Stands for any id that has no value given; it is well formed and belongs to nobody. */
export const nobodysId = '01a20000-0000-7000-8000-000000000000'

/** The route's address with these ids. */
export function addressOf({ path }: Pick<Route, 'path'>, ids: Ids): string {
  return path.replace(/:([a-z]+)/gi, (_whole, name: string) => ids[name] ?? nobodysId)
}

/** The names of the route's parameters. */
export function paramsOf({ path }: Pick<Route, 'path'>): readonly string[] {
  return [...path.matchAll(/:([a-z]+)/gi)].map(([, name]) => name ?? '')
}
