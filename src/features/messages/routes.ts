/** The single place for the routes that show messages. */
import { z } from 'zod'
import { path } from '#http/language.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { findMessage, latest, settle, waitingLetters } from './store.ts'
import { letterPage, lettersPage, outboxPage } from './views/outbox.ts'

export const routes: readonly Route[] = [
  { method: 'GET', path: '/outbox', may: 'anyone', audit: 'outbox-shown', handle: showOutbox },
  { method: 'GET', path: '/staff/letters', may: 'messages.letters', audit: 'letters-listed', handle: listLetters },
  { method: 'GET', path: '/staff/letters/:id', may: 'messages.letters', audit: 'letter-read', handle: showLetter },
  { method: 'POST', path: '/staff/letters/:id', may: 'messages.letters', audit: 'letter-printed', handle: markPrinted },
]

/** Demonstration mode only: everywhere else people's mail is nobody's business. */
async function showOutbox(ctx: Ctx): Promise<Reply> {
  if (!ctx.site.demo) return problem('not-found')
  return show(ctx, outboxPage(ctx, await ctx.council.store.transaction(latest)))
}

async function listLetters(ctx: Ctx): Promise<Reply> {
  return show(ctx, lettersPage(ctx, await ctx.council.store.transaction(waitingLetters)))
}

async function showLetter(ctx: Ctx): Promise<Reply> {
  const letter = await findLetter(ctx)
  return letter ? show(ctx, letterPage(ctx, letter)) : problem('not-found')
}

async function markPrinted(ctx: Ctx): Promise<Reply> {
  const letter = await findLetter(ctx)
  if (letter === undefined) return problem('not-found')
  await ctx.council.store.transaction((tx) => settle(tx, letter.id, { tries: letter.tries + 1, doneAt: ctx.now }))
  return seeOther(path(ctx.lang, '/staff/letters'))
}

async function findLetter(ctx: Ctx) {
  const id = z.uuid().safeParse(param(ctx, 'id')).data
  const found = id === undefined ? undefined : await ctx.council.store.transaction((tx) => findMessage(tx, id))
  return found?.by === 'letter' ? found : undefined
}
