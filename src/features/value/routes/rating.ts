/** The routes on which people say how it was. */
import { isOwnCase } from '#features/journeys/index.ts'
import { path } from '#http/language.ts'
import { type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { findRateable, isMoment, keyFor, openKey, rate, rateableCase } from '../commands/rate.ts'
import { notRatedPage, ratingPage, thanksPage } from '../views/rating-page.ts'
import { wordsFor } from '../words/index.ts'

export const ratingRoutes: readonly Route[] = [
  { method: 'GET', path: '/services/:service/how-was-it/:moment/:reference', may: 'anyone', audit: 'rating-asked', handle: askOwn },
  { method: 'GET', path: '/how-was-it/thanks', may: 'anyone', audit: 'rating-thanked', handle: thank },
  { method: 'GET', path: '/how-was-it/:key', may: 'anyone', audit: 'rating-asked', handle: askByKey },
  { method: 'POST', path: '/how-was-it', may: 'anyone', audit: 'rating-given', limited: true, handle: take },
]

/** For the browser that sent it or follows it, and for whoever is signed in. Others show first that it is theirs; whether it exists is not said. */
async function askOwn(ctx: Ctx): Promise<Reply> {
  const [service, moment, reference] = [param(ctx, 'service'), param(ctx, 'moment'), param(ctx, 'reference')]
  if (!isMoment(moment) || !(await isOwnCase(ctx, { service, reference }))) return seeOther(path(ctx.lang, '/track'))
  const rateable = await findRateable(ctx.council, { reference, moment })
  return rateable ? seeOther(path(ctx.lang, `/how-was-it/${keyFor(ctx.council, rateable)}`)) : sayNot(ctx, 'unknown')
}

/** For whoever holds the link in our email. Opening it writes nothing: programs open links too. */
function askByKey(ctx: Ctx): Promise<Reply> {
  return ask(ctx, param(ctx, 'key'))
}

async function ask(ctx: Ctx, key: string): Promise<Reply> {
  const { council, lang, csrf } = ctx
  const rateable = openKey(council, key)
  const found = rateable && (await rateableCase(council, rateable))
  if (!rateable || found === undefined) return sayNot(ctx, 'unknown')
  if (found === 'rated') return sayNot(ctx, 'rated')
  const { moment } = rateable
  return show(ctx, {
    title: wordsFor(lang).rateTitle[moment],
    main: ratingPage({ lang, csrf, moment, key, action: path(lang, '/how-was-it') }),
  })
}

async function take(ctx: Ctx): Promise<Reply> {
  const { council, form, now, today, lang } = ctx
  const rateable = openKey(council, form.get('key'))
  const points = Number(form.get('points'))
  if (!rateable || ![1, 2, 3, 4, 5].includes(points)) return sayNot(ctx, 'unknown')
  const done = await rate(council, { ...rateable, points, at: now, today })
  return done === 'done' ? seeOther(path(lang, '/how-was-it/thanks')) : sayNot(ctx, done)
}

function thank(ctx: Ctx): Reply {
  const { lang } = ctx
  const words = wordsFor(lang)
  return show(ctx, {
    title: words.rateThanks,
    main: thanksPage(lang),
    backLink: { href: path(lang, '/services'), text: words.allServices },
  })
}

function sayNot(ctx: Ctx, because: 'rated' | 'unknown'): Reply {
  const words = wordsFor(ctx.lang)
  const title = because === 'rated' ? words.rateBeforeTitle : words.rateGone
  return show(ctx, { title, main: notRatedPage(ctx.lang, because) }, because === 'rated' ? 200 : 404)
}
