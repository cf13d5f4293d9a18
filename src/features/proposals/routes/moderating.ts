/** The route of the public log of what was hidden. */
import type { Ctx, Route } from '#http/route.ts'
import { path } from '#http/language.ts'
import type { Reply } from '#http/reply.ts'
import { show } from '#http/shell.ts'
import { moderationLog } from '../commands/moderate.ts'
import { serviceName } from '../commands/tell.ts'
import { moderationPage } from '../views/hidden-page.ts'
import { wordsFor } from '../words/index.ts'

export const moderatingRoutes: readonly Route[] = [
  { method: 'GET', path: '/moderation', may: 'anyone', audit: 'moderation-read', handle: showLog },
]

async function showLog(ctx: Ctx): Promise<Reply> {
  const { council, lang } = ctx
  const log = await moderationLog(council)
  const named = await Promise.all(log.map(async (one) => ({ ...one, service: await serviceName(council, one.service, lang) })))
  return show(ctx, {
    title: wordsFor(lang).moderationTitle,
    main: moderationPage(lang, named),
    backLink: { href: path(lang, '/suggestions') },
  })
}
