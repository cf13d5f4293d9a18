/** The single place that takes the last steps of the tour, at the council that takes the new version over. */
import { publishTrial, tryIt } from '#features/proposals/index.ts'
import { followAll, handOver, noChoices } from '#features/sharing/index.ts'
import { signInAs } from '#features/people/index.ts'
import type { Council } from '#http/council.ts'
import type { Start } from '#http/feature.ts'
import type { Ctx } from '#http/route.ts'
import type { Elsewhere } from '#http/tour.ts'
import { personCalled } from './stand-in.ts'
import { approve, type Taken } from './story.ts'

export type Visiting = { readonly ctx: Ctx; readonly there: Elsewhere; readonly service: string; readonly start: Start }

/** Looks at what the neighbour offers now, and leads to both versions side by side. */
export async function seeArrival({ ctx, there, service, start }: Visiting): Promise<Taken> {
  await followAll(ctx.council, start)
  await signInAs(ctx, there.officer)
  return { to: `/staff/sharing/${service}` }
}

/** Merges with the council's own changes kept, and lets its own two decide. */
export async function takeOver({ ctx, there, service }: Visiting): Promise<Taken> {
  const { council, now: at, today, lang, origin } = ctx
  const officer = await personCalled(council, there.officer, ['proposals.work'])
  const handed = await handOver(council, service, { ...noChoices, expectAnew: true, by: officer.id, at, today, lang, origin })
  if (handed.state !== 'handed-over') return { to: `/staff/sharing/${service}` }
  await tryIt(council, handed.proposal, { actor: officer, at })
  await publishTrial(council, handed.proposal, { actor: officer, at })
  await approve(ctx, { id: handed.proposal, service, regard: there.regard, reasons: there.reasons })
  return { to: `/suggestions/${handed.proposal}`, proposal: handed.proposal }
}

/** The service the neighbour of a story takes over: the one its settings take from there. */
export function serviceTaken({ settings }: Pick<Council, 'settings'>, from: string): string | undefined {
  return settings.services.find((service) => service.from?.council === from)?.id
}
