/** The routes on which people see how far their application is. */
import { wordsIn } from '#core/definition/index.ts'
import { type ResidentCase, showReference } from '#features/cases/index.ts'
import { publishedService } from '#features/services/index.ts'
import { invitations } from '#http/invite.ts'
import { path } from '#http/language.ts'
import { type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { actOnFollowed, findFollowed, follow, ownCases, stopFollowing } from '../commands/follow.ts'
import { type CasePage, casePage, type TrackPage, trackPage, withdrawPage } from '../views/track-pages.ts'
import { wordsFor } from '../words/index.ts'

export const trackingRoutes: readonly Route[] = [
  { method: 'GET', path: '/track', may: 'anyone', audit: 'track-page-read', handle: ask },
  { method: 'POST', path: '/track', may: 'anyone', audit: 'case-looked-up', limited: true, handle: lookUp },
  { method: 'GET', path: '/track/:reference', may: 'anyone', audit: 'own-case-read', handle: showCase },
  { method: 'POST', path: '/track/:reference/answer', may: 'anyone', audit: 'own-case-answered', handle: answer },
  { method: 'GET', path: '/track/:reference/withdraw', may: 'anyone', audit: 'own-case-read', handle: askToWithdraw },
  { method: 'POST', path: '/track/:reference/withdraw', may: 'anyone', audit: 'own-case-withdrawn', handle: withdraw },
  { method: 'POST', path: '/track/leave', may: 'anyone', audit: 'own-case-left', handle: leave },
]

function ask(ctx: Ctx): Promise<Reply> {
  return showTrack(ctx, { typed: { reference: ctx.query.get('reference') ?? '', contact: '' }, faults: {} })
}

async function lookUp(ctx: Ctx): Promise<Reply> {
  const words = wordsFor(ctx.lang)
  const typed = { reference: ctx.form.get('reference').trim(), contact: ctx.form.get('contact').trim() }
  if (typed.reference === '' || typed.contact === '') {
    const reference = typed.reference === '' ? words.trackMissingReference : undefined
    const contact = typed.contact === '' ? words.trackMissingContact : undefined
    return showTrack(ctx, { typed, faults: { reference, contact } })
  }
  const found = await follow(ctx, typed)
  return found ? seeOther(caseAddress(ctx, found.reference)) : showTrack(ctx, { typed, faults: { reference: words.trackNotFound } })
}

async function showTrack(ctx: Ctx, shown: Pick<TrackPage, 'typed' | 'faults'>): Promise<Reply> {
  const { lang, csrf } = ctx
  const own = await Promise.all(
    (await ownCases(ctx)).map(async ({ reference, serviceId }) => {
      const service = await publishedService(ctx.council, serviceId)
      const name = service ? wordsIn(service.prepared, lang).service.name : serviceId
      return { name, reference, href: caseAddress(ctx, reference) }
    }),
  )
  const isFaulty = shown.faults.reference !== undefined || shown.faults.contact !== undefined
  return show(ctx, { title: wordsFor(lang).trackTitle, main: trackPage({ lang, csrf, own, ...shown }), error: isFaulty })
}

function showCase(ctx: Ctx): Promise<Reply> {
  const words = wordsFor(ctx.lang)
  const told = new Map([
    ['answered', words.trackDone],
    ['withdrawn', words.trackWithdrawn],
    ['late', words.trackTooLate],
    ['booked', words.bookDone],
    ['cancelled', words.bookCancelled],
    ['fixed', words.bookTooLate],
  ])
  const done = ctx.query.get('done') ?? ''
  return withCase(ctx, (found) => showFound(ctx, found, { news: done === 'answered' && found.decision ? undefined : told.get(done) }))
}

async function answer(ctx: Ctx): Promise<Reply> {
  const words = wordsFor(ctx.lang)
  const reference = param(ctx, 'reference')
  const [askId, typed] = [ctx.form.get('ask'), ctx.form.get('text')]
  const done = await actOnFollowed(ctx, reference, { answer: { ask: askId, text: typed } })
  if ('done' in done) return seeOther(caseAddress(ctx, reference, '?done=answered'))
  if (done.refused === 'no-such-case') return seeOther(path(ctx.lang, '/track'))
  if (done.refused === 'too-late' || done.refused === 'not-asked') return seeOther(caseAddress(ctx, reference, '?done=late'))
  const text = done.refused === 'text-too-long' ? words.trackAnswerLong : words.trackAnswerMissing
  return withCase(ctx, (found) => showFound(ctx, found, { answerFault: { ask: askId, text, typed } }))
}

function askToWithdraw(ctx: Ctx): Promise<Reply> {
  const { lang, csrf } = ctx
  return withCase(ctx, ({ reference, canWithdraw }) => {
    if (!canWithdraw) return seeOther(caseAddress(ctx, reference, '?done=late'))
    const caseHref = caseAddress(ctx, reference)
    return show(ctx, { title: wordsFor(lang).trackWithdraw, main: withdrawPage({ lang, csrf, caseHref }), backLink: { href: caseHref } })
  })
}

async function withdraw(ctx: Ctx): Promise<Reply> {
  const reference = param(ctx, 'reference')
  const done = await actOnFollowed(ctx, reference, { withdraw: true })
  if ('done' in done) return seeOther(caseAddress(ctx, reference, '?done=withdrawn'))
  return seeOther(done.refused === 'no-such-case' ? path(ctx.lang, '/track') : caseAddress(ctx, reference, '?done=late'))
}

function leave(ctx: Ctx): Reply {
  stopFollowing(ctx)
  return seeOther(path(ctx.lang, '/track'))
}

/** Whoever may not see the case, or no longer, is asked again; whether it exists is not said. */
async function withCase(ctx: Ctx, work: (found: ResidentCase) => Reply): Promise<Reply> {
  const found = await findFollowed(ctx, param(ctx, 'reference'))
  return found ? work(found) : seeOther(path(ctx.lang, '/track'))
}

function showFound(ctx: Ctx, found: ResidentCase, more: Pick<CasePage, 'news' | 'answerFault'>): Reply {
  const { lang, csrf } = ctx
  const { reference } = found
  const main = casePage({
    lang,
    csrf,
    found,
    ...more,
    answerHref: caseAddress(ctx, reference, '/answer'),
    withdrawHref: caseAddress(ctx, reference, '/withdraw'),
    appointmentHref: (id) => caseAddress(ctx, reference, `/appointments/${id}`),
    leaveHref: path(lang, '/track/leave'),
    invites: invitations(ctx, 'decided', { service: found.serviceId, reference }),
  })
  return show(ctx, {
    title: `${wordsFor(lang).trackStatus}: ${showReference(reference)} – ${found.serviceName}`,
    main,
    error: more.answerFault !== undefined,
  })
}

function caseAddress({ lang }: Ctx, reference: string, rest = ''): string {
  return path(lang, `/track/${reference}${rest}`)
}
