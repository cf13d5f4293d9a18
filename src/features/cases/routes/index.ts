/** The single place for the addresses of cases: read the form, do it, reply. */
import { wordsIn } from '#core/definition/words.ts'
import type { Permission } from '#http/actor.ts'
import { path } from '#http/language.ts'
import { file, problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { actOnCase, type Asked, openCaseFor } from '../commands/act.ts'
import { everyRow, inboxOf } from '../commands/inbox.ts'
import { addressOf, type Filter, isByName, parseTaskKey, readFilter } from '../domain/index.ts'
import { casePage } from '../views/case-page.ts'
import { changedPage } from '../views/changed.ts'
import type { Desk } from '../views/desk.ts'
import { inboxPage } from '../views/inbox.ts'
import { sayIn } from '../words/index.ts'
import { appointmentRoutes } from './appointments.ts'
import { csvHead, csvRows } from './csv.ts'
import { deedNames, type PostedDeed, readAsked, readDeed, seqIn } from './deed-form.ts'
import { refusalWords } from './refusal-words.ts'
import { taskRoutes } from './tasks.ts'
import { openDesk, viewOf } from './view.ts'

const deeds: Readonly<Record<PostedDeed, { readonly may: Permission; readonly audit: string }>> = {
  assign: { may: 'cases.work', audit: 'case-assigned' },
  note: { may: 'cases.work', audit: 'case-noted' },
  ask: { may: 'cases.work', audit: 'case-question-asked' },
  answer: { may: 'cases.work', audit: 'case-answer-recorded' },
  decide: { may: 'cases.decide', audit: 'case-decided' },
  confirm: { may: 'cases.decide', audit: 'case-decision-confirmed' },
  'send-back': { may: 'cases.decide', audit: 'case-decision-sent-back' },
  reopen: { may: 'cases.work', audit: 'case-reopened' },
  pay: { may: 'cases.work', audit: 'case-payment-recorded' },
  withdraw: { may: 'cases.work', audit: 'case-withdrawn' },
  close: { may: 'cases.work', audit: 'case-closed' },
}

export const routes: readonly Route[] = [
  { method: 'GET', path: '/staff/cases', may: 'cases.read', audit: 'cases-listed', handle: showInbox },
  { method: 'POST', path: '/staff/cases', may: 'cases.read', audit: 'cases-listed', handle: filterInbox },
  { method: 'GET', path: '/staff/cases.csv', may: 'cases.export', audit: 'cases-exported', handle: download },
  { method: 'GET', path: '/staff/cases/:id', may: 'cases.read', audit: 'case-read', handle: showCase },
  { method: 'POST', path: '/staff/cases/:id/act/:action', may: 'cases.act', audit: 'case-action-done', handle: doAction },
  { method: 'POST', path: '/staff/cases/:id/give/:task', may: 'cases.work', audit: 'case-task-given', handle: giveTask },
  { method: 'POST', path: '/staff/cases/:id/call-off/:task', may: 'cases.work', audit: 'case-task-called-off', handle: callOffTask },
  ...deedNames.map(
    (name): Route => ({
      method: 'POST',
      path: `/staff/cases/:id/${name}`,
      ...deeds[name],
      handle: (ctx) => act(ctx, name, { caseId: param(ctx, 'id'), seq: seqIn(ctx.form), deed: readDeed(name, ctx.form) }),
    }),
  ),
  ...taskRoutes,
  ...appointmentRoutes,
]

async function showInbox(ctx: Ctx): Promise<Reply> {
  const filter = readFilter(ctx.query)
  return list(ctx, isByName(filter) ? { ...filter, find: undefined } : filter)
}

/** The filters are posted, because a name may be among them; everything else goes on into the address. */
async function filterInbox(ctx: Ctx): Promise<Reply> {
  const filter = readFilter(ctx.form)
  return isByName(filter) ? list(ctx, filter) : seeOther(path(ctx.lang, addressOf(filter)))
}

async function list(ctx: Ctx, filter: Filter): Promise<Reply> {
  const [{ desk, flagName }, inbox] = await Promise.all([openDesk(ctx), inboxOf(ctx.council, ctx.actor, { filter, today: ctx.today })])
  return show(ctx, inboxPage({ desk, filter, inbox, flagName }))
}

async function download(ctx: Ctx): Promise<Reply> {
  const { desk } = await openDesk(ctx)
  const filter = { ...readFilter(ctx.query), after: undefined }
  return file({ name: `cases-${ctx.today}.csv`, type: 'text/csv; charset=utf-8', body: csvParts(desk, filter) })
}

/** The headings, then the rows batch by batch as there is room for them. */
async function* csvParts(desk: Desk, filter: Filter): AsyncGenerator<string> {
  const { council, actor, today } = desk.ctx
  yield csvHead(desk)
  for await (const rows of everyRow(council, actor, { filter, today })) if (rows.length > 0) yield csvRows(desk, rows)
}

async function showCase(ctx: Ctx): Promise<Reply> {
  const opened = await openCaseFor(ctx.council, ctx.actor, param(ctx, 'id'))
  return opened ? show(ctx, casePage(await viewOf(ctx, opened))) : problem('not-found')
}

async function doAction(ctx: Ctx): Promise<Reply> {
  const [caseId, action] = [param(ctx, 'id'), param(ctx, 'action')]
  const opened = await openCaseFor(ctx.council, ctx.actor, caseId)
  if (!opened) return problem('not-found')
  const read = readAsked(opened.prepared, { part: 'actions', id: action }, ctx.form)
  if ('answers' in read)
    return act(ctx, `act/${action}`, { caseId, seq: seqIn(ctx.form), deed: { do: 'act', action, answers: read.answers } })
  const message = wordsIn(opened.prepared, ctx.lang).form('actions', action).fault(read.fault)
  return show(ctx, casePage(await viewOf(ctx, opened, { deed: `act/${action}`, message, typed: ctx.form })))
}

function giveTask(ctx: Ctx): Promise<Reply> {
  const [caseId, task] = [param(ctx, 'id'), param(ctx, 'task')]
  return act(ctx, `give/${task}`, { caseId, seq: seqIn(ctx.form), deed: { do: 'give', task } })
}

async function callOffTask(ctx: Ctx): Promise<Reply> {
  const [caseId, key] = [param(ctx, 'id'), param(ctx, 'task')]
  const place = parseTaskKey(key)
  if (!place) return problem('not-found')
  return act(ctx, `call-off/${key}`, { caseId, seq: seqIn(ctx.form), deed: { do: 'call-off', place, text: ctx.form.get('text') } })
}

async function act(ctx: Ctx, name: string, asked: Asked): Promise<Reply> {
  const acted = await actOnCase(ctx.council, { actor: ctx.actor, at: ctx.now, today: ctx.today }, asked)
  if ('done' in acted) return seeOther(path(ctx.lang, `/staff/cases/${asked.caseId}`))
  if (acted.refused === 'no-such-case') return problem('not-found')
  if (acted.refused === 'not-allowed') return problem('not-allowed')
  if (acted.refused === 'changed') {
    const written = ['text', 'reason', 'receipt'].map((field) => ctx.form.get(field)).filter((text) => text !== '')
    return show(ctx, changedPage(await viewOf(ctx, acted.opened), { since: asked.seq, written }), 409)
  }
  const opened = await openCaseFor(ctx.council, ctx.actor, asked.caseId)
  if (!opened) return problem('not-found')
  const message = sayIn(ctx.lang)(refusalWords[acted.refused])
  return show(ctx, casePage(await viewOf(ctx, opened, { deed: name, message, typed: ctx.form })))
}
