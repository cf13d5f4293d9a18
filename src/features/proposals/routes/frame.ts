/** The single place for what the routes of staff have in common: one suggestion, its page's frame, and the way back with news. */
import { path } from '#http/language.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param } from '#http/route.ts'
import { notificationBanner } from '#ui/components/notification-banner.ts'
import type { Html } from '#ui/html.ts'
import { wordsIn } from '#ui/words/index.ts'
import { findProposal } from '../commands/read.ts'
import type { Proposal } from '../domain/index.ts'
import { deskWordsFor } from '../words/index.ts'

export const staffRoot = '/staff/suggestions'

export async function withProposal(ctx: Ctx, work: (proposal: Proposal) => Promise<Reply> | Reply): Promise<Reply> {
  const proposal = await findProposal(ctx.council, param(ctx, 'id'))
  return proposal ? await work(proposal) : problem('not-found')
}

type Done = keyof ReturnType<typeof deskWordsFor>['done']

/** Back to the page of the suggestion, or one below it, with what came of it. */
export function backTo({ lang }: Pick<Ctx, 'lang'>, to: string, done: Done): Reply {
  return seeOther(path(lang, `${staffRoot}/${to}?done=${done}`))
}

/** What came of the last thing done, as the address says. */
export function newsOf({ lang, query }: Ctx): Html | undefined {
  const { done } = deskWordsFor(lang)
  const found = Object.entries(done).find(([key]) => key === query.get('done'))
  return found && notificationBanner({ titleText: wordsIn(lang).important, text: found[1] })
}
