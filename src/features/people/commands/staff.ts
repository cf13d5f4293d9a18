/** The single place for changing who works for the council and what they may do. */
import type { Council } from '#http/council.ts'
import type { Ctx } from '#http/route.ts'
import { newId } from '#store/uuid.ts'
import { findEmail, type Person, type PersonDetails } from '../domain.ts'
import { findRefusal, type Refusal, usualRoles } from '../policy.ts'
import { addPerson, changePerson, countOtherManagers, findPerson } from '../store/people.ts'
import { endSessionsOf } from '../store/sessions.ts'

/** Makes someone known before they first sign in; `email-taken` when somebody has that address. */
export async function addStaff(ctx: Ctx, details: PersonDetails): Promise<{ readonly id: string } | Refusal | 'email-taken'> {
  const unknown = findUnknown(ctx, details)
  if (unknown) return unknown
  const id = newId()
  const isAdded = await ctx.council.store.transaction((tx) => addPerson(tx, { ...details, id, lang: null }))
  return isAdded ? { id } : 'email-taken'
}

/** Makes a council's first manager known, before there is anybody to do it on the pages. */
export async function addManager(
  { store }: Pick<Council, 'store'>,
  { email: text, name }: { readonly email: string; readonly name: string },
): Promise<'added' | 'not-an-email' | 'email-taken'> {
  const email = findEmail(text)
  if (email === undefined) return 'not-an-email'
  const manager = { id: newId(), kind: 'officer', name, email, lang: null, roles: ['officer', 'manager'], teams: [], wards: [] } as const
  return (await store.transaction((tx) => addPerson(tx, manager))) ? 'added' : 'email-taken'
}

export interface StaffChange {
  readonly id: string
  readonly roles: readonly string[]
  readonly teams: readonly string[]
  readonly isActive: boolean
}

/** What someone may do changes at once: their sessions end. */
export async function changeStaff(ctx: Ctx, { id, ...to }: StaffChange): Promise<Person | Refusal | 'no-such-person'> {
  const unknown = findUnknown(ctx, to)
  if (unknown) return unknown
  return await ctx.council.store.transaction(async (tx) => {
    const otherManagers = await countOtherManagers(tx, id)
    const of = await findPerson(tx, id)
    if (of === undefined) return 'no-such-person'
    const refusal = findRefusal({ by: ctx.actor, of, to, otherManagers })
    if (refusal) return refusal
    await changePerson(tx, id, to)
    if (id !== ctx.actor.id) await endSessionsOf(tx, id, ctx.now)
    return { ...of, ...to }
  })
}

function findUnknown({ council }: Ctx, { roles, teams }: Pick<PersonDetails, 'roles' | 'teams'>): Refusal | undefined {
  const { settings } = council
  if (!roles.every((role) => Object.hasOwn(usualRoles, role) || Object.hasOwn(settings.roles, role))) return 'unknown-role'
  return teams.every((team) => settings.teams.some(({ id }) => id === team)) ? undefined : 'unknown-team'
}
