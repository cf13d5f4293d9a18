/** The addresses of trials: an officer's page of each, with the button that makes it public, and everybody's page of what was made public. */
import { prepare } from '#core/definition/index.ts'
import { mayDo } from '#http/actor.ts'
import { path } from '#http/language.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { equalityQuestions, findEqualities } from './commands/equality.ts'
import { findExample } from './commands/example.ts'
import { releaseTrial } from './commands/release.ts'
import { callTrialOff, findTrial, sameRuns, tryAgain, versionsOf } from './commands/try.ts'
import { readChoice, splitsOf } from './domain/index.ts'
import { examplePage } from './views/example-page.ts'
import { groupsPage } from './views/groups-page.ts'
import { publicPage, type TrialPage, trialPage } from './views/trial-page.ts'
import { wordsFor } from './words/index.ts'

export const routes: readonly Route[] = [
  { method: 'GET', path: '/staff/trials/:trial', may: 'replay.read', audit: 'trial-read', handle: (ctx) => showTrial(ctx) },
  { method: 'POST', path: '/staff/trials/:trial/release', may: 'replay.release', audit: 'trial-released', handle: release },
  { method: 'POST', path: '/staff/trials/:trial/again', may: 'replay.release', audit: 'trial-asked-for', handle: again },
  { method: 'GET', path: '/staff/trials/:trial/groups', may: 'replay.read', audit: 'trial-read-by-group', handle: showGroups },
  { method: 'POST', path: '/staff/trials/:trial/call-off', may: 'replay.release', audit: 'trial-called-off', handle: stop },
  { method: 'GET', path: '/staff/trials/:trial/cases/:id', may: 'cases.read', audit: 'case-read', handle: showExample },
  { method: 'GET', path: '/trials/:trial', may: 'anyone', audit: 'released-trial-read', handle: showReleased },
]

/** `note` is what just came of it, `posted` a choice that could not be taken. */
type News = Pick<TrialPage, 'note' | 'posted'>

async function showTrial(ctx: Ctx, news: News = {}): Promise<Reply> {
  const { council, actor } = ctx
  const run = await findTrial(council, param(ctx, 'trial'))
  if (run === undefined) return problem('not-found')
  const { to } = await versionsOf(council, run)
  const same = await sameRuns(council, run)
  const hasGroups = equalityQuestions(to).length > 0
  const page = { run, same, hasGroups, offered: splitsOf(prepare(to)), mayRelease: mayDo(actor, 'replay.release'), ...news }
  return show(ctx, trialPage(ctx, page))
}

async function again(ctx: Ctx): Promise<Reply> {
  const { council, actor, now: at, today, form, lang } = ctx
  const run = await findTrial(council, param(ctx, 'trial'))
  if (run === undefined) return problem('not-found')
  const choice = readChoice(form, { offered: splitsOf(prepare((await versionsOf(council, run)).to)), today })
  if ('fault' in choice) return showTrial(ctx, { posted: form })
  const { id } = await tryAgain(council, run, { by: actor.id, at, ...choice })
  return seeOther(path(lang, `/staff/trials/${id}`))
}

async function showGroups(ctx: Ctx): Promise<Reply> {
  const { council } = ctx
  const run = await findTrial(council, param(ctx, 'trial'))
  if (run?.trial === undefined || run.ways?.isOfPeople === true) return problem('not-found')
  const questions = equalityQuestions((await versionsOf(council, run)).to)
  return show(ctx, groupsPage(ctx, run, await findEqualities(council, run, questions)))
}

/** Whoever looks reads a case, and may see trials besides. */
async function showExample(ctx: Ctx): Promise<Reply> {
  const { council, actor } = ctx
  if (!mayDo(actor, 'replay.read')) return problem('not-allowed')
  const run = await findTrial(council, param(ctx, 'trial'))
  const example = run && (await findExample(council, { actor, run, id: param(ctx, 'id') }))
  return example ? show(ctx, examplePage(ctx, { run, example })) : problem('not-found')
}

async function release(ctx: Ctx): Promise<Reply> {
  const trial = param(ctx, 'trial')
  const say = wordsFor(ctx.lang)
  const result = await releaseTrial(ctx.council, { trial, by: ctx.actor.id, at: ctx.now })
  if ('refused' in result)
    return result.refused === 'no-such-trial' ? problem('not-found') : showTrial(ctx, { note: say.refused[result.refused] })
  return 'state' in result ? showTrial(ctx, { note: say.publishedSoon }) : seeOther(path(ctx.lang, `/staff/trials/${trial}`))
}

/** One that has ended meanwhile is shown as it ended. */
async function stop(ctx: Ctx): Promise<Reply> {
  const { council, actor, lang } = ctx
  const trial = param(ctx, 'trial')
  if ((await findTrial(council, trial)) === undefined) return problem('not-found')
  await callTrialOff(council, { trial, by: actor.id })
  return seeOther(path(lang, `/staff/trials/${trial}`))
}

async function showReleased(ctx: Ctx): Promise<Reply> {
  const run = await findTrial(ctx.council, param(ctx, 'trial'))
  const content = run && publicPage(ctx, run)
  return content ? show(ctx, content) : problem('not-found')
}
