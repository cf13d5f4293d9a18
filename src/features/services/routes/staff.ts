/** The route for staff who take an application by phone: the same questions, to be said. */
import { path } from '#http/language.ts'
import type { Reply } from '#http/reply.ts'
import type { Ctx, Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { phoneScript } from '#ui/phone-script/index.ts'
import { layOut } from '../domain/index.ts'
import { mayAssist } from '../policy.ts'
import { factsOf } from '../views/contact.ts'
import { wordsFor } from '../words/index.ts'
import { spoken, usesOf, wordingFor, withService } from './public.ts'

export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: '/staff/services/:service/phone', may: mayAssist, audit: 'phone-script-read', handle: showPhone },
]

function showPhone(ctx: Ctx): Promise<Reply> {
  return withService(ctx, (published) => {
    const { lang, council } = ctx
    const words = wordsFor(lang)
    const wording = wordingFor(ctx, published)
    const { name, start, after } = wording.service
    const opening = [words.phoneOpening(factsOf(council, lang).name, name), start, words.phoneData, spoken(usesOf(ctx, published))]
    const main = phoneScript({
      lang,
      service: name,
      opening: opening.join('\n\n'),
      sections: layOut(published.prepared, wording, words.someAnswers),
      closing: after,
    })
    return show(ctx, { title: name, main, backLink: { href: path(lang, `/staff/enter/${published.service}`) } })
  })
}
