/** The single place where roles become permissions: what the features' plugs give from the start, and what a council's settings add. */
import type { Actor, Permission, Permissions, Role } from './actor.ts'
import type { Council } from './council.ts'
import type { Known } from './doorkeeper.ts'

/** Turns someone recognised into an actor of that council. */
export type Empower = (council: Council, known: Known) => Actor

export function empowering(granted: readonly Permissions[]): Empower {
  const standard = byRole(granted)
  const every = new Set(granted.flatMap((permissions) => Object.keys(permissions).filter(isPermission)))
  const cache = new WeakMap<Council, Map<string, ReadonlySet<Permission>>>()
  return (council, { scopes, ...person }) => {
    if (scopes) return { ...person, permissions: new Set(scopes.filter((scope) => every.has(scope))) }
    const known = cache.get(council) ?? new Map<string, ReadonlySet<Permission>>()
    cache.set(council, known)
    const key = person.roles.join(' ')
    const permissions = known.get(key) ?? ofRoles(person.roles, standard, council)
    known.set(key, permissions)
    return { ...person, permissions }
  }
}

function byRole(granted: readonly Permissions[]): ReadonlyMap<Role, ReadonlySet<Permission>> {
  const map = new Map<Role, Set<Permission>>()
  for (const permissions of granted) {
    for (const [permission, roles] of Object.entries(permissions)) {
      for (const role of roles) {
        const set = map.get(role) ?? new Set<Permission>()
        if (isPermission(permission)) set.add(permission)
        map.set(role, set)
      }
    }
  }
  return map
}

function ofRoles(roles: readonly Role[], standard: ReadonlyMap<Role, ReadonlySet<Permission>>, council: Council): ReadonlySet<Permission> {
  const local = (role: Role) => (council.settings.roles[role]?.may ?? []).filter(isPermission)
  return new Set(roles.flatMap((role) => [...(standard.get(role) ?? []), ...local(role)]))
}

export function isPermission(text: string): text is Permission {
  return text.includes('.')
}
