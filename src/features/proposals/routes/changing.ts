/** The routes on which a suggestion is worked out as an exact change, one typed edit at a time. */
import { prepare, wordsIn } from '#core/definition/index.ts'
import { mayDo } from '#http/actor.ts'
import { path } from '#http/language.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { type Content, show } from '#http/shell.ts'
import { examine, findGround, type Ground, keepEdit, type Kept, type NotExamined } from '../commands/change.ts'
import { isAuthor, textsOf, warningOf } from '../commands/moderate.ts'
import { findProposal } from '../commands/read.ts'
import { serviceName } from '../commands/tell.ts'
import {
  type Examined,
  findEdit,
  findQuestion,
  lacksWords,
  type Proposal,
  readEdit,
  standingIn,
  type Target,
  type Typed,
} from '../domain/index.ts'
import { mayChange } from '../policy.ts'
import { choosePage, questionPage } from '../views/choose-page.ts'
import { becoming, type EditPage, editPage } from '../views/edit-page.ts'
import type { Workshop } from '../views/workshop.ts'
import { editWordsFor, wordsFor } from '../words/index.ts'

export const changingRoutes: readonly Route[] = [
  { method: 'GET', path: '/suggestions/:id/change', may: 'proposals.back', audit: 'change-begun', handle: choose },
  { method: 'GET', path: '/suggestions/:id/change/question', may: 'proposals.back', audit: 'change-begun', handle: chooseEdit },
  { method: 'GET', path: '/suggestions/:id/change/:edit', may: 'proposals.back', audit: 'change-begun', handle: ask },
  { method: 'POST', path: '/suggestions/:id/change/:edit', may: 'proposals.back', audit: 'change-worked-out', handle: take },
]

function choose(ctx: Ctx): Promise<Reply> {
  return within(ctx, ({ workshop }) => showIn(ctx, workshop, { title: editWordsFor(ctx.lang).title, main: choosePage(workshop) }))
}

function chooseEdit(ctx: Ctx): Promise<Reply> {
  const name = ctx.query.get('part') ?? ''
  return within(ctx, ({ workshop }) => {
    const question = findQuestion(workshop.now, name)
    if (!question) return problem('not-found')
    const main = questionPage(workshop, name, question)
    return showIn(ctx, workshop, { title: editWordsFor(ctx.lang).questionTitle, main, backLink: { href: workshop.root } })
  })
}

export function ask(ctx: Ctx): Promise<Reply> {
  return withTarget(ctx, ({ workshop }, target) => showEdit(ctx, { workshop, target, typed: standingIn(workshop.now, target) }))
}

/** Looking shows what it would do; keeping makes it the next wording. */
function take(ctx: Ctx): Promise<Reply> {
  const typed = typedIn(ctx)
  return withTarget(ctx, async ({ workshop, ground, proposal }, target) => {
    const { council, actor, now: at, today, lang, form } = ctx
    const view = { workshop, target, typed }
    if (lacksWords(workshop.now, target, typed)) return showEdit(ctx, { ...view, said: [editWordsFor(lang).missingWords] })
    const amendment = readEdit(workshop.now, target, typed)
    if (!amendment) return showEdit(ctx, { ...view, said: [editWordsFor(lang).nothing] })
    const examined = await examine(council, ground, { service: proposal.service, lang, now: at, amendment })
    if (form.get('step') !== 'keep') return showEdit(ctx, { ...view, ...toldOf(ctx, examined, '') })
    const settling = { expect: form.all('expect'), become: becomeIn(typed) }
    const editing = { actor, at, today, lang, seq: Number(form.get('seq')), amendment, ...settling, warned: form.get('warned') }
    const kept = await keepEdit(council, proposal, editing)
    if ('done' in kept) return seeOther(path(lang, `/suggestions/${proposal.id}?done=kept`))
    return showEdit(ctx, {
      ...view,
      ...('after' in examined ? { examined, checks: examined.checks } : {}),
      ...toldOf(ctx, kept, textsOf(amendment).join('\n')),
    })
  })
}

