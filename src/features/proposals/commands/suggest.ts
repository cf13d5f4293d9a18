/** The single place where somebody suggests a change in their own words. */
import { type Language, wordsIn } from '#core/definition/index.ts'
import { addDays } from '#core/value/calendar-date.ts'
import { findEmail } from '#features/people/index.ts'
import type { Published } from '#features/services/index.ts'
import { isSignedIn, isStaff } from '#http/actor.ts'
import type { Council } from '#http/council.ts'
import type { Ctx } from '#http/route.ts'
import type { Personal } from '#store/fact.ts'
import type { Json } from '#store/json.ts'
import { newId } from '#store/uuid.ts'
import { addFacts } from '../store/index.ts'
import { admit, contactClass, type NotAdmitted, suggestionClass } from './moderate.ts'
import { tellAuthor } from './tell.ts'

/** Where in the service: a page, and a question where one is meant. Neither means the whole service. */
export type About = { readonly page?: string | undefined; readonly question?: string | undefined }

export type Suggestion = About & { readonly text: string; readonly email: string; readonly warned: string }

export type Suggested = { readonly id: string } | NotAdmitted | { readonly flaw: 'email' }

/** Publishes it, unless something in it should not be published. Signed in or not; nobody's name is kept. */
export async function suggest(ctx: Ctx, published: Published, { text, email, warned, ...about }: Suggestion): Promise<Suggested> {
  const { council, actor, now, today, lang } = ctx
  const address = email.trim() === '' || isSignedIn(actor) ? undefined : findEmail(email)
  if (address === undefined && email.trim() !== '' && !isSignedIn(actor)) return { flaw: 'email' }
  const author = isSignedIn(actor) ? actor.id : newId()
  const by = isSignedIn(actor) ? actor.id : ctx.session.visitor
  return await council.store.transaction(async (tx): Promise<Suggested> => {
    const refused = await admit(council, tx, { text, service: published.service, by, isKnown: isSignedIn(actor), address, today, warned })
    if (refused) return refused
    const id = newId()
    const place = placeOf(published, about)
    const personal: Personal[] = [{ person: author, retention: suggestionClass, value: { text: text.trim() } }]
    if (address !== undefined) personal.push({ person: author, retention: contactClass, value: { email: address } })
    const data = {
      ...{ service: published.service, version: published.version, lang, ...place },
      source: isStaff(actor) ? 'officer' : 'resident',
      due: dueOn(council, today),
      origin: ctx.origin,
    }
    const proposal = await addFacts(council.store, tx, { id, seq: 0, facts: [{ kind: 'suggested', at: now, by: author, data, personal }] })
    await tellAuthor(council, tx, { proposal, news: 'received' })
    return { id }
  })
}

/** The day by which the council owes its next answer. */
export function dueOn({ settings }: Pick<Council, 'settings'>, today: string): string {
  return addDays(today, settings.suggestions['answer-days']) ?? today
}

/** What the page or question is called where it was shown; nothing for what the service does not have. */
function placeOf({ prepared }: Published, { page, question }: About): Readonly<Record<string, Json>> {
  const found = question === undefined ? undefined : prepared.questions.get(question)
  const pageId = found?.page ?? prepared.pages.find(({ id }) => id === page)?.id
  if (pageId === undefined) return {}
  const said = (lang: Language) =>
    found ? wordsIn(prepared, lang).question(found.question.id).label : wordsIn(prepared, lang).page(pageId).title
  const shown = Object.fromEntries(prepared.languages.map((lang) => [lang, said(lang)]))
  return { page: pageId, ...(found ? { question: found.question.id } : {}), shown }
}
