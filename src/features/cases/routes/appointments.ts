/** The routes on which staff book, change and cancel an appointment for somebody, or record that nobody came. */
import { wordsIn } from '#core/definition/words.ts'
import type { Appointment } from '#core/definition/model/casework.ts'
import { path } from '#http/language.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { actOnCase, openCaseFor } from '../commands/act.ts'
import { bookableTime, findAppointment, timesFor } from '../commands/book.ts'
import type { Opened } from '../commands/opened.ts'
import type { Deed } from '../domain/index.ts'
import { appointmentPage } from '../views/appointment-page.ts'
import { sayIn } from '../words/index.ts'
import { seqIn } from './deed-form.ts'
import { refusalWords } from './refusal-words.ts'
import { openDesk } from './view.ts'

const one = '/staff/cases/:id/appointments/:appointment'

export const appointmentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: one,
    may: 'cases.work',
    audit: 'case-appointment-read',
    handle: (ctx) => withAppointment(ctx, (at) => shown(ctx, at)),
  },
  { method: 'POST', path: one, may: 'cases.work', audit: 'case-appointment-booked', handle: book },
  {
    method: 'POST',
    path: `${one}/cancel`,
    may: 'cases.work',
    audit: 'case-appointment-cancelled',
    handle: (ctx) => withAppointment(ctx, (at) => act(ctx, at, { do: 'unbook', appointment: at.declared.id })),
  },
  {
    method: 'POST',
    path: `${one}/missed`,
    may: 'cases.work',
    audit: 'case-appointment-missed',
    handle: (ctx) => withAppointment(ctx, (at) => act(ctx, at, { do: 'miss', appointment: at.declared.id })),
  },
]

type At = { readonly opened: Opened; readonly declared: Appointment }

async function withAppointment(ctx: Ctx, work: (at: At) => Promise<Reply>): Promise<Reply> {
  const opened = await openCaseFor(ctx.council, ctx.actor, param(ctx, 'id'))
  const declared = opened && findAppointment(opened, param(ctx, 'appointment'))
  return declared ? work({ opened, declared }) : problem('not-found')
}

function book(ctx: Ctx): Promise<Reply> {
  return withAppointment(ctx, async (at) => {
    const asked = { declared: at.declared, slot: ctx.form.get('time'), at: ctx.now, today: ctx.today }
    const time = await bookableTime(ctx.council, at.opened, asked)
    return time ? act(ctx, at, { do: 'book', time }) : shown(ctx, at, sayIn(ctx.lang)('refusedNoSuchTime'))
  })
}

async function act(ctx: Ctx, at: At, deed: Deed): Promise<Reply> {
  const caseId = at.opened.current.id
  const acted = await actOnCase(ctx.council, { actor: ctx.actor, at: ctx.now, today: ctx.today }, { caseId, seq: seqIn(ctx.form), deed })
  if ('done' in acted) return seeOther(path(ctx.lang, `/staff/cases/${caseId}`))
  if (acted.refused === 'no-such-case') return problem('not-found')
  if (acted.refused === 'not-allowed') return problem('not-allowed')
  const { refused } = acted
  const say = sayIn(ctx.lang)
  return withAppointment(ctx, (now) => shown(ctx, now, refused === 'changed' ? say('changedTitle') : say(refusalWords[refused])))
}

async function shown(ctx: Ctx, { opened, declared }: At, fault?: string): Promise<Reply> {
  const [{ desk }, times] = await Promise.all([openDesk(ctx), timesFor(ctx.council, opened, { declared, at: ctx.now, today: ctx.today })])
  const { label } = wordsIn(opened.prepared, ctx.lang).appointment(declared.id)
  return show(ctx, appointmentPage({ desk, opened, appointment: declared.id, label, times, fault }), fault === undefined ? 200 : 409)
}
