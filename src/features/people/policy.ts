/** The single place that says who may do what with people. Pure: it reads like the sentences it stands for. */
import type { Actor, Permission, Permissions, Role } from '#http/actor.ts'
import type { Bilingual } from '#http/language.ts'
import type { Person, PersonDetails } from './domain.ts'

/** The roles every council has; its settings may add its own. */
export const usualRoles: Readonly<Record<string, Bilingual>> = {
  officer: { en: 'Officer', cy: 'Swyddog' },
  manager: { en: 'Manager', cy: 'Rheolwr' },
  analyst: { en: 'Analyst', cy: 'Dadansoddwr' },
  records: { en: 'Records officer', cy: 'Swyddog cofnodion' },
  director: { en: 'Director', cy: 'Cyfarwyddwr' },
}

export const permissions: Permissions = {
  'people.home': ['staff', 'councillor', 'partner'],
  'people.account': ['staff', 'councillor', 'partner', 'resident', 'business', 'organisation', 'volunteer'],
  'people.read': ['manager'],
  'people.manage': ['manager'],
  'people.keys': ['manager'],
}

export type Refusal = 'own-roles' | 'last-manager' | 'unknown-role' | 'unknown-team'

interface Change {
  readonly by: Pick<Actor, 'id'>
  readonly of: Person
  readonly to: Pick<PersonDetails, 'roles'> & { readonly isActive: boolean }
  /** Everyone else who can sign in as a manager. */
  readonly otherManagers: number
}

/** Nobody gives themselves more, or locks themselves out; and someone can always manage people. */
export function findRefusal({ by, of, to, otherManagers }: Change): Refusal | undefined {
  const changesRoles = !isSame(of.roles, to.roles) || of.isActive !== to.isActive
  if (by.id === of.id && changesRoles) return 'own-roles'
  const wasManager = of.isActive && of.roles.includes('manager')
  const staysManager = to.isActive && to.roles.includes('manager')
  return wasManager && !staysManager && otherManagers === 0 ? 'last-manager' : undefined
}

/**
 * Residents, councillors and partners hold the role named after what they are; an officer holds only the roles given to them, and what everybody
 * who works here may, whatever their roles.
 */
export function rolesOf({ kind, roles }: Pick<Person, 'kind' | 'roles'>): readonly Role[] {
  return [...roles, kind === 'officer' ? 'staff' : kind]
}

/** A key can do no more than whoever makes it. */
export function mayGiveScope(maker: Pick<Actor, 'permissions'>, scope: Permission): boolean {
  return maker.permissions.has(scope)
}

function isSame(one: readonly Role[], other: readonly Role[]): boolean {
  return one.length === other.length && one.every((role) => other.includes(role))
}
