/** The single place that says whether somebody may decide on a suggested change now, and why not. Pure. */
import type { Role } from './fact.ts'
import { isOpen, type Proposal } from './proposal.ts'

/** Why somebody may not decide, or not yet. */
export type Bar =
  | 'not-one-of-the-two'
  | 'nothing-to-decide'
  | 'decided-already'
  | 'suggested-it'
  | 'backs-it'
  | 'interest'
  | 'outdated'
  | 'no-regard'
  | 'gates'

export type Deciding = {
  readonly actor: string
  readonly isAuthor: boolean
  /** As which of the two they act; undefined for everybody else. */
  readonly role: Role | undefined
  readonly isBacker: boolean
  /** The version now in use. */
  readonly current: string | undefined
  /** Whether everything is open that must be open before deciding; the decision itself left out. */
  readonly areGatesOpen: boolean
}

/** What keeps somebody from the matter altogether: who they are, and what they have done. */
export function barFromTaking(proposal: Proposal, { role, isAuthor, isBacker, actor }: Deciding): Bar | undefined {
  if (role === undefined) return 'not-one-of-the-two'
  if (!isOpen(proposal) || !proposal.content) return 'nothing-to-decide'
  if (isAuthor || proposal.editors.includes(actor)) return 'suggested-it'
  if (isBacker) return 'backs-it'
  if (proposal.interests.some((interest) => interest.by === actor || interest.role === role)) return 'interest'
  return proposal.verdicts.some((verdict) => verdict.role === role || verdict.by === actor) ? 'decided-already' : undefined
}

/** What keeps them from approving now. Refusing needs only regard. */
export function barFromDeciding(proposal: Proposal, deciding: Deciding, verdict: 'approved' | 'refused'): Bar | undefined {
  const bar = barFromTaking(proposal, deciding)
  if (bar) return bar
  if (!proposal.regards.some(({ role, by }) => role === deciding.role && by === deciding.actor)) return 'no-regard'
  if (verdict === 'refused') return undefined
  if (deciding.current !== proposal.content?.base) return 'outdated'
  return deciding.areGatesOpen ? undefined : 'gates'
}
