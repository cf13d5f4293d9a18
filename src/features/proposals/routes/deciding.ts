/** The routes on which one of the two who answer for a service weighs a suggested change and decides, with the evidence before them. */
import { isPreElection } from '#http/council.ts'
import { path } from '#http/language.ts'
import { problem, type Reply } from '#http/reply.ts'
import type { Ctx, Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { html } from '#ui/html.ts'
import { decide, decidingOf, declareInterest, editionOf, recordRegard } from '../commands/decide.ts'
import { evidenceOf } from '../commands/evidence.ts'
import { findProposal, findStanding } from '../commands/read.ts'
import { serviceName } from '../commands/tell.ts'
import { type Bar, barFromDeciding, barFromTaking, effectKinds, type Proposal } from '../domain/index.ts'
import { type DecidePage, decidePage } from '../views/decide-page.ts'
import { proposalPage } from '../views/proposal-page.ts'
import { deskWordsFor } from '../words/index.ts'
import { backTo, newsOf, staffRoot, withProposal } from './frame.ts'

export const decidingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/staff/suggestions/:id/decide',
    may: 'proposals.decide',
    audit: 'decision-weighed',
    handle: (ctx) => withProposal(ctx, (one) => showDecision(ctx, one)),
  },
  { method: 'POST', path: '/staff/suggestions/:id/regard', may: 'proposals.decide', audit: 'regard-recorded', handle: takeRegard },
  { method: 'POST', path: '/staff/suggestions/:id/interest', may: 'proposals.decide', audit: 'interest-declared', handle: takeInterest },
  { method: 'POST', path: '/staff/suggestions/:id/decide', may: 'proposals.decide', audit: 'change-decided', handle: takeDecision },
]

async function showDecision(ctx: Ctx, proposal: Proposal, fault?: DecidePage['fault']): Promise<Reply> {
  const { council, lang, csrf, actor, now, today } = ctx
  const deciding = await decidingOf(council, proposal, { actor, at: now })
  if (deciding.role === undefined) return problem('not-allowed')
  const service = await serviceName(council, proposal.service, lang)
  const evidence = await evidenceOf(council, proposal, { lang, at: now })
  const { before } = proposalPage({ lang, today, proposal, service, evidence, isNameless: isPreElection(council, today) })
  const standing = await findStanding(council, proposal.id)
  const main = decidePage({
    ...{
      lang,
      csrf,
      proposal,
      fault,
      role: deciding.role,
      seen: editionOf(proposal),
      evidence: html`${before}`,
      backers: standing?.backings ?? 0,
    },
    bar: barFromTaking(proposal, deciding),
    barNow: barFromDeciding(proposal, deciding, 'approved'),
    typed: Object.fromEntries([...ctx.form.fields.keys()].map((name) => [name, ctx.form.get(name)])),
  })
  const { decideTitle, weighTitle } = deskWordsFor(lang)
  const title = fault?.field.startsWith('regard-') ? weighTitle : decideTitle
  const backLink = { href: path(lang, `${staffRoot}/${proposal.id}`) }
  return show(ctx, { title: `${title} – ${service}`, main: [newsOf(ctx), main], backLink, error: fault !== undefined })
}

function takeRegard(ctx: Ctx): Promise<Reply> {
  const { council, actor, now: at, lang, form } = ctx
  const regard = Object.fromEntries(effectKinds.map((kind) => [kind, form.get(`regard-${kind}`)]))
  return withProposal(ctx, async (proposal) => {
    const came = await recordRegard(council, proposal.id, { actor, at, lang, regard, seen: form.get('seen') })
    if ('done' in came) return backTo(ctx, `${proposal.id}/decide`, 'regard')
    const now = await current(ctx, proposal, came.refused)
    return showDecision(ctx, now, {
      text: said(ctx, came.refused),
      field: came.refused === 'no-language' ? 'regard-language' : 'regard-equality',
    })
  })
}

function takeInterest(ctx: Ctx): Promise<Reply> {
  const { council, actor, now: at, form } = ctx
  return withProposal(ctx, async (proposal) => {
    const came = await declareInterest(council, proposal.id, { actor, at, interest: form.get('interest') })
    if ('done' in came) return backTo(ctx, proposal.id, 'interest')
    return showDecision(ctx, proposal, { text: said(ctx, came.refused), field: 'interest' })
  })
}

function takeDecision(ctx: Ctx): Promise<Reply> {
  const { council, actor, now: at, today, lang, form } = ctx
  const verdict = form.get('verdict')
  return withProposal(ctx, async (proposal) => {
    if (verdict !== 'approved' && verdict !== 'refused') {
      return showDecision(ctx, proposal, { text: deskWordsFor(lang).refused['no-verdict'], field: 'verdict' })
    }
    const wish = {
      actor,
      at,
      today,
      lang,
      verdict,
      reasons: form.get('reasons'),
      hasNoInterest: form.get('no-interest') === 'yes',
      seen: form.get('seen'),
    } as const
    const came = await decide(council, proposal.id, wish)
    if ('done' in came) return backTo(ctx, proposal.id, 'decided')
    const now = await current(ctx, proposal, came.refused)
    return showDecision(ctx, now, { text: said(ctx, came.refused), field: came.refused === 'no-reasons' ? 'reasons' : 'no-interest' })
  })
}

/** What stands there now, where somebody was faster. */
async function current({ council }: Ctx, proposal: Proposal, refused: Refused): Promise<Proposal> {
  return refused === 'stale' ? ((await findProposal(council, proposal.id)) ?? proposal) : proposal
}

type Refused = Bar | keyof ReturnType<typeof deskWordsFor>['refused']

function said({ lang }: Ctx, refused: Refused): string {
  const { bars, refused: refusals } = deskWordsFor(lang)
  const words: Readonly<Record<string, string>> = { ...refusals, ...bars }
  return words[refused] ?? ''
}
