/** The addresses of example people, all for staff. A case is named in a form, never in an address. */
import { wordsIn, type Prepared, type Wording } from '#core/definition/index.ts'
import { listServices, type Published, publishedService } from '#features/services/index.ts'
import { mayDo } from '#http/actor.ts'
import { path } from '#http/language.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { examplesOf } from './commands/load.ts'
import { makeExample, openChanges, type Remaining, remainingOf, takeOut } from './commands/make.ts'
import { inUse } from './domain.ts'
import { mayMake, mayRead } from './policy.ts'
import { examplesPage } from './views/examples-page.ts'
import { listPage } from './views/list-page.ts'
import { remainingPage } from './views/remaining-page.ts'
import { wordsFor } from './words/index.ts'

const root = '/staff/examples'

export const routes: readonly Route[] = [
  { method: 'GET', path: root, may: mayRead, audit: 'examples-listed', handle: list },
  {
    method: 'GET',
    path: `${root}/:service`,
    may: mayRead,
    audit: 'examples-read',
    handle: (ctx) => withService(ctx, (one) => showExamples(ctx, one)),
  },
  {
    method: 'POST',
    path: `${root}/:service/from-case`,
    may: mayMake,
    audit: 'example-made-of-case',
    handle: (ctx) => withService(ctx, (one) => fromCase(ctx, one)),
  },
  {
    method: 'POST',
    path: `${root}/:service/take-out`,
    may: mayMake,
    audit: 'example-taken-out',
    handle: (ctx) => withService(ctx, (one) => removeExample(ctx, one)),
  },
]

async function list(ctx: Ctx): Promise<Reply> {
  const { lang, council } = ctx
  const published = await listServices(council)
  const services = await Promise.all(
    published.map(async (one) => {
      const { coverage } = await examplesOf(council, one)
      return {
        name: wordingOf(ctx, one.prepared).service.name,
        href: path(lang, `${root}/${one.service}`),
        covered: coverage.covered,
        of: coverage.of,
      }
    }),
  )
  const sorted = services.sort((a, b) => a.name.localeCompare(b.name, lang))
  return show(ctx, { title: wordsFor(lang).title, main: listPage({ lang, services: sorted }) })
}

async function showExamples(ctx: Ctx, published: Published, fault?: string): Promise<Reply> {
  const { lang, csrf, council, actor } = ctx
  const wording = wordingOf(ctx, published.prepared)
  const here = path(lang, `${root}/${published.service}`)
  const said = ctx.query.get('done') ?? ''
  const { done } = wordsFor(lang)
  const main = examplesPage({
    lang,
    csrf,
    wording,
    prepared: published.prepared,
    ...(await examplesOf(council, published)),
    here: mayDo(actor, mayMake) ? here : undefined,
    note: said === 'released' || said === 'taken-out' ? done[said] : undefined,
    fault,
  })
  const backLink = { href: path(lang, root), text: wordsFor(lang).services }
  return show(ctx, { title: wordsFor(lang).titleOf(wording.service.name), main, backLink, error: fault !== undefined, wide: true })
}

/** First what would remain is shown; kept only once it is confirmed. */
async function fromCase(ctx: Ctx, published: Published): Promise<Reply> {
  const { form, lang } = ctx
  const remaining = await remainingOf(ctx, form.get('reference'))
  if (!remaining || remaining.service !== published.service) return showExamples(ctx, published, wordsFor(lang).notFound)
  if (form.get('step') !== 'keep') return showRemaining(ctx, remaining)
  const goesWith = form.get('goes-with')
  const made = await makeExample(ctx, remaining, { title: form.get('title'), goesWith, isConfirmed: form.get('confirmed') === 'yes' })
  if ('done' in made)
    return seeOther(path(lang, goesWith === inUse ? `${root}/${published.service}?done=released` : `/staff/suggestions/${goesWith}`))
  const field = fieldOf[made.refused]
  return showRemaining(ctx, remaining, { text: wordsFor(lang).refused[made.refused], field })
}

/** Where on the form it is mended. */
const fieldOf = {
  'no-title': 'title',
  'not-confirmed': 'confirmed',
  'no-choice': 'goes-with',
  'not-same': 'title',
  'not-in-use': 'goes-with',
  taken: 'title',
  'not-taken': 'title',
} as const

async function removeExample(ctx: Ctx, published: Published): Promise<Reply> {
  const { form, lang } = ctx
  const done = await takeOut(ctx, published.service, form.get('example'))
  return done === 'taken-out' ? seeOther(path(lang, `${root}/${published.service}?done=taken-out`)) : problem('not-found')
}

async function showRemaining(ctx: Ctx, remaining: Remaining, fault?: { readonly text: string; readonly field: string }): Promise<Reply> {
  const { lang, csrf, form } = ctx
  const { service, said, made } = remaining
  const changes = (await openChanges(ctx, service)).map(({ id, content, text }) => {
    const [words = []] = content ? [content.words[lang] ?? Object.values(content.words)[0]] : []
    return { id, title: text ?? words[0] ?? id }
  })
  const main = remainingPage({
    ...{ said, made },
    ...{ lang, csrf, changes, fault },
    wording: wordingOf(ctx, said.prepared),
    reference: form.get('reference'),
    action: path(lang, `${root}/${service}/from-case`),
    typed: { title: form.get('title'), goesWith: form.get('goes-with') },
  })
  const backLink = { href: path(lang, `${root}/${service}`) }
  return show(ctx, { title: wordsFor(lang).remainsTitle, main, backLink, error: fault !== undefined })
}

async function withService(ctx: Ctx, work: (published: Published) => Promise<Reply>): Promise<Reply> {
  const published = await publishedService(ctx.council, param(ctx, 'service'))
  return published ? work(published) : problem('not-found')
}

function wordingOf({ lang }: Ctx, prepared: Prepared): Wording {
  return wordsIn(prepared, prepared.languages.includes(lang) ? lang : (prepared.languages[0] ?? lang))
}
