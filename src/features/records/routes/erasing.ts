/** The route that erases what is held about a person. */
import { problem, type Reply } from '#http/reply.ts'
import { type Ctx, param } from '#http/route.ts'
import { erasePerson } from '../commands/erase.ts'
import { isKnown } from '../commands/people.ts'
import { sayIn } from '../words/index.ts'
import { onPerson } from './reading.ts'

const longest = 300

export async function eraseHeld(ctx: Ctx): Promise<Reply> {
  const { council, actor, now, today, form } = ctx
  const say = sayIn(ctx.lang)
  const person = param(ctx, 'person')
  if (!(await isKnown(council, person))) return problem('not-found')
  const [reason, because, lawKeeps] = [
    form.get('why').trim().slice(0, longest),
    form.get('because').trim().slice(0, longest),
    form.all('stay'),
  ]
  const faults = [
    ...(reason === '' ? [{ field: 'why', text: say('eraseReasonFault') }] : []),
    ...(lawKeeps.length > 0 && because === '' ? [{ field: 'because', text: say('becauseFault') }] : []),
  ]
  if (faults.length > 0) return await onPerson(ctx, { faults })
  const erased = await erasePerson(council, { person, by: actor.id, at: now, today, reason, lawKeeps, because })
  return await onPerson(ctx, { erased })
}
