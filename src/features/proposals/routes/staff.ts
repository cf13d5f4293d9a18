/** The routes on which staff deal with suggestions: the list, and everything that is done to one before it is decided. */
import { wordsIn } from '#core/definition/index.ts'
import { gateList, listServices, sponsorRole } from '#features/services/index.ts'
import { mayDo } from '#http/actor.ts'
import { path } from '#http/language.ts'
import { type Reply } from '#http/reply.ts'
import type { Ctx, Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { decline, describeEffects, rebase } from '../commands/decide.ts'
import { checksFor, examplesView, gatesFor, isOutdated } from '../commands/evidence.ts'
import { hide, judgeAppeal } from '../commands/moderate.ts'
import { linesOf, listProposals } from '../commands/read.ts'
import { serviceName } from '../commands/tell.ts'
import { findChoice, findTrialView, isDone, isGoingOn, publishTrial, tryIt } from '../commands/trial.ts'
import {
  currentTrial,
  type Effect,
  isOpen,
  effectKinds,
  pageLength,
  type Proposal,
  readFilter,
  Rule,
  type Savings,
  stateOf,
  statesOf,
  ways,
} from '../domain/index.ts'
import { inboxPage } from '../views/inbox-page.ts'
import { titleOf } from '../views/parts.ts'
import { workPage } from '../views/work-page.ts'
import { deskWordsFor } from '../words/index.ts'
import { backTo, newsOf, staffRoot, withProposal } from './frame.ts'

export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: '/staff/suggestions', may: 'proposals.read', audit: 'suggestions-worked-on', handle: list },
  {
    method: 'GET',
    path: '/staff/suggestions/:id',
    may: 'proposals.read',
    audit: 'suggestion-worked-on',
    handle: (ctx) => withProposal(ctx, (one) => showWork(ctx, one)),
  },
  { method: 'POST', path: '/staff/suggestions/:id/effects', may: 'proposals.work', audit: 'effects-described', handle: takeEffects },
  { method: 'POST', path: '/staff/suggestions/:id/try', may: 'proposals.work', audit: 'change-tried', handle: takeTry },
  { method: 'POST', path: '/staff/suggestions/:id/publish-trial', may: 'proposals.work', audit: 'trial-published', handle: takePublish },
  { method: 'POST', path: '/staff/suggestions/:id/rebase', may: 'proposals.work', audit: 'change-fitted', handle: takeRebase },
  { method: 'POST', path: '/staff/suggestions/:id/decline', may: 'proposals.work', audit: 'suggestion-declined', handle: takeDecline },
  { method: 'POST', path: '/staff/suggestions/:id/hide', may: 'proposals.moderate', audit: 'suggestion-hidden', handle: takeHide },
  { method: 'POST', path: '/staff/suggestions/:id/judge', may: 'proposals.moderate', audit: 'appeal-judged', handle: takeJudge },
]

async function list(ctx: Ctx): Promise<Reply> {
  const { council, lang, today, actor } = ctx
  const filter = readFilter(ctx.query)
  const { service, shown, from } = filter
  const overdueOn = shown === 'overdue' ? today : undefined
  const { proposals, found } = await listProposals(council, { service, states: statesOf(shown), overdueOn, from, most: pageLength })
  const hidden = (await listProposals(council, { states: ['hidden'] })).proposals.filter(({ hiding }) => hiding?.appeal && !hiding.upheld)
  const appealed = await Promise.all(
    hidden.map(async (proposal) => ({ proposal, service: await serviceName(council, proposal.service, lang) })),
  )
  const services = (await listServices(council)).map(({ service: id, prepared }) => ({
    id,
    name: wordsIn(prepared, prepared.languages.includes(lang) ? lang : (prepared.languages[0] ?? lang)).service.name,
  }))
  const yours = proposals.filter((one) => stateOf(one) === 'changed' && waitsFor(ctx, one)).map(({ id }) => id)
  const listed = await linesOf(council, proposals, lang)
  const main = inboxPage({
    lang,
    today,
    filter,
    services,
    listed,
    found,
    yours: new Set(yours),
    appealed: mayDo(actor, 'proposals.moderate') ? appealed : [],
  })
  return show(ctx, { title: deskWordsFor(lang).inboxTitle, main, wide: true })
}

/** True when this is for the reader to decide and they have not yet. */
function waitsFor({ council, actor }: Ctx, { service, verdicts, interests }: Proposal): boolean {
  const role = sponsorRole(council, service, actor)
  return role !== undefined && ![...verdicts, ...interests].some((one) => one.role === role)
}

/** What is wrong, and what was typed where that is to be mended. */
type Wrong = { readonly fault?: string; readonly posted?: Ctx['form'] }

