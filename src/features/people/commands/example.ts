/** The single place for the example people of demonstration mode. */
import type { Actor, Permission } from '#http/actor.ts'
import type { Council } from '#http/council.ts'
import type { Start } from '#http/feature.ts'
import type { Ctx } from '#http/route.ts'
import { newId } from '#store/uuid.ts'
import { addPerson, allowExamples, findExample } from '../store/people.ts'
import { endDemonstration } from '../store/sessions.ts'

/** Makes the example people known, once, and lets them in. Outside demonstration mode nobody of a demonstration before is let in any more. */
export async function beginExamples({ settings, store }: Council, { demo, clock }: Start): Promise<void> {
  await store.transaction(async (tx) => {
    await allowExamples(tx, demo)
    if (!demo) return await endDemonstration(tx, clock().toISOString())
    for (const { id: example, about: _about, email, ...person } of settings.people) {
      await addPerson(tx, { ...person, id: newId(), email: email?.toLowerCase() ?? null, example })
    }
  })
}

/** An example person as somebody who acts, by the name the settings give them or by email; with no permission but those given. */
export async function findExampleActor(
  { settings, store }: Pick<Council, 'settings' | 'store'>,
  who: { readonly example: string } | { readonly email: string },
  permissions: readonly Permission[] = [],
): Promise<Actor | undefined> {
  const example = 'example' in who ? who.example : settings.people.find(({ email }) => email === who.email)?.id
  const person = example === undefined ? undefined : await store.transaction((tx) => findExample(tx, example))
  if (person === undefined) return undefined
  const { isActive: _, email, lang, ...known } = person
  return { ...known, email: email ?? undefined, lang: lang ?? undefined, permissions: new Set(permissions) }
}

/** Signs in as an example person; `false` when there is none of that name, or this is not a demonstration. */
export async function signInAs(ctx: Ctx, example: string): Promise<boolean> {
  if (!ctx.site.demo) return false
  const person = await ctx.council.store.transaction((tx) => findExample(tx, example))
  if (person === undefined) return false
  await ctx.session.signIn(person.id, 'demo')
  return true
}
