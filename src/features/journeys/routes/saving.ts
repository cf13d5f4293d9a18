/** The routes of saving for later and of coming back. */
import { type Question, readAnswer } from '#core/definition/index.ts'
import { path } from '#http/language.ts'
import { type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { fieldsFrom } from '../commands/answer.ts'
import { byBrowser, findJourney, type Journey } from '../commands/journey.ts'
import { findReturn, sendReturnLink, takeUp } from '../commands/save-for-later.ts'
import { type Draft, frontOf } from '../domain/index.ts'
import { returnGonePage } from '../views/notices.ts'
import { returnPage, savedPage, savePage } from '../views/save-pages.ts'
import { wordsFor } from '../words/index.ts'
import { addressOf, below, noService, redirectOrSay, showIn } from './frame.ts'

export const savingRoutes: readonly Route[] = [
  { method: 'GET', path: '/services/:service/save', may: 'anyone', audit: 'save-page-read', handle: askEmail },
  { method: 'POST', path: '/services/:service/save', may: 'anyone', audit: 'return-link-sent', limited: true, handle: takeEmail },
  { method: 'GET', path: '/services/:service/saved', may: 'anyone', audit: 'saved-page-read', handle: showSaved },
  { method: 'GET', path: '/return/:secret', may: 'anyone', audit: 'return-link-read', handle: askToReturn },
  { method: 'POST', path: '/return/:secret', may: 'anyone', audit: 'draft-taken-up', limited: true, handle: comeBack },
]

/** Read by the same rules as an email address in a service. */
const emailQuestion: Question = { id: 'email', kind: 'email', optional: false, valid: [], yours: false }

function askEmail(ctx: Ctx): Promise<Reply> {
  return withDraft(ctx, (journey) => showSave(ctx, journey, ''))
}

function takeEmail(ctx: Ctx): Promise<Reply> {
  return withDraft(ctx, async (journey, draft) => {
    const words = wordsFor(ctx.lang)
    const { answer, flaws } = readAnswer(emailQuestion, fieldsFrom(ctx))
    if (typeof answer !== 'string') return showSave(ctx, journey, flaws.length > 0 ? words.saveWrong : words.saveMissing)
    await sendReturnLink(ctx, draft, { email: answer, service: journey.wording.service.name })
    return seeOther(below(ctx, journey, '/saved'))
  })
}

function showSaved(ctx: Ctx): Promise<Reply> {
  return withDraft(ctx, (journey) => {
    const onHref = addressOf(ctx, journey, frontOf(journey.walked))
    return showIn(ctx, journey, { title: wordsFor(ctx.lang).savedTitle, main: savedPage({ lang: ctx.lang, onHref }) })
  })
}

async function withDraft(ctx: Ctx, work: (journey: Journey, draft: Draft) => Reply | Promise<Reply>): Promise<Reply> {
  const journey = await findJourney(ctx, byBrowser)
  if (!journey) return noService
  const { draft } = journey
  if (!draft) return redirectOrSay(ctx, journey, { at: 'nowhere' })
  return draft.reference === undefined ? work(journey, draft) : redirectOrSay(ctx, journey, { at: 'sent', reference: draft.reference })
}

function showSave(ctx: Ctx, journey: Journey, fault: string): Reply {
  const { lang, csrf } = ctx
  const main = savePage({ lang, csrf, email: ctx.form.get('email'), fault: fault || undefined })
  const backLink = { href: addressOf(ctx, journey, frontOf(journey.walked)) }
  return showIn(ctx, journey, { title: wordsFor(lang).saveTitle, main, backLink, error: fault !== '' })
}

/** A link in an email may be opened by a program first, so opening it changes nothing. It leads on in the language of the draft. */
async function askToReturn(ctx: Ctx): Promise<Reply> {
  const { lang, csrf } = ctx
  const draft = await findReturn(ctx, param(ctx, 'secret'))
  return draft ? show(ctx, { title: wordsFor(lang).returnTitle, main: returnPage({ lang, csrf }) }) : showGone(ctx)
}

async function comeBack(ctx: Ctx): Promise<Reply> {
  const draft = await takeUp(ctx, param(ctx, 'secret'))
  return draft ? seeOther(path(ctx.lang, `/services/${draft.service}/apply`)) : showGone(ctx)
}

function showGone(ctx: Ctx): Reply {
  const { lang } = ctx
  const main = returnGonePage({ lang, servicesHref: path(lang, '/services') })
  return show(ctx, { title: wordsFor(lang).returnGoneTitle, main }, 410)
}
