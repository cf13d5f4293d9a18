/** The routes on which people book, change and cancel the appointments of what they applied for. */
import { calendarFile } from '#core/value/calendar-file.ts'
import type { ResidentAct, ResidentAppointment, ResidentCase, ResidentDone } from '#features/cases/index.ts'
import { path } from '#http/language.ts'
import { file, problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { actOnFollowed, findFollowed, timesOfFollowed } from '../commands/follow.ts'
import { cancelPage, timesPage } from '../views/appointment-pages.ts'
import { wordsFor } from '../words/index.ts'

const one = '/track/:reference/appointments/:appointment'

export const appointmentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: one,
    may: 'anyone',
    audit: 'own-appointment-read',
    handle: (ctx) => withAppointment(ctx, (at) => showTimes(ctx, at)),
  },
  { method: 'POST', path: one, may: 'anyone', audit: 'own-appointment-booked', handle: book },
  {
    method: 'GET',
    path: `${one}/cancel`,
    may: 'anyone',
    audit: 'own-appointment-read',
    handle: (ctx) => withAppointment(ctx, (at) => askToCancel(ctx, at)),
  },
  { method: 'POST', path: `${one}/cancel`, may: 'anyone', audit: 'own-appointment-cancelled', handle: cancel },
  {
    method: 'GET',
    path: `${one}/calendar.ics`,
    may: 'anyone',
    audit: 'own-appointment-downloaded',
    handle: (ctx) => withAppointment(ctx, (at) => calendar(ctx, at)),
  },
]

type At = { readonly found: ResidentCase; readonly appointment: ResidentAppointment }

/** Whoever may not see the case is asked again; an appointment that is not theirs to book is not there. */
async function withAppointment(ctx: Ctx, work: (at: At) => Reply | Promise<Reply>): Promise<Reply> {
  const found = await findFollowed(ctx, param(ctx, 'reference'))
  if (!found) return seeOther(path(ctx.lang, '/track'))
  const appointment = found.appointments.find(({ id }) => id === param(ctx, 'appointment'))
  return appointment ? work({ found, appointment }) : problem('not-found')
}

async function showTimes(ctx: Ctx, { found, appointment }: At, fault?: string): Promise<Reply> {
  const { lang, csrf } = ctx
  const times = await timesOfFollowed(ctx, found.reference, appointment.id)
  const backLink = { href: caseAddress(ctx) }
  return show(ctx, {
    title: appointment.label,
    main: timesPage({ lang, csrf, appointment, times, fault }),
    backLink,
    error: fault !== undefined,
  })
}

async function book(ctx: Ctx): Promise<Reply> {
  const done = await act(ctx, { book: { appointment: param(ctx, 'appointment'), slot: ctx.form.get('time') } })
  if ('done' in done) return seeOther(caseAddress(ctx, '?done=booked'))
  const words = wordsFor(ctx.lang)
  const fault = done.refused === 'full' ? words.bookFull : done.refused === 'no-such-time' ? words.bookMissing : undefined
  return fault === undefined ? elsewhere(ctx, done) : withAppointment(ctx, (at) => showTimes(ctx, at, fault))
}

function askToCancel(ctx: Ctx, { appointment }: At): Reply {
  if (!appointment.time) return seeOther(caseAddress(ctx))
  const { lang, csrf } = ctx
  const backHref = caseAddress(ctx)
  return show(ctx, {
    title: wordsFor(lang).bookCancel,
    main: cancelPage({ lang, csrf, appointment, backHref }),
    backLink: { href: backHref },
  })
}

async function cancel(ctx: Ctx): Promise<Reply> {
  const done = await act(ctx, { cancel: { appointment: param(ctx, 'appointment') } })
  return 'done' in done ? seeOther(caseAddress(ctx, '?done=cancelled')) : elsewhere(ctx, done)
}

function elsewhere(ctx: Ctx, done: Exclude<ResidentDone, { readonly done: true }>): Reply {
  if (done.refused === 'no-such-case') return seeOther(path(ctx.lang, '/track'))
  return seeOther(caseAddress(ctx, done.refused === 'too-late-to-change' ? '?done=fixed' : '?done=late'))
}

function act(ctx: Ctx, asked: ResidentAct): Promise<ResidentDone> {
  return actOnFollowed(ctx, param(ctx, 'reference'), asked)
}

function calendar(ctx: Ctx, { found, appointment }: At): Reply {
  if (!appointment.time) return problem('not-found')
  const body = calendarFile({
    uid: `${found.caseId}.${appointment.id}@${new URL(ctx.origin).hostname}`,
    title: `${appointment.label} – ${found.serviceName}`,
    where: appointment.where,
    ...appointment.time,
    stamp: ctx.now,
    revision: found.seq,
  })
  return file({ name: `${appointment.id}.ics`, type: 'text/calendar; charset=utf-8', body })
}

function caseAddress(ctx: Ctx, rest = ''): string {
  return path(ctx.lang, `/track/${param(ctx, 'reference')}${rest}`)
}
