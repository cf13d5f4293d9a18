/** The single place where the entries of a group are added, changed and removed. */
import type { AnswerFault, FormFields, GroupQuestion } from '#core/definition/index.ts'
import { askedOfEntry } from '#core/journey/index.ts'
import type { Ctx } from '#http/route.ts'
import { entriesOf, findEntryIndex, findPage, groupOn, memberName, withEntry, withoutEntry, type Whereabouts } from '../domain/index.ts'
import { answeringOf, fieldsFrom, noteErrors } from './answer.ts'
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
  | {
      readonly done: 'again'
      readonly faults: readonly AnswerFault[]
      readonly found: Found
      readonly asked: readonly string[]
      /** Whether these answers made a question be asked that was not on the page. */
      readonly isMore: boolean
    }

export async function saveEntry(ctx: Ctx, place: EntryPlace): Promise<EntrySaved> {
  const { journey, pageId, group, index } = place
  const fields = fieldsFrom(ctx)
  const members = membersOf(place)
  const addresses = await addressesGiven(ctx, members, fields)
  const { answers, flaws } = withEntry(journey.answers, { group, index, fields, addresses })
  const after = withWalk(ctx, journey, answers)
  const asked = askedNow({ ...place, journey: after })
  const again = { done: 'again', asked, isMore: false } as const
  const found = await lookUp(ctx, members, fields)
  if (found.size > 0) return { ...again, faults: [], found }

  const isNew = (member: string | number | undefined) => !wasAsked(fields, member)
  const unread = new Set(flaws.map(({ path }) => path[1]))
  const walked = after.walked.faults.filter(
    ({ question, path }) => question === group.id && path?.[0] === index && !unread.has(path[1] ?? '') && !isNew(path[1]),
  )
  const faults = [...flaws.map((flaw) => ({ ...flaw, page: pageId, question: group.id })), ...walked]
  const isMore = faults.length === 0 && asked.some(isNew)
  if (faults.length > 0) await noteErrors(ctx, journey, { pageId, faults })
  if (faults.length > 0 || isMore) return { ...again, isMore, faults, found: await lookUpAgain(ctx, members, fields) }
  return (await saveAnswers(ctx, after, { answering: answeringOf(ctx, pageId, false) })) ? { done: 'saved' } : { done: 'stale' }
}

/** The page says which questions it asked; whoever posts without saying so was asked them all. */
function wasAsked(fields: FormFields, member: string | number | undefined): boolean {
  const said = fields.getAll('asked')
  return said.length === 0 || said.includes(String(member))
}

/** Ids of the questions asked of an entry, as far as its answers go. */
export function askedNow({ journey, group, index }: EntryPlace): readonly string[] {
  const entry = entriesOf(journey.answers, group)[index] ?? {}
  return askedOfEntry(journey.prepared, journey.walked, { group: group.id, entry })
}

/** The questions of a group, with the names of the fields of one entry. */
export function membersOf({ group, index }: Pick<EntryPlace, 'group' | 'index'>): readonly Asked[] {
  return group.of.map((question) => ({ question, name: memberName(group, index, question.id) }))
}

/** False when the draft was saved from elsewhere first. */
export function removeEntry(ctx: Ctx, { journey, group, index }: EntryPlace): Promise<boolean> {
  return saveAnswers(ctx, withWalk(ctx, journey, withoutEntry(journey.answers, group, index)))
}
