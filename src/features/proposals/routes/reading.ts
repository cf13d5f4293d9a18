/** The routes on which everybody reads suggested changes: the list, one of them, and what has been hidden. */
import { wordsIn } from '#core/definition/index.ts'
import { listServices } from '#features/services/index.ts'
import { isSignedIn, mayDo } from '#http/actor.ts'
import { path } from '#http/language.ts'
import { problem, type Reply } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { notificationBanner } from '#ui/components/notification-banner.ts'
import { html, type Html } from '#ui/html.ts'
import { wordsIn as uiWords } from '#ui/words/index.ts'
import { isAuthor } from '../commands/moderate.ts'
import { findProposal, findProposals, findStanding, linesOf, listProposals } from '../commands/read.ts'
import { shownToAll } from '../commands/shown.ts'
import { isOpen, pageLength, type Proposal, readFilter, stateOf, statesOf } from '../domain/index.ts'
import { mayChange } from '../policy.ts'
import { backingsBy, findBacking } from '../store/index.ts'
import { backingView } from '../views/backing.ts'
import { hiddenPage } from '../views/hidden-page.ts'
import { listPage, minePage } from '../views/list-page.ts'
import { editWordsFor, wordsFor } from '../words/index.ts'

export const readingRoutes: readonly Route[] = [
  { method: 'GET', path: '/suggestions', may: 'anyone', audit: 'suggestions-read', handle: list },
  { method: 'GET', path: '/suggestions/mine', may: 'proposals.back', audit: 'own-suggestions-read', handle: mine },
  { method: 'GET', path: '/suggestions/:id', may: 'anyone', audit: 'suggestion-read', handle: showOne },
]

async function list(ctx: Ctx): Promise<Reply> {
  const { council, lang, today } = ctx
  const filter = readFilter(ctx.query)
  const { service, shown, from } = filter
  const overdueOn = shown === 'overdue' ? today : undefined
  const { proposals, found } = await listProposals(council, { service, states: statesOf(shown), overdueOn, from, most: pageLength })
  const services = (await listServices(council)).map(({ service: id, prepared }) => ({
    id,
    name: wordsIn(prepared, prepared.languages.includes(lang) ? lang : (prepared.languages[0] ?? lang)).service.name,
  }))
  services.sort((a, b) => a.name.localeCompare(b.name, lang))
  const main = listPage({ lang, today, filter, services, listed: await linesOf(council, proposals, lang), found })
  return show(ctx, { title: wordsFor(lang).listTitle, main })
}

async function mine(ctx: Ctx): Promise<Reply> {
  const { council, lang, today, actor } = ctx
  const words = wordsFor(lang)
  const { proposals } = await listProposals(council, { author: actor.id })
  const backings = await council.store.transaction((tx) => backingsBy(tx, actor.id))
  const backed = await findProposals(
    council,
    backings.map(({ proposal }) => proposal),
  )
  const wording = new Map(backings.map(({ proposal, digest }) => [proposal, digest]))
  const lines = (await linesOf(council, backed, lang)).map((one) => {
    const isEarlier = isOpen(one.proposal) && wording.get(one.proposal.id) !== one.proposal.content?.digest
    return isEarlier ? { ...one, note: words.mineAsk } : one
  })
  const main = minePage({ lang, today, made: await linesOf(council, proposals, lang), backed: lines })
  return show(ctx, { title: words.mineTitle, main, backLink: { href: path(lang, '/suggestions') } })
}

async function showOne(ctx: Ctx): Promise<Reply> {
  const { council, lang } = ctx
  const id = param(ctx, 'id')
  const stands = await findStanding(council, id)
  if (!stands) return problem('not-found')
  if (stands.state === 'hidden') return await showHidden(ctx, id)
  const shown = await shownToAll(ctx, id, stands)
  const { proposal } = shown
  const own = isSignedIn(ctx.actor) ? await ownBacking(ctx, proposal) : undefined
  const backing =
    proposal.content &&
    backingView({
      lang,
      id,
      csrf: ctx.csrf,
      digest: stateOf(proposal) === 'changed' ? proposal.content.digest : undefined,
      count: stands.backings,
      earlier: stands.earlier,
      own,
    })
  const main = [newsOf(ctx), shown.before, backing, shown.after, doing(ctx, proposal)]
  return show(ctx, { title: shown.title, main, backLink: { href: path(lang, '/suggestions') } })
}

async function ownBacking({ council, actor }: Ctx, { id, content }: Proposal): Promise<'this' | 'earlier' | 'none'> {
  const digest = await council.store.transaction((tx) => findBacking(tx, { proposal: id, person: actor.id }))
  if (digest === undefined) return 'none'
  return digest === content?.digest ? 'this' : 'earlier'
}

function newsOf({ lang, query }: Ctx): Html | undefined {
  const words = wordsFor(lang)
  const told = new Map([
    ['suggested', words.suggestDone],
    ['backed', words.backDone],
    ['taken', words.backTaken],
    ['changed', words.backChanged],
    ['appealed', words.appealDone],
    ['kept', editWordsFor(lang).kept],
  ])
  const text = told.get(query.get('done') ?? '')
  return text === undefined ? undefined : notificationBanner({ titleText: uiWords(lang).important, text })
}

/** What this reader may do besides backing it. */
function doing(ctx: Ctx, proposal: Proposal): Html | undefined {
  const { actor, lang, csrf } = ctx
  const words = wordsFor(lang)
  const isOwn = isAuthor(proposal, actor)
  const at = path(lang, `/suggestions/${proposal.id}`)
  const links = [
    ...(mayChange(actor, proposal, isOwn)
      ? [{ href: `${at}/change`, text: proposal.content ? words.changeFurther : words.makeExact }]
      : []),
    ...(mayDo(actor, 'proposals.read') ? [{ href: path(lang, `/staff/suggestions/${proposal.id}`), text: words.staffLink }] : []),
  ]
  const content = html`<input type="hidden" name="_csrf" value="${csrf}">${button({ text: words.withdrawButton, classes: 'govuk-button--secondary' })}`
  return html`${links.length > 0 && html`<ul class="govuk-list">${links.map(({ href, text }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`}
${isOwn && isOpen(proposal) && html`<form method="post" action="${at}/withdraw">${content}</form>`}`
}

async function showHidden(ctx: Ctx, id: string): Promise<Reply> {
  const { lang, csrf, actor, council } = ctx
  const proposal = await findProposal(council, id)
  if (!proposal?.hiding) return problem('not-found')
  const { hiding } = proposal
  const main = [newsOf(ctx), hiddenPage({ lang, csrf, proposal, hiding, isOwn: isAuthor(proposal, actor) })]
  return show(ctx, { title: wordsFor(lang).hiddenTitle, main, backLink: { href: path(lang, '/suggestions') } })
}
