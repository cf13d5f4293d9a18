/** The single place where store, councils and features become a server that answers. */
import type { Door } from '#http/answer.ts'
import type { Council } from '#http/council.ts'
import type { Feature } from '#http/feature.ts'
import { hostsOf } from '#http/hosts.ts'
import { Limit } from '#http/limit.ts'
import type { Journal } from '#http/log.ts'
import { empowering } from '#http/permission.ts'
import type { Site } from '#http/route.ts'
import { createServer, type Server } from '#http/server.ts'
import { welcomeRoutes } from '#http/welcome.ts'
import { type Asset, assets } from '#ui/assets.ts'

/** How often one address may try. */
export interface Limits {
  readonly postsPerMinute: number
  /** Tries of a `limited` route, such as typing a code. */
  readonly triesPerFiveMinutes: number
}

export interface Parts {
  readonly councils: readonly Council[]
  readonly features: readonly Feature[]
  /** The councils' brands and logos, by path. */
  readonly councilAssets: ReadonlyMap<string, Asset>
  readonly isReady: () => Promise<boolean>
  readonly clock: () => Date
  readonly journal: Journal
  readonly demo: boolean
  readonly secure: boolean
  readonly behindProxy: boolean
  readonly limits: Limits
}

/** A promise of the features' list that cannot be kept is found here, before the first request. */
export function composeServer(parts: Parts): Server {
  const { features, councilAssets, isReady, behindProxy } = parts
  return createServer({
    door: doorOf(parts),
    routes: [...welcomeRoutes, ...features.flatMap(({ routes }) => routes)],
    assets: new Map([...assets, ...councilAssets]),
    isReady,
    behindProxy,
  })
}

function doorOf({ councils, features, clock, journal, demo, secure, limits }: Parts): Door {
  const doorkeepers = features.flatMap(({ doorkeeper }) => doorkeeper ?? [])
  const [doorkeeper] = doorkeepers
  if (doorkeeper === undefined || doorkeepers.length > 1) throw new Error('Exactly one feature keeps the door')
  return {
    findCouncil: hostsOf(councils),
    doorkeeper,
    empower: empowering(features.flatMap(({ permissions }) => permissions ?? [])),
    site: siteOf(features, demo),
    clock,
    journal,
    tries: new Limit({ tries: limits.triesPerFiveMinutes, windowSeconds: 300 }),
    posts: new Limit({ tries: limits.postsPerMinute, windowSeconds: 60 }),
    secure,
  }
}

function siteOf(features: readonly Feature[], demo: boolean): Site {
  return {
    nav: features.flatMap(({ nav }) => nav ?? []).toSorted((one, other) => (one.behind ?? 0) - (other.behind ?? 0)),
    footer: features.flatMap(({ footer }) => footer ?? []),
    ...(demo ? { front: features.find(({ front }) => front)?.front, guide: features.find(({ guide }) => guide)?.guide } : {}),
    invites: features.flatMap(({ invites }) => invites ?? []),
    scopes: new Map(features.flatMap(({ scopes }) => scopes ?? [])),
    demo,
  }
}