async function showWork(ctx: Ctx, proposal: Proposal, { fault, posted }: Wrong = {}): Promise<Reply> {
  const { council, lang, csrf, today, actor, now } = ctx
  const service = await serviceName(council, proposal.service, lang)
  const trial = currentTrial(proposal)
  const main = workPage({
    ...{ lang, csrf, today, proposal, service, fault },
    languages: council.settings.languages,
    mayWork: mayDo(actor, 'proposals.work'),
    mayModerate: mayDo(actor, 'proposals.moderate'),
    isOwnHiding: proposal.hiding?.by === actor.id,
    isOneOfTheTwo: sponsorRole(council, proposal.service, actor) !== undefined,
    isOutdated: await isOutdated(council, proposal),
    gates: proposal.content && gateList(await gatesFor(council, proposal, now), lang),
    checks: await checksFor(council, proposal, { lang, at: now }),
    examples: await examplesView(council, proposal, lang),
    trial: trial && (await findTrialView(council, trial, lang)),
    choice: mayDo(actor, 'proposals.work') && isOpen(proposal) ? await findChoice(council, proposal, { lang, today, posted }) : undefined,
    isTrialPublished: trial?.isReleased ?? false,
    isTrialGoingOn: trial !== undefined && (await isGoingOn(council, trial)),
    isTrialDone: trial !== undefined && (await isDone(council, trial)),
  })
  const title = titleOf(proposal, lang, service)
  return show(ctx, { title, main: [newsOf(ctx), main], backLink: { href: path(lang, staffRoot) }, error: fault !== undefined })
}

type Refusal = keyof ReturnType<typeof deskWordsFor>['refused']

/** Does it and goes back with the news, or shows the page with why not. */
function doing(
  ctx: Ctx,
  done: Parameters<typeof backTo>[2],
  work: (id: string) => Promise<{ done: Proposal } | { refused: Refusal }>,
): Promise<Reply> {
  return withProposal(ctx, async (proposal) => {
    const came = await work(proposal.id)
    return 'done' in came
      ? backTo(ctx, proposal.id, done)
      : showWork(ctx, proposal, { fault: deskWordsFor(ctx.lang).refused[came.refused] })
  })
}

function takeEffects(ctx: Ctx): Promise<Reply> {
  const { council, actor, now: at, form } = ctx
  const savings = savingsIn(form.get('hours'), form.get('pounds'))
  return doing(ctx, 'effects', async (id) =>
    savings ? describeEffects(council, id, { actor, at, effects: effectsIn(ctx), savings }) : { refused: 'bad-number' },
  )
}

function effectsIn({ form, council }: Ctx): readonly Effect[] {
  return effectKinds.map((kind) => {
    const said = council.settings.languages.map((lang) => [lang, form.get(`effect-${kind}-${lang}`).trim().slice(0, 500)] as const)
    const words = Object.fromEntries(said.filter(([, text]) => text !== ''))
    return { kind, way: ways.find((way) => way === form.get(`way-${kind}`)) ?? 'unknown', words }
  })
}

/** Undefined where something was entered that is no whole number. */
function savingsIn(hours: string, pounds: string): Savings | undefined {
  const [read, isWrong] = [
    (text: string) => Number(text.replace(/[£,\s]/g, '')),
    (text: string) => text.trim() !== '' && !/^-?\d{1,9}$/.test(text.replace(/[£,\s]/g, '')),
  ]
  if (isWrong(hours) || isWrong(pounds)) return undefined
  return { ...(hours.trim() === '' ? {} : { hours: read(hours) }), ...(pounds.trim() === '' ? {} : { pounds: read(pounds) }) }
}

function takeTry(ctx: Ctx): Promise<Reply> {
  const { council, actor, now: at, today, form } = ctx
  const chosen = form.has('since-day') ? { posted: form, today } : undefined
  return withProposal(ctx, async (proposal) => {
    const came = await tryIt(council, proposal.id, { actor, at, ...(chosen ? { chosen } : {}) })
    if ('refused' in came)
      return showWork(ctx, proposal, {
        fault: deskWordsFor(ctx.lang).refused[came.refused],
        ...(came.refused === 'bad-day' ? { posted: form } : {}),
      })
    const { trial } = came.done
    return backTo(ctx, proposal.id, trial && (await isDone(council, trial)) ? 'tried' : 'trying')
  })
}

function takePublish(ctx: Ctx): Promise<Reply> {
  const { council, actor, now: at } = ctx
  return doing(ctx, 'released', (id) => publishTrial(council, id, { actor, at }))
}

function takeRebase(ctx: Ctx): Promise<Reply> {
  const { council, actor, now: at, today } = ctx
  return doing(ctx, 'rebased', (id) => rebase(council, id, { actor, at, today }))
}

function takeDecline(ctx: Ctx): Promise<Reply> {
  const { council, actor, now: at, today, lang, form } = ctx
  return doing(ctx, 'declined', (id) => decline(council, id, { actor, at, today, lang, reasons: form.get('reasons') }))
}

function takeHide(ctx: Ctx): Promise<Reply> {
  const { council, actor, now: at, form } = ctx
  const rule = Rule.options.find((one) => one === form.get('rule'))
  const note = form.get('note').trim().slice(0, 2000)
  return doing(ctx, 'hidden', async (id) => (rule ? hide(council, id, { actor, at, rule, note }) : { refused: 'no-rule' }))
}

function takeJudge(ctx: Ctx): Promise<Reply> {
  const { council, actor, now: at, form } = ctx
  const note = form.get('note').trim().slice(0, 2000)
  return doing(ctx, 'judged', (id) => judgeAppeal(council, id, { actor, at, note, isShown: form.get('shown') === 'yes' }))
}
