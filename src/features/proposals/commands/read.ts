/** The single place where suggested changes are loaded for pages: one with all that is known of it, and lists with their counts. */
import type { Council } from '#http/council.ts'
import type { Language } from '#http/language.ts'
import { type Proposal, stateOf } from '../domain/index.ts'
import {
  countOf,
  findProposal as find,
  findProposals as findEach,
  idsOf,
  type ProposalFilter,
  standing,
  type Standing,
} from '../store/index.ts'
import { serviceName } from './tell.ts'
import type { Listed } from '../views/list-page.ts'

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Undefined when the council has no suggested change of this id. */
export async function findProposal({ store }: Pick<Council, 'store'>, proposal: string): Promise<Proposal | undefined> {
  return id.test(proposal) ? await store.transaction((tx) => find(store, tx, proposal)) : undefined
}

/** Where it stands, without opening it. */
export async function findStanding({ store }: Pick<Council, 'store'>, proposal: string): Promise<Standing | undefined> {
  return id.test(proposal) ? await store.ask(standing, proposal) : undefined
}

/** Those that fit, newest first, and how many there are in all. */
export async function listProposals(
  { store }: Pick<Council, 'store'>,
  filter: ProposalFilter = {},
): Promise<{ readonly proposals: readonly Proposal[]; readonly found: number }> {
  return await store.transaction(async (tx) => ({
    proposals: await findEach(store, tx, await idsOf(tx, filter)),
    found: await countOf(tx, filter),
  }))
}

export async function findProposals({ store }: Pick<Council, 'store'>, ids: readonly string[]): Promise<readonly Proposal[]> {
  return await store.transaction((tx) => findEach(store, tx, ids))
}

/** Lines of a list, with the name of each service and how many back each. What is hidden is left out. */
export async function linesOf(council: Council, proposals: readonly Proposal[], lang: Language): Promise<readonly Listed[]> {
  const shown = proposals.filter((proposal) => stateOf(proposal) !== 'hidden')
  const counts = await Promise.all(shown.map((proposal) => council.store.ask(standing, proposal.id)))
  return await Promise.all(
    shown.map(async (proposal, place) => ({
      proposal,
      service: await serviceName(council, proposal.service, lang),
      backings: counts[place]?.backings ?? 0,
    })),
  )
}
