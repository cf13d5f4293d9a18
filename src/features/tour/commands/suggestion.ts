/** The single place where the resident of the tour suggests the change it is about, and an officer makes it exact: once for everybody who is shown around. */
import { amend, type Amendment, AmendmentShape } from '#core/amendment/index.ts'
import {
  describeEffects,
  type Effect,
  effectKinds,
  findProposal,
  isOpen,
  keepEdit,
  listProposals,
  type Proposal,
  stateOf,
  suggest,
  walkExamples,
} from '#features/proposals/index.ts'
import { companionsOf } from '#features/services/index.ts'
import type { Actor } from '#http/actor.ts'
import { inLanguage } from '#http/council.ts'
import type { Ctx } from '#http/route.ts'
import type { Story } from '#http/tour.ts'
import { as, personCalled, serviceOf } from './stand-in.ts'

export type Suggested = { readonly proposal: string; readonly isRetold: boolean }

/** The suggestion of the tour: the one somebody made before, or a new one. Undefined where too many have been made today. */
export async function suggestOnce(ctx: Ctx, story: Story): Promise<Suggested | undefined> {
  const before = await findToldBefore(ctx, story)
  const id = before?.id ?? (await suggestNow(ctx, story))
  if (id === undefined) return undefined
  const officer = await personCalled(ctx.council, story.officer, ['proposals.work'])
  if (before?.content === undefined) await makeExact(ctx, { id, officer, story })
  return { proposal: id, isRetold: before !== undefined }
}

/** One with the same words that is still open or has been put in place: it cannot be suggested or released again. */
async function findToldBefore({ council }: Ctx, { service, suggestion }: Story): Promise<Proposal | undefined> {
  const words = Object.values(suggestion)
  const { proposals } = await listProposals(council, { service })
  const told = proposals.filter(({ text }) => text !== undefined && words.includes(text))
  return told.find((one) => isOpen(one) || ['approved', 'released'].includes(stateOf(one)))
}

async function suggestNow(ctx: Ctx, story: Story): Promise<string | undefined> {
  const { council } = ctx
  const resident = as(ctx, await personCalled(council, story.resident), story.service)
  const text = inLanguage(story.suggestion, resident.lang)
  const published = await serviceOf(council, story.service)
  const suggested = await suggest(resident, published, { question: story.question, text, email: '', warned: '' })
  return 'id' in suggested ? suggested.id : undefined
}

type Exact = { readonly id: string; readonly officer: Actor; readonly story: Story }

/** Each edit in turn, as an officer makes them on the page; then what the change is expected to do. */
async function makeExact({ council, now, today, lang }: Ctx, { id, officer, story }: Exact): Promise<void> {
  for (const amendment of story.edits.map((edit) => AmendmentShape.parse(edit))) {
    const proposal = await findProposal(council, id)
    if (!proposal) return
    const expect = await differing(council, { service: story.service, amendment })
    await keepEdit(council, proposal, { actor: officer, at: now, today, lang, seq: proposal.seq, amendment, expect, warned: '' })
  }
  await describeEffects(council, id, { actor: officer, at: now, effects: effectsOf(story), savings: story.savings })
}

/** Example people who would meet other pages because of an edit: they are to expect what they would get. */
async function differing(council: Ctx['council'], { service, amendment }: { service: string; amendment: Amendment }): Promise<string[]> {
  const { definition, version } = await serviceOf(council, service)
  const amended = amend(definition, amendment)
  if (!('definition' in amended)) return []
  const companions = await companionsOf(council, service, version)
  return (await walkExamples(amended.definition, companions)).flatMap(({ path, isAsExpected }) => (isAsExpected ? [] : [path]))
}

/** As they are kept; what is no kind of effect is left out. */
export function effectsOf({ effects }: Pick<Story, 'effects'>): readonly Effect[] {
  return effects.flatMap(({ kind, words }) => {
    const known = effectKinds.find((one) => one === kind)
    const said = words.cy === undefined ? { en: words.en } : { en: words.en, cy: words.cy }
    return known ? [{ kind: known, way: 'better', words: said }] : []
  })
}
