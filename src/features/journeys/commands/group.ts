/** The single place where the entries of a group are added, changed and removed. */
import type { AnswerFault, GroupQuestion } from '#core/definition/index.ts'
import type { Ctx } from '#http/route.ts'
import { findEntryIndex, findPage, groupOn, memberName, withEntry, withoutEntry, type Whereabouts } from '../domain/index.ts'
import { fieldsFrom } from './answer.ts'
import { findJourney, type Journey, type Origin, saveAnswers, withWalk } from './journey.ts'
import { type Asked, addressesGiven, type Found, lookUp, lookUpAgain } from './look-up.ts'

/** The entry an address names. `index` counts from 0. */
export type EntryPlace = { readonly journey: Journey; readonly pageId: string; readonly group: GroupQuestion; readonly index: number }

/** The entry; where to go instead (`list`: there is no such entry); or undefined without such a service. */
export type FoundEntry =
  | { readonly at: 'entry'; readonly place: EntryPlace }
  | { readonly at: 'list'; readonly journey: Journey }
  | { readonly at: 'elsewhere'; readonly journey: Journey; readonly whereabouts: Exclude<Whereabouts, { at: 'page' }> }

export type EntryAddress = { readonly origin: Origin; readonly pageId: string; readonly entry: string }

export async function findEntry(ctx: Ctx, { origin, pageId, entry }: EntryAddress): Promise<FoundEntry | undefined> {
  const journey = await findJourney(ctx, origin)
  if (!journey) return undefined
  const whereabouts = findPage(journey, pageId)
  if (whereabouts.at !== 'page') return { at: 'elsewhere', journey, whereabouts }
  const group = groupOn(whereabouts.page)
  const index = group && findEntryIndex(journey.answers, group, entry)
  if (!group) return { at: 'elsewhere', journey, whereabouts: { at: 'unknown' } }
  return index === undefined ? { at: 'list', journey } : { at: 'entry', place: { journey, pageId, group, index } }
}

/** What became of a posted entry: saved, shown again, or (`stale`) not saved because the draft was saved from elsewhere first. */
export type EntrySaved =
  | { readonly done: 'saved' }
  | { readonly done: 'stale' }
  | { readonly done: 'again'; readonly faults: readonly AnswerFault[]; readonly found: Found }

export async function saveEntry(ctx: Ctx, place: EntryPlace): Promise<EntrySaved> {
  const { journey, pageId, group, index } = place
  const fields = fieldsFrom(ctx)
  const asked = membersAsked(place)
  const found = await lookUp(ctx, asked, fields)
  if (found.size > 0) return { done: 'again', faults: [], found }

  const addresses = await addressesGiven(ctx, asked, fields)
  const { answers, flaws } = withEntry(journey.answers, { group, index, fields, addresses })
  const after = withWalk(ctx, journey, answers)
  const unread = new Set(flaws.map(({ path }) => path[1]))
  const walked = after.walked.faults.filter(
    ({ question, path }) => question === group.id && path?.[0] === index && !unread.has(path[1] ?? ''),
  )
  const faults = [...flaws.map((flaw) => ({ ...flaw, page: pageId, question: group.id })), ...walked]
  if (faults.length > 0) return { done: 'again', faults, found: await lookUpAgain(ctx, asked, fields) }
  return (await saveAnswers(ctx, after)) ? { done: 'saved' } : { done: 'stale' }
}

/** The questions asked of an entry, with the names of their fields. */
export function membersAsked({ group, index }: Pick<EntryPlace, 'group' | 'index'>): readonly Asked[] {
  return group.of.map((question) => ({ question, name: memberName(group, index, question.id) }))
}

/** False when the draft was saved from elsewhere first. */
export function removeEntry(ctx: Ctx, { journey, group, index }: EntryPlace): Promise<boolean> {
  return saveAnswers(ctx, withWalk(ctx, journey, withoutEntry(journey.answers, group, index)))
}