export function typedIn({ form }: Ctx): Typed {
  return Object.fromEntries([...form.fields.keys()].map((name) => [name, form.get(name)]))
}

/** What becomes of example people who chose what can no longer be chosen, by their file. */
function becomeIn(typed: Typed): Readonly<Record<string, string>> {
  const chosen = Object.entries(typed).filter(([name, value]) => name.startsWith(becoming) && value !== '')
  return Object.fromEntries(chosen.map(([name, value]) => [name.slice(becoming.length), value]))
}

export type Told = Pick<EditPage, 'said' | 'faults' | 'lock' | 'examined' | 'warned' | 'checks'>

export function toldOf({ lang }: Ctx, came: Kept | Examined | NotExamined, texts: string): Told {
  const words = editWordsFor(lang)
  if ('lock' in came) return { lock: came.lock }
  if ('faults' in came) return { faults: came.faults, checks: came.checks }
  if ('nothing' in came) return { said: [words.nothing] }
  if ('after' in came) return { examined: came, checks: came.checks }
  if ('details' in came) return { warned: { details: came.details, name: warningOf(texts) } }
  if ('flaw' in came) return { said: [wordsFor(lang).flaws[came.flaw]] }
  return 'refused' in came ? { said: [words.refused[came.refused]] } : {}
}

/** Why there is nothing to show, such as that what was typed so far is no amount. */
export function reasonIn({ lang }: Ctx, { said = [], faults = [], lock }: Told): string {
  const words = editWordsFor(lang)
  const told = [...faults.map(({ message, help }) => `${message[lang]} ${help[lang]}`), ...said]
  return lock ? `${words.lockTitle}. ${words.lockBody(lock.law)}` : told.join(' ')
}

/** `about` begins the title of a page that has an address of its own beside the edit's. */
export function showEdit(ctx: Ctx, view: Omit<EditPage, 'nation' | 'mayTry'>, about?: string): Reply {
  const { workshop, target } = view
  const main = editPage({ ...view, nation: ctx.council.settings.nation, mayTry: mayDo(ctx.actor, 'replay.read') })
  const error = view.said !== undefined || view.faults !== undefined || view.warned !== undefined
  const title = [...(about === undefined ? [] : [about]), editWordsFor(ctx.lang).edits[target.edit]].join(': ')
  return showIn(ctx, workshop, { title, main, backLink: { href: workshop.root }, error })
}

function showIn(ctx: Ctx, { proposal, service }: Workshop, content: Content): Reply {
  const { lang } = ctx
  const name = { name: service, href: path(lang, `/services/${proposal.service}`) }
  return show(ctx, { service: name, backLink: { href: path(lang, `/suggestions/${proposal.id}`) }, ...content })
}

type Place = { readonly workshop: Workshop; readonly ground: Ground; readonly proposal: Proposal }

export function withTarget(ctx: Ctx, work: (place: Place, target: Target) => Promise<Reply> | Reply): Promise<Reply> {
  const edit = findEdit(param(ctx, 'edit'))
  const part = ctx.query.get('part') ?? ''
  return within(ctx, (place) => (edit === undefined || part.length > 300 ? problem('not-found') : work(place, { edit, part })))
}

async function within(ctx: Ctx, work: (place: Place) => Promise<Reply> | Reply): Promise<Reply> {
  const { council, lang, csrf, actor } = ctx
  const proposal = await findProposal(council, param(ctx, 'id'))
  if (!proposal) return problem('not-found')
  if (!mayChange(actor, proposal, isAuthor(proposal, actor))) return problem('not-allowed')
  const ground = await findGround(council, proposal)
  if (!ground) return problem('conflict')
  const prepared = prepare(ground.now)
  const wording = wordsIn(prepared, prepared.languages.includes(lang) ? lang : (prepared.languages[0] ?? lang))
  const service = await serviceName(council, proposal.service, lang)
  const root = path(lang, `/suggestions/${proposal.id}/change`)
  return await work({ workshop: { lang, csrf, proposal, service, now: ground.now, prepared, wording, root }, ground, proposal })
}
