/** The single place that takes each step of the tour at the council where it takes place. Each answers with the page it leads to. */
import { draftOf, freeze } from '#features/briefing/index.ts'
import { prefill, sendFilledIn } from '#features/journeys/index.ts'
import {
  back,
  decide,
  findProposal,
  isOpen,
  type Proposal,
  publishTrial,
  recordRegard,
  stateOf,
  tellAllBackers,
  tryIt,
} from '#features/proposals/index.ts'
import { inLanguage } from '#http/council.ts'
import type { Ctx } from '#http/route.ts'
import type { Story } from '#http/tour.ts'
import type { Progress, Step } from '../domain.ts'
import { as, personCalled, serviceOf, signInAfresh, signInAsSponsor, sponsorsOf } from './stand-in.ts'
import { suggestOnce } from './suggestion.ts'

/** Where a step leads, and what is to be kept of it. Undefined when the steps before it have not been taken. */
export type Taken = ({ readonly to: string } & Omit<Progress, 'step'>) | undefined

export type Taking = { readonly ctx: Ctx; readonly story: Story; readonly proposal: string | undefined }

type Take = (taking: Taking) => Promise<Taken>

export const storySteps: Readonly<Partial<Record<Step, Take>>> = {
  apply: async ({ ctx, story }) => {
    await signInAfresh(ctx, story.resident)
    const resident = await personCalled(ctx.council, story.resident)
    await prefill(as(ctx, resident, story.service), story.answers)
    return { to: `/services/${story.service}/apply/check`, isRetold: false }
  },

  send: async ({ ctx, story }) => {
    const resident = await personCalled(ctx.council, story.resident)
    const isSent = await sendFilledIn(as(ctx, resident, story.service))
    return isSent ? { to: `/services/${story.service}/sent`, isRetold: false } : undefined
  },

  suggest: async ({ ctx, story }) => {
    const suggested = await suggestOnce(ctx, story)
    if (!suggested) return undefined
    await signInAfresh(ctx, story.resident)
    return { to: `/suggestions/${suggested.proposal}`, ...suggested }
  },

  try: withProposal(async ({ ctx, story }, proposal) => {
    const { id, trial } = proposal
    const wasTried = trial?.isReleased === true
    const doing = { actor: await personCalled(ctx.council, story.officer, ['proposals.work']), at: ctx.now }
    if (isOpen(proposal) && !wasTried) {
      await tryIt(ctx.council, id, doing)
      await publishTrial(ctx.council, id, doing)
    }
    if (!(await findProposal(ctx.council, id))?.trial?.isReleased) return 'early'
    await signInAfresh(ctx, story.officer)
    return wasTried ? 'retold' : 'done'
  }),

  back: withProposal(async ({ ctx, story }, { id, content }) => {
    if (content === undefined) return 'early'
    const done = []
    for (const backer of story.backers) {
      done.push(await back(as(ctx, await personCalled(ctx.council, backer), story.service), id, content.digest))
    }
    await signInAfresh(ctx, story.backers.at(-1) ?? story.resident)
    return done.includes('done') ? 'done' : 'retold'
  }),

  decide: withProposal(async ({ ctx, story }, proposal) => {
    const { council } = ctx
    const wasReleased = isReleased(proposal)
    if (!wasReleased) await approve(ctx, { ...story, id: proposal.id })
    if (!isReleased(await findProposal(council, proposal.id))) return 'early'
    await tellAllBackers(council)
    await signInAsSponsor(ctx, story.service)
    return wasReleased ? 'retold' : 'done'
  }),

  release: async ({ ctx, story, proposal }) => {
    const { council } = ctx
    if (proposal === undefined || !isReleased(await findProposal(council, proposal))) return undefined
    const { person, answers } = story.next
    const page = (await serviceOf(council, story.service)).prepared.questions.get(story.question)?.page
    await signInAfresh(ctx, person)
    const known = Object.entries({ ...story.answers, ...answers }).filter(([question]) => question !== story.question)
    await prefill(as(ctx, await personCalled(council, person), story.service), Object.fromEntries(known))
    return { to: `/services/${story.service}/apply/${page ?? 'check'}`, proposal, isRetold: false }
  },

  measure: async ({ ctx, story, proposal }) => {
    await signInAfresh(ctx, story.briefer)
    return { to: `/services/${story.service}/value`, proposal, isRetold: false }
  },

  brief: async ({ ctx, story, proposal }) => {
    const { council, today, now } = ctx
    const briefer = await personCalled(council, story.briefer)
    const briefing = await draftOf(council, { subject: story.service, today })
    const id = await freeze(council.store, { briefing, by: briefer.id, at: now })
    return { to: `/briefings/${id}`, proposal, isRetold: false }
  },
}

/** A step on a suggested change; it leads to the change's own page, and nowhere while there is none or the step cannot be taken. */
function withProposal(work: (taking: Taking, proposal: Proposal) => Promise<'done' | 'retold' | 'early'>): Take {
  return async (taking) => {
    const { ctx, proposal: id } = taking
    const proposal = id === undefined ? undefined : await findProposal(ctx.council, id)
    const done = proposal && (await work(taking, proposal))
    if (!proposal || done === 'early') return undefined
    return { to: `/suggestions/${proposal.id}`, proposal: proposal.id, isRetold: done === 'retold' }
  }
}

function isReleased(proposal: Proposal | undefined): boolean {
  return proposal !== undefined && stateOf(proposal) === 'released'
}

type Approving = Pick<Story, 'regard' | 'reasons'> & { readonly id: string; readonly service: string }

/**
 * Both who answer for the service write down their regard for people first, then approve; with the second it is put in place. They write in the
 * language of whoever is shown around. What has been decided stays decided.
 */
export async function approve(ctx: Ctx, { id, service, regard, reasons }: Approving): Promise<void> {
  const { council, now: at, today, lang } = ctx
  const weighed = inLanguage(regard, lang)
  for (const actor of await sponsorsOf(council, service)) {
    const isWelsh = council.settings.languages.includes('cy')
    await recordRegard(council, id, { actor, at, lang, regard: { equality: weighed, ...(isWelsh && { language: weighed }) } })
    await decide(council, id, { actor, at, today, lang, reasons: inLanguage(reasons, lang), verdict: 'approved', hasNoInterest: true })
  }
}
