/** The routes that place and lift legal holds. */
import { path } from '#http/language.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param } from '#http/route.ts'
import { isKnown } from '../commands/people.ts'
import { type Cover, hold, lift } from '../commands/request.ts'
import { type Fault, personHref } from '../views/parts.ts'
import { sayIn } from '../words/index.ts'
import { home, onPerson } from './reading.ts'

export async function placeOnCouncil(ctx: Ctx): Promise<Reply> {
  const cover = ctx.form.get('cover') === 'council' ? 'council' : caseNamed(ctx)
  const faults = await place(ctx, cover)
  return faults.length > 0 ? await home(ctx, { faults }) : seeOther(path(ctx.lang, '/staff/records'))
}

export async function placeOnPerson(ctx: Ctx): Promise<Reply> {
  const person = param(ctx, 'person')
  if (!(await isKnown(ctx.council, person))) return problem('not-found')
  const faults = await place(ctx, ctx.form.get('cover') === 'person' ? { person } : caseNamed(ctx))
  return faults.length > 0 ? await onPerson(ctx, { faults }) : seeOther(personHref(ctx, person))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function liftOne(ctx: Ctx): Promise<Reply> {
  const id = param(ctx, 'id')
  if (!UUID.test(id) || !(await lift(ctx, id))) return problem('not-found')
  return seeOther(path(ctx.lang, '/staff/records'))
}

function caseNamed({ form }: Ctx): Cover | undefined {
  return form.get('cover') === 'case' ? { reference: form.get('case') } : undefined
}

async function place(ctx: Ctx, cover: Cover | undefined): Promise<readonly Fault[]> {
  const say = sayIn(ctx.lang)
  const reason = ctx.form.get('reason').trim().slice(0, 300)
  const faults = [
    ...(cover === undefined ? [{ field: 'cover', text: say('holdOnFault') }] : []),
    ...(reason === '' ? [{ field: 'reason', text: say('holdReasonFault') }] : []),
  ]
  if (cover === undefined || faults.length > 0) return faults
  return (await hold(ctx, cover, reason)) ? [] : [{ field: 'case', text: say('holdCaseFault') }]
}
