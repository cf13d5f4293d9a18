/** The single place for what officers look for in the inbox: read from the address and written back into it. */
import { z } from 'zod'
import { parseReference } from './reference.ts'
import type { Status } from './resident-case.ts'

export const statuses = ['received', 'looking', 'waiting', 'decided', 'closed'] as const satisfies readonly Status[]
const open: readonly Status[] = ['received', 'looking', 'waiting']

const Name = z.string().regex(/^[a-z][a-z0-9_-]{0,62}$/)
const Cursor = z.string().regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/)

/** What is looked for; what is absent does not matter. */
export type Filter = {
  readonly service?: string | undefined
  readonly status: 'open' | 'all' | Status
  readonly team?: string | undefined
  readonly with?: 'me' | 'nobody' | undefined
  readonly flag?: string | undefined
  readonly channel?: string | undefined
  readonly due?: 'late' | 'soon' | undefined
  /** A reference, or how a name begins. */
  readonly find?: string | undefined
  /** The last case of the page before: the day it is due and its id. */
  readonly after?: { readonly due: string; readonly caseId: string } | undefined
}

/** Where filters stand: an address, or a posted form. */
type Source = { get(name: string): string | null }

/** Reads filters. What cannot be read is left out: an old link never fails. */
export function readFilter(query: Source): Filter {
  const named = (name: string) => Name.safeParse(query.get(name)).data
  const status = z.enum([...statuses, 'all']).safeParse(query.get('status')).data
  const find = query.get('find')?.trim().slice(0, 100)
  const [due = '', caseId = ''] = Cursor.safeParse(query.get('after')).data?.split('_') ?? []
  return {
    service: named('service'),
    status: status ?? 'open',
    team: named('team'),
    with: z.enum(['me', 'nobody']).safeParse(query.get('with')).data,
    flag: named('flag'),
    channel: named('channel'),
    due: z.enum(['late', 'soon']).safeParse(query.get('due')).data,
    find: find === '' ? undefined : find,
    after: due === '' ? undefined : { due, caseId },
  }
}

/** True when a name is looked for: names never stand in an address, where logs and histories would keep them. */
export function isByName({ find }: Pick<Filter, 'find'>): boolean {
  return find !== undefined && parseReference(find) === undefined
}

/** The address of a filter but for a name, without `?` when there is nothing to say. A changed filter begins at the first page. */
export function addressOf(filter: Filter, page = '/staff/cases'): string {
  const query = new URLSearchParams()
  const { status, after, find, ...rest } = filter
  if (status !== 'open') query.set('status', status)
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, value)
  if (find !== undefined && !isByName(filter)) query.set('find', find)
  if (after) query.set('after', `${after.due}_${after.caseId}`)
  const text = query.toString()
  return text === '' ? page : `${page}?${text}`
}

/** The statuses a filter means. */
export function statusesOf({ status }: Pick<Filter, 'status'>): readonly Status[] {
  if (status === 'open') return open
  return status === 'all' ? statuses : [status]
}

/** One sort of case and how many of it there are; `with` says who has it, as the officer who looks sees it. */
export type Tally = {
  readonly team: string
  readonly service: string
  readonly status: Status
  readonly with: 'me' | 'nobody' | 'other'
  readonly channel: string
  readonly flags: readonly string[]
  readonly cases: number
}

/** How many there are of each, the other filters staying as they are. */
export type Counts = {
  /** With all filters but the day and the search, which are not counted beforehand. */
  readonly found: number
  readonly status: ReadonlyMap<string, number>
  readonly service: ReadonlyMap<string, number>
  readonly team: ReadonlyMap<string, number>
  readonly flag: ReadonlyMap<string, number>
  readonly channel: ReadonlyMap<string, number>
  readonly with: ReadonlyMap<string, number>
}

type Facet = Exclude<keyof Counts, 'found'>

const facets: Readonly<Record<Facet, (tally: Tally) => readonly string[]>> = {
  status: (tally) => [tally.status, 'all', ...(open.includes(tally.status) ? ['open'] : [])],
  service: (tally) => [tally.service],
  team: (tally) => [tally.team],
  flag: (tally) => tally.flags,
  channel: (tally) => [tally.channel],
  with: (tally) => [tally.with],
}
const names = ['status', 'service', 'team', 'flag', 'channel', 'with'] as const

/** Counts each choice of each filter as it would be if only that filter changed. */
export function countsOf(tallies: readonly Tally[], filter: Filter): Counts {
  const counts = { status: new Map(), service: new Map(), team: new Map(), flag: new Map(), channel: new Map(), with: new Map() } as const
  let found = 0
  for (const tally of tallies) {
    const missed = missedBy(tally, filter)
    if (missed.length === 0) found += tally.cases
    for (const name of missed.length === 0 ? names : missed.length === 1 ? missed : []) {
      for (const choice of facets[name](tally)) counts[name].set(choice, (counts[name].get(choice) ?? 0) + tally.cases)
    }
  }
  return { found, ...counts }
}

/** The teams and statuses that have any case a filter means: nothing else needs to be looked through. */
export function placesOf(tallies: readonly Tally[], filter: Filter): readonly { readonly team: string; readonly status: Status }[] {
  const places = new Map(
    tallies.filter((tally) => missedBy(tally, filter).length === 0).map(({ team, status }) => [`${team} ${status}`, { team, status }]),
  )
  return [...places.values()]
}

function missedBy(tally: Tally, filter: Filter): readonly Facet[] {
  return names.filter((name) => filter[name] !== undefined && !facets[name](tally).includes(filter[name]))
}
