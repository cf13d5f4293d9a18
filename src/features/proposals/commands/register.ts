/** The single place that tells what was decided on suggested changes, newest first: for the public register, and for whoever briefs councillors. */
import type { Council } from '#http/council.ts'
import { type Decision, decisionOf } from '../domain/index.ts'
import { listProposals } from './read.ts'

/** Every decision, or those of one service; what is hidden is not among them. */
export async function decisionRegister(
  council: Pick<Council, 'store'>,
  { service }: { readonly service?: string } = {},
): Promise<readonly Decision[]> {
  const { proposals } = await listProposals(council, { service, states: ['released', 'refused'] })
  return proposals.flatMap((proposal) => decisionOf(proposal) ?? []).toSorted((a, b) => (a.at < b.at ? 1 : -1))
}
