/** The single place for making and revoking API keys. */
import { mayDo, type Permission } from '#http/actor.ts'
import type { Ctx } from '#http/route.ts'
import { digest, newSecret } from '#http/session.ts'
import { newId } from '#store/uuid.ts'
import { keyDays } from '../domain.ts'
import { mayGiveScope } from '../policy.ts'
import { addKey, revokeKey } from '../store/sessions.ts'

const dayMs = 86_400_000

/** Makes a key and answers it: the only time anybody sees it, because only its hash is kept. */
export async function makeKey(ctx: Ctx, asked: { readonly name: string; readonly scopes: readonly Permission[] }): Promise<string> {
  const key = newSecret()
  const scopes = asked.scopes.filter((scope) => mayGiveScope(ctx.actor, scope))
  const expiresAt = new Date(Date.parse(ctx.now) + keyDays * dayMs).toISOString()
  await ctx.council.store.transaction((tx) =>
    addKey(tx, { id: newId(), name: asked.name, hash: digest(key), scopes, madeBy: ctx.actor.id, madeAt: ctx.now, expiresAt }),
  )
  return key
}

export async function endKey(ctx: Ctx, id: string): Promise<void> {
  if (mayDo(ctx.actor, 'people.keys')) await ctx.council.store.transaction((tx) => revokeKey(tx, id, ctx.now))
}
