/** The routes on which a team offers its times. */
import { dateFrom } from '#core/value/calendar-date.ts'
import type { Form } from '#http/form.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { appointmentsFor, findOffered, offerTimes, takeBack, timesOf } from './commands.ts'
import { type Offered, type Plan, planned } from './domain.ts'
import { mayOffer } from './policy.ts'
import { addressOf, listPage, type TimesPage, timesPage } from './views/time-pages.ts'
import { wordsFor } from './words/index.ts'

const one = '/staff/appointments/:service/:appointment'

export const routes: readonly Route[] = [
  { method: 'GET', path: '/staff/appointments', may: mayOffer, audit: 'appointments-listed', handle: showList },
  { method: 'GET', path: one, may: mayOffer, audit: 'times-read', handle: showTimes },
  { method: 'POST', path: one, may: mayOffer, audit: 'times-offered', handle: offer },
  { method: 'POST', path: `${one}/take-back`, may: mayOffer, audit: 'time-taken-back', handle: takeBackOne },
]

async function showList(ctx: Ctx): Promise<Reply> {
  return show(ctx, listPage(ctx, await appointmentsFor(ctx.council, ctx.actor)))
}

function showTimes(ctx: Ctx): Promise<Reply> {
  const words = wordsFor(ctx.lang)
  const count = Number(ctx.query.get('offered') ?? Number.NaN)
  const news = ctx.query.has('taken-back') ? words.takenBack : Number.isSafeInteger(count) && count >= 0 ? words.offered(count) : undefined
  return withOffered(ctx, (offered) => shown(ctx, { offered, news }))
}

function offer(ctx: Ctx): Promise<Reply> {
  return withOffered(ctx, async (offered) => {
    const plan = planned(planIn(ctx.form), ctx.today)
    if ('faults' in plan) return shown(ctx, { offered, wrong: { faults: plan.faults, typed: ctx.form } })
    const { service, appointment, declared } = offered
    const offering = { service, appointment, ...plan, minutes: declared.minutes, by: ctx.actor.id, at: ctx.now }
    const added = await offerTimes(ctx.council, offering)
    return seeOther(`${addressOf(ctx, offered)}?offered=${added}`)
  })
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function takeBackOne(ctx: Ctx): Promise<Reply> {
  return withOffered(ctx, async (offered) => {
    const id = ctx.form.get('time')
    const isGone = uuid.test(id) && (await takeBack(ctx.council, offered, { id, by: ctx.actor.id, at: ctx.now }))
    return seeOther(`${addressOf(ctx, offered)}${isGone ? '?taken-back=yes' : ''}`)
  })
}

async function withOffered(ctx: Ctx, work: (offered: Offered) => Promise<Reply>): Promise<Reply> {
  const asked = { service: param(ctx, 'service'), appointment: param(ctx, 'appointment') }
  const offered = await findOffered(ctx.council, ctx.actor, asked)
  return offered ? work(offered) : problem('not-found')
}

async function shown(ctx: Ctx, page: Omit<TimesPage, 'times'>): Promise<Reply> {
  return show(ctx, timesPage(ctx, { ...page, times: await timesOf(ctx.council, page.offered, ctx.today) }))
}

function planIn(form: Form): Plan {
  const weekdays = form
    .all('weekdays')
    .map(Number)
    .filter((day) => Number.isInteger(day) && day >= 1 && day <= 7)
  return {
    from: dayIn(form, 'from'),
    to: dayIn(form, 'to'),
    weekdays,
    hours: form.get('hours').slice(0, 500),
    places: form.get('places').trim(),
  }
}

/** The day typed in three fields; empty where it is none. */
function dayIn(form: Form, name: string): string {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => Number(form.get(`${name}-${part}`)))
  return (day && month && year && dateFrom({ day, month, year })) || ''
}
