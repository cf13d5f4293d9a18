/** The routes of tasks: the list of those somebody may do, one of them, and doing it or handing it back. */
import { wordsIn } from '#core/definition/words.ts'
import { path } from '#http/language.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { actOnTask, type OpenTask, openTaskFor, type TaskAddress, taskLimits, taskList, taskNames } from '../commands/task.ts'
import type { Deed, TasksAsked } from '../domain/index.ts'
import { mayRead } from '../policy.ts'
import { type TaskProps, taskListPage, taskPage } from '../views/task-pages.ts'
import { sayIn } from '../words/index.ts'
import { readAsked } from './deed-form.ts'
import { refusalWords } from './refusal-words.ts'
import { readTasksAsked, tasksAddress } from './task-address.ts'
import { openDesk } from './view.ts'

export const taskRoutes: readonly Route[] = [
  { method: 'GET', path: '/staff/tasks', may: 'cases.tasks', audit: 'tasks-listed', handle: showList },
  { method: 'GET', path: '/staff/tasks/:id/:task', may: 'cases.tasks', audit: 'task-read', handle: showTask },
  { method: 'POST', path: '/staff/tasks/:id/:task/done', may: 'cases.tasks', audit: 'task-done', handle: finish },
  { method: 'POST', path: '/staff/tasks/:id/:task/back', may: 'cases.tasks', audit: 'task-handed-back', handle: handBack },
]

async function showList(ctx: Ctx): Promise<Reply> {
  const asked = { ...readTasksAsked(ctx.query), today: ctx.today }
  const [{ desk }, list, services] = await Promise.all([openDesk(ctx), taskList(ctx.council, ctx.actor, asked), taskNames(ctx.council)])
  const wordings = new Map([...services].map(([service, prepared]) => [service, wordsIn(prepared, ctx.lang)]))
  const labelOf = ({ service, task }: { readonly service: string; readonly task: string }) =>
    wordings.get(service)?.task(task).label ?? task
  const address = (changed: Partial<TasksAsked>) => path(ctx.lang, tasksAddress({ ...asked, ...changed }))
  return show(ctx, taskListPage({ desk, list, asked, labelOf, address, mostCounted: taskLimits.counted }))
}

function showTask(ctx: Ctx): Promise<Reply> {
  return withTask(ctx, (task) => shown(ctx, task))
}

function finish(ctx: Ctx): Promise<Reply> {
  return withTask(ctx, async (task) => {
    const { prepared } = task.opened
    const { given, task: id } = task.mark
    const read = readAsked(prepared, { part: 'tasks', id }, ctx.form)
    if ('answers' in read) return act(ctx, 'done', { do: 'finish-task', place: { given, task: id }, answers: read.answers })
    const message = wordsIn(prepared, ctx.lang).form('tasks', id).fault(read.fault)
    return shown(ctx, task, { form: 'done', message, fault: read.fault, typed: ctx.form })
  })
}

function handBack(ctx: Ctx): Promise<Reply> {
  return withTask(ctx, ({ mark: { given, task } }) =>
    act(ctx, 'back', { do: 'hand-back', place: { given, task }, text: ctx.form.get('text') }),
  )
}

async function act(ctx: Ctx, form: 'done' | 'back', deed: Deed<'finish-task'> | Deed<'hand-back'>): Promise<Reply> {
  const moment = { actor: ctx.actor, at: ctx.now, today: ctx.today }
  const acted = await actOnTask(ctx.council, moment, { address: addressIn(ctx), deed })
  if ('done' in acted) return seeOther(path(ctx.lang, `/staff/tasks/${param(ctx, 'id')}/${param(ctx, 'task')}`))
  const { refused } = acted
  if (refused === 'no-such-case' || refused === 'not-allowed' || refused === 'changed') return problem('not-found')
  return withTask(ctx, (task) => shown(ctx, task, { form, message: sayIn(ctx.lang)(refusalWords[refused]), typed: ctx.form }))
}

async function withTask(ctx: Ctx, work: (task: OpenTask) => Promise<Reply>): Promise<Reply> {
  const task = await openTaskFor(ctx.council, ctx.actor, addressIn(ctx))
  return task ? work(task) : problem('not-found')
}

async function shown(ctx: Ctx, task: OpenTask, refused?: TaskProps['refused']): Promise<Reply> {
  const { desk } = await openDesk(ctx)
  return show(ctx, taskPage({ desk, task, mayReadCase: mayRead(ctx.actor, task.opened.current), refused }))
}

function addressIn(ctx: Ctx): TaskAddress {
  return { caseId: param(ctx, 'id'), key: param(ctx, 'task') }
}
