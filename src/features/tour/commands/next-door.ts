/** The single place that takes the last steps of the tour, at the council that takes the new version over. */
import { describeEffects, publishTrial, tryIt } from '#features/proposals/index.ts'
import { findAdopted, followAll, handOver, noChoices } from '#features/sharing/index.ts'
import type { Council } from '#http/council.ts'
import type { Start } from '#http/feature.ts'
import type { Ctx } from '#http/route.ts'
import type { Elsewhere } from '#http/tour.ts'
import { personCalled, signInAfresh, signInAsSponsor } from './stand-in.ts'
import { approve, type Taken } from './story.ts'
import { effectsOf } from './suggestion.ts'

export type Visiting = { readonly ctx: Ctx; readonly there: Elsewhere; readonly service: string; readonly start: Start }

/** Looks at what the neighbour offers now, and leads to both versions side by side. Nowhere while nothing has ever arrived. */
export async function seeArrival({ ctx, there, service, start }: Visiting): Promise<Taken> {
  await followAll(ctx.council, start)
  const adopted = await findAdopted(ctx.council, service)
  const state = adopted?.standing.state
  if (!adopted || (state === 'current' && adopted.adoption.merges.length === 0)) return undefined
  await signInAfresh(ctx, there.officer)
  return { to: `/staff/sharing/${service}`, isRetold: state !== 'new' }
}

/** Merges with the council's own changes kept, and lets its own two decide. Nowhere where that cannot be done without somebody's choice. */
export async function takeOver(visiting: Visiting): Promise<Taken> {
  const { ctx, there, service } = visiting
  const { council, now: at } = ctx
  const before = (await findAdopted(council, service))?.standing.state
  const proposal = await mergeOf(visiting)
  if (proposal === undefined) return undefined
  if (before !== 'current') {
    const officer = await personCalled(council, there.officer, ['proposals.work'])
    await describeEffects(council, proposal, { actor: officer, at, effects: effectsOf(there), savings: {} })
    await tryIt(council, proposal, { actor: officer, at })
    await publishTrial(council, proposal, { actor: officer, at })
    await approve(ctx, { id: proposal, service, regard: there.regard, reasons: there.reasons })
  }
  await signInAsSponsor(ctx, service)
  return { to: `/suggestions/${proposal}`, proposal, isRetold: before === 'current' }
}

/** The merge that waits for its decision or is made now; where everything is here already, the last one. */
async function mergeOf({ ctx, there, service }: Visiting): Promise<string | undefined> {
  const { council, now: at, today, lang, origin } = ctx
  const adopted = await findAdopted(council, service)
  if (!adopted) return undefined
  const { standing, adoption } = adopted
  if (standing.state === 'handed-over') return standing.proposal
  if (standing.state === 'current') return adoption.merges.at(-1)?.proposal ?? undefined
  const officer = await personCalled(council, there.officer, ['proposals.work'])
  const handed = await handOver(council, service, { ...noChoices, expectAnew: true, by: officer.id, at, today, lang, origin })
  return handed.state === 'handed-over' ? handed.proposal : undefined
}

/** The service the neighbour of a story takes over: the one its settings take from there. */
export function serviceTaken({ settings }: Pick<Council, 'settings'>, from: string): string | undefined {
  return settings.services.find((service) => service.from?.council === from)?.id
}
