/** The single place that reads releases and waivers back from the history of a service. Pure. */
import { z } from 'zod'
import type { Version } from '#core/definition/index.ts'
import type { Fact } from '#store/fact.ts'
import { type Gate, gateIds, type Waiver } from './gate.ts'
import { type Release, releaseSources } from './publication.ts'

const Because = z.looseObject({ code: z.string(), count: z.number().optional(), text: z.string().optional() })
const Judged = z.object({ id: z.enum(gateIds), state: z.enum(['passed', 'failed', 'not-needed', 'waived']), because: Because })

const Published = z.object({
  version: z.custom<Version>((value) => typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value)),
  member: z.string(),
  director: z.string(),
  source: z.enum(releaseSources).optional(),
  because: z.object({ proposal: z.string().optional(), adoption: z.string().optional() }).default({}),
  gates: z.array(z.custom<Gate>((value) => Judged.safeParse(value).success)).default([]),
})

const Waived = z.object({ gate: z.enum(gateIds), reason: z.string(), name: z.string(), until: z.string() })

/** Every release, oldest first. What the program released at start before it said so came from a folder. */
export function readReleases(facts: readonly Fact[]): readonly Release[] {
  const published = facts.filter(({ kind }) => kind === 'published')
  return published.map(({ at, by, data }, place) => {
    const { version, member, director, source, because, gates } = Published.parse(data)
    const whence = source ?? (by === 'start' ? 'folder' : 'operator')
    return { version, at, by, source: whence, because, sponsors: { member, director }, gates, isCurrent: place === published.length - 1 }
  })
}

/** Every waiver ever given, oldest first. */
export function readWaivers(facts: readonly Fact[]): readonly Waiver[] {
  return facts.filter(({ kind }) => kind === 'gate-waived').map(({ at, data }) => ({ ...Waived.parse(data), at }))
}
