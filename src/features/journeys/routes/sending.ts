/** The routes of the end of a journey: checking answers, sending them, and the news that they were received. */
import { evaluate } from '#core/journey/index.ts'
import { publishedService } from '#features/services/index.ts'
import { invitations } from '#http/invite.ts'
import { path } from '#http/language.ts'
import { type Reply, seeOther } from '#http/reply.ts'
import type { Ctx } from '#http/route.ts'
import { findJourney, type Journey, type Origin } from '../commands/journey.ts'
import { submit } from '../commands/submit.ts'
import { figuresOf, findCheck, priceOf } from '../domain/index.ts'
import { checkPage } from '../views/check-page.ts'
import { oncePage } from '../views/notices.ts'
import { enteredPage, sentPage } from '../views/sent-page.ts'
import { wordsFor } from '../words/index.ts'
import { addressOf, below, changeAddress, isOld, type JourneyRoute, noService, redirectOrSay, showIn } from './frame.ts'

export const sendingRoutes: readonly JourneyRoute[] = [
  { method: 'GET', rest: '/apply/check', audit: 'answers-checked', handle: showCheck },
  { method: 'POST', rest: '/apply/check', audit: 'application-sent', handle: send },
  { method: 'GET', rest: '/sent', audit: 'reference-read', handle: showSent },
]

async function showCheck(ctx: Ctx, origin: Origin): Promise<Reply> {
  const journey = await findJourney(ctx, origin)
  if (!journey) return noService
  const whereabouts = findCheck(journey)
  if (whereabouts.at !== 'check') return redirectOrSay(ctx, journey, whereabouts)
  const current = await publishedService(ctx.council, journey.service)
  const last = journey.walked.pages.at(-1)
  return showIn(ctx, journey, {
    title: wordsFor(ctx.lang).checkTitle,
    main: checkView(ctx, journey, isOld(journey, current?.version)),
    backLink: last && { href: addressOf(ctx, journey, { page: last.page.id }) },
  })
}

function checkView(ctx: Ctx, journey: Journey, isVersionOld: boolean) {
  const { prepared, walked, wording } = journey
  const evaluation = evaluate(prepared, walked.relevant, ctx.today)
  return checkPage({
    lang: ctx.lang,
    csrf: ctx.csrf,
    wording,
    pages: walked.pages,
    answers: walked.relevant,
    changeHref: (page) => changeAddress(ctx, journey, page),
    fee: evaluation.fee === null ? undefined : priceOf(evaluation.fee),
    isFree: evaluation.fee === 0,
    figures: figuresOf(prepared, evaluation, wording),
    reasons: evaluation.reasons.flatMap(({ words }) => words[wording.language] ?? []),
    isVersionOld,
    saveHref: journey.origin.mayBegin ? below(ctx, journey, '/save') : undefined,
  })
}

/** Sending twice, by a second press or from another tab, leads to the same reference. */
async function send(ctx: Ctx, origin: Origin): Promise<Reply> {
  const journey = await findJourney(ctx, origin)
  if (!journey) return noService
  const whereabouts = findCheck(journey)
  if (whereabouts.at === 'sent') return seeOther(below(ctx, journey, '/sent'))
  if (whereabouts.at !== 'check' || !journey.draft) {
    return redirectOrSay(ctx, journey, whereabouts.at === 'check' ? { at: 'nowhere' } : whereabouts)
  }
  const opened = await submit(ctx, journey, journey.draft)
  if ('reference' in opened) return seeOther(below(ctx, journey, '/sent'))
  const { lang } = ctx
  return showIn(ctx, journey, { title: wordsFor(lang).onceTitle, main: oncePage({ lang, servicesHref: path(lang, '/services') }) })
}

async function showSent(ctx: Ctx, origin: Origin): Promise<Reply> {
  const journey = await findJourney(ctx, origin)
  if (!journey) return noService
  const { draft, prepared, wording } = journey
  if (draft?.reference === undefined)
    return draft ? seeOther(addressOf(ctx, journey, 'check')) : redirectOrSay(ctx, journey, { at: 'nowhere' })
  const { lang } = ctx
  const { reference } = draft
  const asksEquality = prepared.definition.equality !== undefined
  const main = origin.mayBegin
    ? sentPage({
        lang,
        reference,
        after: wording.service.after,
        trackHref: path(lang, '/track'),
        equalityHref: asksEquality && !draft.equalityDone ? below(ctx, journey, '/equality') : undefined,
        isEqualityDone: draft.equalityDone,
        invites: invitations(ctx, 'sent', { service: journey.service, reference }),
      })
    : enteredPage({ lang, reference, againHref: below(ctx, journey, '') })
  return showIn(ctx, journey, { title: wordsFor(lang).sentTitle, main })
}
