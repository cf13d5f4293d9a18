/** The single place that says who may do what with suggested changes. Pure. */
import { type Actor, isStaff, mayDo, type Permissions } from '#http/actor.ts'
import { isOpen, type Proposal } from './domain/index.ts'

export const permissions: Permissions = {
  /** Anybody who has shown who they are: one person, one backing. */
  'proposals.back': [
    'resident',
    'business',
    'organisation',
    'volunteer',
    'councillor',
    'partner',
    'officer',
    'manager',
    'analyst',
    'records',
    'director',
  ],
  'proposals.read': ['officer', 'manager', 'director', 'councillor'],
  'proposals.work': ['officer', 'manager'],
  'proposals.moderate': ['officer', 'manager'],
  /** Besides, one must be one of the two who answer for that very service. */
  'proposals.decide': ['councillor', 'director', 'officer', 'manager'],
}

/** Staff of the council work out the exact change; so may whoever suggested it, while it is open. */
export function mayChange(actor: Actor, proposal: Proposal, isAuthor: boolean): boolean {
  if (!isOpen(proposal)) return false
  return isAuthor || (isStaff(actor) && mayDo(actor, 'proposals.work'))
}
