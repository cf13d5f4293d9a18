/** The single place for what all pages of a journey have in common: addresses, the frame, and the pages that say why one cannot go on. */
import type { Prepared } from '#core/definition/index.ts'
import { invitations, type Place } from '#http/invite.ts'
import { path } from '#http/language.ts'
import { type Reply, problem, seeOther } from '#http/reply.ts'
import { type Ctx, type Route } from '#http/route.ts'
import { type Content, show } from '#http/shell.ts'
import type { Html } from '#ui/html.ts'
import type { Journey, Origin } from '../commands/journey.ts'
import { findShown, shownAt, shownField, type Stop, type Whereabouts } from '../domain/index.ts'
import { nowherePage, sentBeforePage, unknownPage } from '../views/notices.ts'
import { wordsFor } from '../words/index.ts'

/** A path below the journey's own address, in the language of the request. */
export function below(ctx: Ctx, { origin, service }: Pick<Journey, 'origin' | 'service'>, rest: string): string {
  return path(ctx.lang, `${origin.root}/${service}${rest}`)
}

export function addressOf(ctx: Ctx, journey: Journey, stop: Stop): string {
  if (stop === 'exit') return below(ctx, journey, '/not-here')
  return below(ctx, journey, `/apply/${stop === 'check' ? 'check' : stop.page}`)
}

/** The address of a stop for somebody who keeps the way back to the check page if they came from there. */
export function onwardAddress(ctx: Ctx, journey: Journey, stop: Stop): string {
  return typeof stop === 'string' ? addressOf(ctx, journey, stop) : `${addressOf(ctx, journey, stop)}${returning(ctx)}`
}

/** The address of a page from which one returns to the check page. */
export function changeAddress(ctx: Ctx, journey: Journey, pageId: string): string {
  return `${addressOf(ctx, journey, { page: pageId })}${wayBack}`
}

const wayBack = '?return=check'

/** True when the person came from the check page to change an answer. */
export function isChanging({ query }: Ctx): boolean {
  return query.get('return') === 'check'
}

/** The query that keeps the way back to the check page. */
export function returning(ctx: Ctx): string {
  return isChanging(ctx) ? wayBack : ''
}

/** When the page a form is on was first shown: now, unless it comes back with what is wrong. */
export function shownOn({ form, now }: Ctx): string {
  return findShown(form.get(shownField), now) ?? shownAt(now)
}

/** A page of the journey under the name of its service. */
export function showIn(ctx: Ctx, journey: Journey, { status = 200, ...content }: Content & { readonly status?: number }): Reply {
  const { name } = journey.wording.service
  const service = { name, href: path(ctx.lang, `/services/${journey.service}`) }
  return show(ctx, { service, ...content, title: `${content.title} – ${name}` }, status)
}

/** Links to what else one may do about a page of questions; none for staff who type for somebody. */
export function questionInvites(ctx: Ctx, { origin, service }: Journey, asked: Pick<Place, 'page' | 'question'>): Html | undefined {
  return origin.mayBegin ? invitations(ctx, 'question', { service, ...asked }) : undefined
}

/** The reply where an address does not lead to its page. */
export function redirectOrSay(ctx: Ctx, journey: Journey, whereabouts: Exclude<Whereabouts, { at: 'page' }>): Reply {
  const { lang } = ctx
  const words = wordsFor(lang)
  const startHref = below(ctx, journey, journey.origin.mayBegin ? '/apply' : '')
  if (whereabouts.at === 'elsewhere') return seeOther(onwardAddress(ctx, journey, whereabouts.stop))
  if (whereabouts.at === 'unknown') {
    return showIn(ctx, journey, { title: words.unknownTitle, main: unknownPage({ lang, onHref: startHref }), status: 404 })
  }
  if (!journey.origin.mayBegin) return seeOther(startHref)
  if (whereabouts.at === 'sent') {
    const main = sentBeforePage({ lang, reference: whereabouts.reference, sentHref: below(ctx, journey, '/sent'), startHref })
    return showIn(ctx, journey, { title: words.sentBeforeTitle, main })
  }
  return showIn(ctx, journey, { title: words.nowhereTitle, main: nowherePage({ lang, startHref }), status: 404 })
}

/** A route of a journey, once for each origin: who may use it comes from the origin. */
export type JourneyRoute = Pick<Route, 'method' | 'audit'> & {
  readonly rest: `/${string}`
  readonly handle: (ctx: Ctx, origin: Origin) => Promise<Reply>
}

/** What a handler answers when the council has no such service. */
export const noService = problem('not-found')

/** True when the version walked is not the one now published. */
export function isOld({ prepared }: { prepared: Prepared }, current: string | undefined): boolean {
  return current !== undefined && current !== prepared.version
}
