/** The routes of groups that repeat: one entry is added or changed on a page of its own, and removed after asking. */
import { type FormFields, fieldsOf } from '#core/definition/index.ts'
import { type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param } from '#http/route.ts'
import { typedFrom } from '#ui/questions/index.ts'
import { fieldsFrom } from '../commands/answer.ts'
import { askedNow, type EntryPlace, findEntry, membersOf, removeEntry, saveEntry } from '../commands/group.ts'
import type { Origin } from '../commands/journey.ts'
import { chosenFields, lookUpAgain } from '../commands/look-up.ts'
import { entriesOf } from '../domain/index.ts'
import { type EntryPage, entryPage, entryTitle, removePage } from '../views/entry-page.ts'
import { wordsFor } from '../words/index.ts'
import {
  addressOf,
  below,
  type JourneyRoute,
  noService,
  onwardAddress,
  questionInvites,
  redirectOrSay,
  returning,
  showIn,
  shownOn,
} from './frame.ts'

export const entryRoutes: readonly JourneyRoute[] = [
  { method: 'GET', rest: '/apply/:page/:entry', audit: 'entry-read', handle: (ctx, origin) => atEntry(ctx, origin, showEntry) },
  { method: 'POST', rest: '/apply/:page/:entry', audit: 'entry-answered', handle: (ctx, origin) => atEntry(ctx, origin, takeEntry) },
  { method: 'GET', rest: '/apply/:page/:entry/remove', audit: 'entry-read', handle: (ctx, origin) => atEntry(ctx, origin, askToRemove) },
  { method: 'POST', rest: '/apply/:page/:entry/remove', audit: 'entry-removed', handle: (ctx, origin) => atEntry(ctx, origin, remove) },
]

/** `undefined` means that the draft was saved from elsewhere: it is loaded again. */
type AtEntry = (ctx: Ctx, place: EntryPlace) => Promise<Reply | undefined> | Reply

const mostTries = 4

async function atEntry(ctx: Ctx, origin: Origin, work: AtEntry): Promise<Reply> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const found = await findEntry(ctx, { origin, pageId: param(ctx, 'page'), entry: param(ctx, 'entry') })
    if (!found) return noService
    if (found.at === 'elsewhere') return redirectOrSay(ctx, found.journey, found.whereabouts)
    if (found.at === 'list') return seeOther(onwardAddress(ctx, found.journey, { page: param(ctx, 'page') }))
    const reply = await work(ctx, found.place)
    if (reply) return reply
  }
  throw new Error('a draft was saved from elsewhere each time it was to be saved')
}

async function showEntry(ctx: Ctx, place: EntryPlace): Promise<Reply> {
  const typed = storedFields(place)
  return showForm(ctx, place, {
    typed,
    faults: [],
    found: await lookUpAgain(ctx, membersOf(place), typed),
    asked: askedNow(place),
    isMore: false,
  })
}

async function takeEntry(ctx: Ctx, place: EntryPlace): Promise<Reply | undefined> {
  const saved = await saveEntry(ctx, place)
  if (saved.done === 'stale') return undefined
  if (saved.done === 'saved') return seeOther(listAddress(ctx, place))
  return showForm(ctx, place, { typed: fieldsFrom(ctx), ...saved })
}

function askToRemove(ctx: Ctx, place: EntryPlace): Reply {
  const { journey, group, index } = place
  if (index >= entriesOf(journey.answers, group).length) return seeOther(listAddress(ctx, place))
  const { lang, csrf } = ctx
  const title = entryTitle({ lang, wording: journey.wording, group, index })
  const main = removePage({ lang, csrf, title, listHref: listAddress(ctx, place) })
  return showIn(ctx, journey, { title: wordsFor(lang).removeTitle(title), main, backLink: { href: listAddress(ctx, place) } })
}

async function remove(ctx: Ctx, place: EntryPlace): Promise<Reply | undefined> {
  return (await removeEntry(ctx, place)) ? seeOther(listAddress(ctx, place)) : undefined
}

function showForm(ctx: Ctx, place: EntryPlace, shown: Pick<EntryPage, 'typed' | 'faults' | 'found' | 'asked' | 'isMore'>): Reply {
  const { journey, group, index } = place
  const { lang, csrf } = ctx
  const invites = questionInvites(ctx, journey, { page: place.pageId, question: group.id })
  const view: EntryPage = { lang, csrf, shownAt: shownOn(ctx), wording: journey.wording, group, index, invites, ...shown }
  return showIn(ctx, journey, {
    title: entryTitle(view),
    main: entryPage(view),
    backLink: { href: backAddress(ctx, place) },
    error: shown.faults.length > 0,
  })
}

/** From the first entry of an empty list, which would only lead back here, one goes to the page before. */
function backAddress(ctx: Ctx, place: EntryPlace): string {
  const { journey, group, pageId } = place
  if (group.min === 0 || entriesOf(journey.answers, group).length > 0) return listAddress(ctx, place)
  const at = journey.walked.pages.findIndex(({ page }) => page.id === pageId)
  const before = journey.walked.pages[at - 1]
  return before ? addressOf(ctx, journey, { page: before.page.id }) : below(ctx, journey, '')
}

function listAddress(ctx: Ctx, { journey, pageId }: EntryPlace): string {
  return below(ctx, journey, `/apply/${pageId}${returning(ctx)}`)
}

function storedFields(place: EntryPlace): FormFields {
  const { journey, group, index } = place
  const entry = entriesOf(journey.answers, group)[index] ?? {}
  const fields = membersOf(place).flatMap(({ question, name }) => {
    const own = fieldsOf(question, entry[question.id], name)
    return Object.entries(question.kind === 'address' ? chosenFields(own, name) : own)
  })
  return typedFrom(Object.fromEntries(fields))
}
