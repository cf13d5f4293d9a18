/** The routes of the optional equality questions. */
import { equalityWordsIn } from '#core/definition/index.ts'
import { type Reply, seeOther } from '#http/reply.ts'
import type { Ctx, Route } from '#http/route.ts'
import { equalityQuestions, takeEqualityAnswers } from '../commands/equality.ts'
import { byBrowser, findJourney, type Journey } from '../commands/journey.ts'
import type { Draft } from '../domain/index.ts'
import { equalityPage } from '../views/equality-page.ts'
import { below, noService, redirectOrSay, showIn } from './frame.ts'

export const equalityRoutes: readonly Route[] = [
  { method: 'GET', path: '/services/:service/equality', may: 'anyone', audit: 'equality-page-read', handle: ask },
  { method: 'POST', path: '/services/:service/equality', may: 'anyone', audit: 'equality-answered', handle: take },
]

function ask(ctx: Ctx): Promise<Reply> {
  return afterSending(ctx, (journey) => {
    const { prepared, wording } = journey
    const words = equalityWordsIn(prepared, wording.language)
    const [first] = prepared.definition.equality?.block.pages ?? []
    const { title, body } = first ? words.page(first.id) : { title: '', body: undefined }
    const main = equalityPage({
      lang: ctx.lang,
      csrf: ctx.csrf,
      title,
      body,
      questions: equalityQuestions(journey),
      wording: words,
      skipHref: below(ctx, journey, '/sent'),
    })
    return showIn(ctx, journey, { title, main })
  })
}

function take(ctx: Ctx): Promise<Reply> {
  return afterSending(ctx, async (journey, draft) => {
    if (!draft.equalityDone) await takeEqualityAnswers(ctx, journey, draft)
    return seeOther(below(ctx, journey, '/sent'))
  })
}

/** Only after sending, and only where the service asks; a second time leads back to the reference. */
async function afterSending(ctx: Ctx, work: (journey: Journey, draft: Draft) => Reply | Promise<Reply>): Promise<Reply> {
  const journey = await findJourney(ctx, byBrowser)
  if (!journey || !journey.prepared.definition.equality) return noService
  const { draft } = journey
  if (draft?.reference === undefined) return redirectOrSay(ctx, journey, { at: 'nowhere' })
  return draft.equalityDone ? seeOther(below(ctx, journey, '/sent')) : work(journey, draft)
}
