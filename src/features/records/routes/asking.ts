/** The routes about requests of people and their clocks. */
import { dateFrom } from '#core/value/calendar-date.ts'
import { path } from '#http/language.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param } from '#http/route.ts'
import { isKnown } from '../commands/people.ts'
import { extend, markExported, receive } from '../commands/request.ts'
import { Wish } from '../domain/index.ts'
import { personHref } from '../views/parts.ts'
import { sayIn } from '../words/index.ts'
import { home, onPerson } from './reading.ts'

export async function recordRequest(ctx: Ctx): Promise<Reply> {
  const say = sayIn(ctx.lang)
  const person = param(ctx, 'person')
  if (!(await isKnown(ctx.council, person))) return problem('not-found')
  const about = Wish.safeParse(ctx.form.get('about')).data
  const receivedOn = dayIn(ctx)
  const faults = [
    ...(about === undefined ? [{ field: 'about', text: say('whatFault') }] : []),
    ...(receivedOn === undefined || receivedOn > ctx.today ? [{ field: 'received', text: say('receivedFault') }] : []),
  ]
  if (about === undefined || receivedOn === undefined || faults.length > 0) return await onPerson(ctx, { faults })
  await receive(ctx, { about, person, receivedOn })
  return seeOther(personHref(ctx, person))
}

export async function extendRequest(ctx: Ctx): Promise<Reply> {
  const id = param(ctx, 'id')
  const request = UUID.test(id) ? await extend(ctx, id) : undefined
  if (!request) return await home(ctx, { faults: [{ field: 'find', text: sayIn(ctx.lang)('tooLate') }] })
  return seeOther(path(ctx.lang, '/staff/records'))
}

export async function giveCopy(ctx: Ctx): Promise<Reply> {
  const person = param(ctx, 'person')
  if (!(await isKnown(ctx.council, person))) return problem('not-found')
  await markExported(ctx, person)
  return seeOther(personHref(ctx, person))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function dayIn({ form }: Ctx): string | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => form.get(`received-${part}`).trim())
  const isWritten = [day, month, year].every((part) => /^\d{1,4}$/.test(part ?? ''))
  return isWritten ? dateFrom({ year: Number(year), month: Number(month), day: Number(day) }) : undefined
}
