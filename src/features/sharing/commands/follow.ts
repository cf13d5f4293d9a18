/** The single place that looks for new versions of services taken over: at a neighbour of this installation, or at another one over https. */
import { z } from 'zod'
import type { Version } from '#core/definition/index.ts'
import { publishedService } from '#features/services/index.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import type { Start } from '#http/feature.ts'
import type { Adoption } from '../domain/index.ts'
import { findLook, noteLook } from '../store.ts'
import { noteSeen } from './adopt.ts'
import { fetchFrom, fetchLimits } from './fetch.ts'
import { packageFor } from './offer.ts'
import { findAdopted } from './read.ts'
import { receive } from './receive.ts'
import { fetchSuccessions } from './succession.ts'

type Asking = Pick<Start, 'clock' | 'findNeighbour' | 'mayAskPrivately'>

/** Who looks when nobody is signed in: the program itself. */
export const itself = 'follow'

/** Another installation is asked at most this often, in minutes. */
const minutesBetween = 15

/** Looks for all services that the council takes from others. */
export async function followAll(council: Council, asking: Asking): Promise<void> {
  for (const { id, from, follows } of council.settings.services) {
    if (from !== undefined) await followNeighbour(council, id, asking)
    else if (follows !== undefined && (await isDue(council, id, asking)))
      await followAddress(council, { service: id, url: follows }, asking)
  }
}

/** Looks at what a neighbour offers now. */
async function followNeighbour(council: Council, service: string, { clock, findNeighbour }: Asking): Promise<void> {
  const adopted = await findAdopted(council, service)
  const neighbour = adopted && findNeighbour(adopted.adoption.upstream.council)
  if (!adopted || !neighbour) return
  const offered = await publishedService(neighbour, service)
  if (!offered || offered.version === adopted.standing.newest.version) return
  const at = clock().toISOString()
  const file = await packageFor(neighbour, { service, today: dayInLondon(clock()) })
  const received = file && (await receive(council, { file, by: itself, at, findNeighbour }))
  if (received && 'package' in received) await noteSeen(council, received.package, { by: itself, at })
}

async function isDue({ store }: Council, service: string, { clock }: Asking): Promise<boolean> {
  const last = await store.transaction((tx) => findLook(tx, service))
  return last === undefined || clock().getTime() - Date.parse(last.at) >= minutesBetween * 60_000
}

/** Looks at the offers at an address, and keeps what went wrong to be read on the page. */
export async function followAddress(
  council: Council,
  where: { readonly service: string; readonly url: string },
  asking: Asking,
): Promise<void> {
  const adopted = await findAdopted(council, where.service)
  if (!adopted) return
  const at = asking.clock().toISOString()
  const problem = await followOffers(council, { ...where, at, adoption: adopted.adoption, newest: adopted.standing.newest.version }, asking)
  await council.store.transaction((tx) => noteLook(tx, where.service, { at, problem: problem ?? null }))
}

/** What is read of another installation’s `/offers.json`; whatever else it says is left alone. */
const Feed = z.object({
  council: z.object({ id: z.string() }),
  offers: z
    .array(
      z.object({
        service: z.string(),
        versions: z.array(z.object({ version: z.string(), isCurrent: z.boolean(), package: z.string() })).max(100),
      }),
    )
    .max(1_000),
})

type Following = {
  readonly service: string
  readonly url: string
  readonly at: string
  readonly adoption: Adoption
  readonly newest: Version
}

/** What went wrong, in words; undefined when nothing did. */
async function followOffers(
  council: Council,
  { service, url, at, adoption, newest }: Following,
  asking: Asking,
): Promise<string | undefined> {
  const { mayAskPrivately, findNeighbour } = asking
  const fetched = await fetchFrom(url, { most: fetchLimits.feed, mayAskPrivately })
  if ('fault' in fetched) return fetched.fault.message
  const feed = feedIn(fetched.bytes)
  if (feed?.council.id !== adoption.upstream.council) return `${new URL(url).host} does not offer what ${adoption.upstream.council} offers.`
  const current = feed.offers.find((offer) => offer.service === service)?.versions.find(({ isCurrent }) => isCurrent)
  if (!current) return `${adoption.upstream.council} no longer offers ${service}.`
  if (current.version === newest) return undefined
  const link = URL.canParse(current.package, fetched.url) ? new URL(current.package, fetched.url) : undefined
  if (link?.origin !== new URL(fetched.url).origin) return 'The package lies at another host than the offers.'
  const file = await fetchFrom(link.href, { most: fetchLimits.package, mayAskPrivately })
  if ('fault' in file) return file.fault.message
  const askSuccessions = () => fetchSuccessions(link.href, { mayAskPrivately })
  const received = await receive(council, { file: file.bytes, by: itself, at, findNeighbour, askSuccessions })
  if ('fault' in received) return `${received.fault.message} ${received.fault.help}`
  if (received.package.manifest.council.id !== adoption.upstream.council || received.package.manifest.service !== service)
    return 'The package is not of the service it was offered as.'
  await noteSeen(council, received.package, { by: itself, at })
  return undefined
}

function feedIn(bytes: Buffer): z.infer<typeof Feed> | undefined {
  try {
    return Feed.safeParse(JSON.parse(bytes.toString('utf8'))).data
  } catch {
    return undefined
  }
}
