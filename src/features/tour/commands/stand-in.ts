/** The single place where the tour acts as the example people: with their own name and role, and no right but what the step needs. */
import { type Actor, findExampleActor, type Permission, signInAs } from '#features/people/index.ts'
import { publishedService } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import type { Ctx } from '#http/route.ts'

/** @throws Error when the settings name an example person who is none */
export async function personCalled(council: Council, example: string, permissions: readonly Permission[] = []): Promise<Actor> {
  const person = await findExampleActor(council, { example }, permissions)
  if (!person) throw new Error(`${council.id}: the tour names ${example}, who is none of the example people`)
  return person
}

/** The director and the cabinet member who answer for a service, in the order in which they decide. */
export async function sponsorsOf(council: Council, service: string): Promise<readonly Actor[]> {
  const found = await Promise.all(emailsOf(council, service).map((email) => findExampleActor(council, { email }, ['proposals.decide'])))
  return found.flatMap((person) => person ?? [])
}

/** Signs in as whoever decides last. */
export async function signInAsSponsor(ctx: Ctx, service: string): Promise<void> {
  const last = emailsOf(ctx.council, service).at(-1)
  const example = ctx.council.settings.people.find(({ email }) => email === last)
  if (last !== undefined && example) await signInAfresh(ctx, example.id)
}

function emailsOf({ settings }: Council, service: string): readonly string[] {
  const named = settings.services.find(({ id }) => id === service)?.sponsors
  return [named?.['director-email'], named?.['member-email']].filter((email) => email !== undefined)
}

/** The request as if that person had made it, in their language, about that service. */
export function as(ctx: Ctx, actor: Actor, service: string): Ctx {
  const { council, session, now, today, query, form, json, path, requestId, origin, site, menu, csrf } = ctx
  const lang = council.settings.languages.find((offered) => offered === actor.lang) ?? ctx.lang
  return { council, session, now, today, query, form, json, path, requestId, origin, site, menu, csrf, actor, lang, params: { service } }
}

/** Signs in as somebody else, in a browser that has nothing begun. */
export async function signInAfresh(ctx: Ctx, example: string): Promise<void> {
  await ctx.session.signOut()
  await signInAs(ctx, example)
}

/** @throws Error when the council does not have the service its tour is about */
export async function serviceOf(council: Council, service: string) {
  const published = await publishedService(council, service)
  if (!published) throw new Error(`${council.id}: the tour is about ${service}, which is not published`)
  return published
}
