/** The single place that takes each step of the tour at the council where it takes place. Each answers with the page it leads to. */
import { amend, type Amendment, AmendmentShape } from '#core/amendment/index.ts'
import { draftOf, freeze } from '#features/briefing/index.ts'
import { prefill } from '#features/journeys/index.ts'
import {
  back,
  decide,
  describeEffects,
  type Effect,
  effectKinds,
  findProposal,
  keepEdit,
  publishTrial,
  recordRegard,
  suggest,
  tryIt,
  walkExamples,
} from '#features/proposals/index.ts'
import { companionsOf } from '#features/services/index.ts'
import type { Actor } from '#http/actor.ts'
import { inLanguage } from '#http/council.ts'
import type { Ctx } from '#http/route.ts'
import type { Story } from '#http/tour.ts'
import type { Step } from '../domain.ts'
import { as, personCalled, serviceOf, signInAfresh, sponsorsOf } from './stand-in.ts'

/** Where a step leads, and the suggested change it made. Undefined when the steps before it have not been taken. */
export type Taken = { readonly to: string; readonly proposal?: string | undefined } | undefined

export type Taking = { readonly ctx: Ctx; readonly story: Story; readonly proposal: string | undefined }

type Take = (taking: Taking) => Promise<Taken>

export const storySteps: Readonly<Partial<Record<Step, Take>>> = {
  apply: async ({ ctx, story }) => {
    await signInAfresh(ctx, story.resident)
    const resident = await personCalled(ctx.council, story.resident)
    await prefill(as(ctx, resident, story.service), story.answers)
    return { to: `/services/${story.service}/apply/check` }
  },

  suggest: async ({ ctx, story }) => {
    const { council } = ctx
    const published = await serviceOf(council, story.service)
    const resident = as(ctx, await personCalled(council, story.resident), story.service)
    const text = inLanguage(story.suggestion, resident.lang)
    const suggested = await suggest(resident, published, { question: story.question, text, email: '', warned: '' })
    if (!('id' in suggested)) return { to: `/suggestions?service=${story.service}` }
    const officer = await personCalled(council, story.officer, ['proposals.work'])
    await makeExact(ctx, { id: suggested.id, officer, story })
    return { to: `/suggestions/${suggested.id}`, proposal: suggested.id }
  },

  try: withProposal(async ({ ctx, story }, id) => {
    const officer = await personCalled(ctx.council, story.officer, ['proposals.work'])
    await tryIt(ctx.council, id, { actor: officer, at: ctx.now })
    await publishTrial(ctx.council, id, { actor: officer, at: ctx.now })
  }),

  back: withProposal(async ({ ctx, story }, id) => {
    const digest = (await findProposal(ctx.council, id))?.content?.digest
    if (digest === undefined) return
    for (const backer of story.backers) await back(as(ctx, await personCalled(ctx.council, backer), story.service), id, digest)
  }),

  decide: withProposal(({ ctx, story }, id) => approve(ctx, { ...story, id })),

  release: async ({ ctx, story, proposal }) => {
    const [next = story.resident] = story.backers
    await signInAfresh(ctx, next)
    await prefill(as(ctx, await personCalled(ctx.council, next), story.service), story.answers)
    return { to: `/services/${story.service}/apply/check`, proposal }
  },

  measure: async ({ story, proposal }) => ({ to: `/services/${story.service}/value`, proposal }),

  brief: async ({ ctx, story, proposal }) => {
    const { council, today, now } = ctx
    const briefer = await personCalled(council, story.briefer)
    const briefing = await draftOf(council, { subject: story.service, today })
    const id = await freeze(council.store, { briefing, by: briefer.id, at: now })
    return { to: `/briefings/${id}`, proposal }
  },
}

/** A step on a suggested change; it leads to the change's own page, and nowhere while there is none. */
function withProposal(work: (taking: Taking, id: string) => Promise<void>): Take {
  return async (taking) => {
    const { proposal } = taking
    if (proposal === undefined || !(await findProposal(taking.ctx.council, proposal))) return undefined
    await work(taking, proposal)
    return { to: `/suggestions/${proposal}`, proposal }
  }
}

type Exact = { readonly id: string; readonly officer: Actor; readonly story: Story }

/** Each edit in turn, as an officer makes them on the page; then what the change is expected to do. */
async function makeExact({ council, now, today }: Ctx, { id, officer, story }: Exact): Promise<void> {
  for (const amendment of story.edits.map((edit) => AmendmentShape.parse(edit))) {
    const proposal = await findProposal(council, id)
    if (!proposal) return
    const expect = await differing(council, { service: story.service, amendment })
    await keepEdit(council, proposal, { actor: officer, at: now, today, seq: proposal.seq, amendment, expect, warned: '' })
  }
  await describeEffects(council, id, { actor: officer, at: now, effects: effectsOf(story), savings: {} })
}

/** Example people who would meet other pages because of an edit: they are to expect what they would get. */
async function differing(council: Ctx['council'], { service, amendment }: { service: string; amendment: Amendment }): Promise<string[]> {
  const { definition, version } = await serviceOf(council, service)
  const amended = amend(definition, amendment)
  if (!('definition' in amended)) return []
  const companions = await companionsOf(council, service, version)
  return walkExamples(amended.definition, companions).flatMap(({ path, isAsExpected }) => (isAsExpected ? [] : [path]))
}

function effectsOf({ effects }: Story): readonly Effect[] {
  return effects.flatMap(({ kind, words }) => {
    const known = effectKinds.find((one) => one === kind)
    const said = words.cy === undefined ? { en: words.en } : { en: words.en, cy: words.cy }
    return known ? [{ kind: known, way: 'better', words: said }] : []
  })
}

type Approving = Pick<Story, 'regard' | 'reasons'> & { readonly id: string; readonly service: string }

/** Both who answer for the service write down their regard for people first, then approve; with the second it is put in place. */
export async function approve(ctx: Ctx, { id, service, regard, reasons }: Approving): Promise<void> {
  const { council, now: at, today } = ctx
  for (const sponsor of await sponsorsOf(council, service)) {
    const { lang, actor } = as(ctx, sponsor, service)
    const weighed = inLanguage(regard, lang)
    await recordRegard(council, id, { actor, at, lang, regard: { equality: weighed, language: weighed } })
    await decide(council, id, { actor, at, today, lang, reasons: inLanguage(reasons, lang), verdict: 'approved', hasNoInterest: true })
  }
}
