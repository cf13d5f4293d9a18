/** The single place for the example people of demonstration mode. */
import type { Council } from '#http/council.ts'
import type { Start } from '#http/feature.ts'
import type { Ctx } from '#http/route.ts'
import { newId } from '#store/uuid.ts'
import { addPerson, findExample } from '../store/people.ts'

/** Makes the example people known, once. */
export async function addExamples({ settings, store }: Council, { demo }: Start): Promise<void> {
  if (!demo) return
  await store.transaction(async (tx) => {
    for (const { id: example, about: _about, email, ...person } of settings.people) {
      await addPerson(tx, { ...person, id: newId(), email: email?.toLowerCase() ?? null, example })
    }
  })
}

/** Signs in as an example person; `false` when there is none of that name, or this is not a demonstration. */
export async function signInAs(ctx: Ctx, example: string): Promise<boolean> {
  if (!ctx.site.demo) return false
  const person = await ctx.council.store.transaction((tx) => findExample(tx, example))
  if (person === undefined) return false
  await ctx.session.signIn(person.id, 'demo')
  return true
}
