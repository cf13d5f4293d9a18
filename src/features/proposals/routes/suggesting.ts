/** The routes on which somebody suggests a change, from the very page it is about. */
import { wordsIn } from '#core/definition/index.ts'
import { type Published, publishedService } from '#features/services/index.ts'
import { isSignedIn } from '#http/actor.ts'
import { path } from '#http/language.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { warningOf } from '../commands/moderate.ts'
import { suggest, type Suggested } from '../commands/suggest.ts'
import { type SuggestPage, suggestPage } from '../views/suggest-page.ts'
import { wordsFor } from '../words/index.ts'

export const suggestingRoutes: readonly Route[] = [
  { method: 'GET', path: '/services/:service/suggest', may: 'anyone', audit: 'suggestion-begun', handle: begin },
  { method: 'POST', path: '/services/:service/suggest', may: 'anyone', audit: 'suggestion-made', limited: true, handle: take },
]

function begin(ctx: Ctx): Promise<Reply> {
  const typed = { text: '', email: '', page: ctx.query.get('page') ?? '' }
  return withService(ctx, (published) => showForm(ctx, published, { typed, question: ctx.query.get('question') ?? '' }))
}

function take(ctx: Ctx): Promise<Reply> {
  const { form } = ctx
  const typed = { text: form.get('text'), email: form.get('email'), page: form.get('page') }
  const question = form.get('question')
  return withService(ctx, async (published) => {
    const done = await suggest(ctx, published, { ...typed, question, warned: form.get('warned') })
    if ('id' in done) return seeOther(path(ctx.lang, `/suggestions/${done.id}?done=suggested`))
    return showForm(ctx, published, { typed, question, ...shownOf(ctx, done, typed.text) })
  })
}

function shownOf(ctx: Ctx, refused: Exclude<Suggested, { id: string }>, text: string): Pick<SuggestPage, 'fault' | 'warned'> {
  if ('details' in refused) return { warned: { details: refused.details, name: warningOf(text) } }
  const said = wordsFor(ctx.lang).flaws[refused.flaw]
  if (refused.flaw === 'email') return { fault: { field: 'email', text: said } }
  return { fault: { field: 'text', text: said, href: 'like' in refused ? path(ctx.lang, `/suggestions/${refused.like}`) : undefined } }
}

type Shown = Pick<SuggestPage, 'typed' | 'fault' | 'warned'> & { readonly question: string }

function showForm(ctx: Ctx, { prepared, service }: Published, { question: asked, ...shown }: Shown): Reply {
  const { lang, csrf, actor, council } = ctx
  const wording = wordsIn(prepared, prepared.languages.includes(lang) ? lang : (prepared.languages[0] ?? lang))
  const known = prepared.questions.get(asked)
  const main = suggestPage({
    lang,
    csrf,
    isSignedIn: isSignedIn(actor),
    answerDays: council.settings.suggestions['answer-days'],
    pages: prepared.pages.map(({ id }) => ({ id, title: wording.page(id).title })),
    question: known && { id: asked, page: known.page, label: wording.question(asked).label },
    ...shown,
  })
  const { name } = wording.service
  const href = path(lang, `/services/${service}`)
  const { suggestTitle } = wordsFor(lang)
  return show(ctx, {
    title: `${suggestTitle} – ${name}`,
    main,
    service: { name, href },
    backLink: { href: known ? `${href}/apply/${known.page}` : href },
    error: shown.fault !== undefined || shown.warned !== undefined,
  })
}

async function withService(ctx: Ctx, work: (published: Published) => Promise<Reply> | Reply): Promise<Reply> {
  const published = await publishedService(ctx.council, param(ctx, 'service'))
  return published ? work(published) : problem('not-found')
}
