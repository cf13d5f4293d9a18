/** The single place where an officer's list of cases is put together. */
import { addDays } from '#core/value/calendar-date.ts'
import { listServices } from '#features/services/index.ts'
import type { Actor } from '#http/actor.ts'
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import { countsOf, type Filter, type Inbox, inboxLimits, type InboxRow, parseReference, placesOf, type Tally } from '../domain/index.ts'
import { mayFindByName, mayReadName, teamsRead } from '../policy.ts'
import { countDue, findByName, findByReference, type Looking, pageOf, talliesOf, teamsWithCases } from '../store/index.ts'

type Wanted = { readonly filter: Filter; readonly today: string }

/** One page of cases that an officer may see, with the counts of every filter. `today` is `YYYY-MM-DD`. */
export async function inboxOf(council: Council, actor: Actor, { filter, today }: Wanted): Promise<Inbox> {
  const named = await servicesWithNames(council, actor)
  return await council.store.transaction(async (tx) => {
    const teams = await teamsFor(tx, actor)
    const tallies = await talliesOf(tx, teams, actor.id)
    const counts = countsOf(tallies, filter)
    const looking = lookingFor(actor, tallies, { filter, today })
    const due = (which: 'late' | 'soon') =>
      countDue(tx, { ...looking, filter: { ...filter, due: which, after: undefined }, most: inboxLimits.due })
    const found = filter.find === undefined ? await pageOf(tx, looking) : await findRows(tx, actor, { find: filter.find, teams })
    const rows = readable(found.slice(0, inboxLimits.page), { named, filter })
    const last = rows.at(-1)
    const isMore = found.length > rows.length && filter.find === undefined
    const next = isMore && last ? { ...filter, after: { due: last.dueOn, caseId: last.caseId } } : undefined
    return { rows, counts, teams, late: await due('late'), soon: await due('soon'), next }
  })
}

const mostInBatch = 500

/** All cases of a filter, batch by batch, each in a transaction of its own: nothing is held while somebody reads slowly. */
export async function* everyRow(council: Council, actor: Actor, { filter, today }: Wanted): AsyncGenerator<readonly InboxRow[]> {
  const named = await servicesWithNames(council, actor)
  let after = filter.after
  for (;;) {
    const page = { ...filter, after }
    const rows = await council.store.transaction((tx) => batchOf(tx, actor, { filter: page, today }))
    yield readable(rows, { named, filter: page })
    const last = rows.at(-1)
    if (!last || rows.length < mostInBatch || filter.find !== undefined) return
    after = { due: last.dueOn, caseId: last.caseId }
  }
}

async function batchOf(tx: Db, actor: Actor, { filter, today }: Wanted): Promise<readonly InboxRow[]> {
  const teams = await teamsFor(tx, actor)
  if (filter.find !== undefined) return findRows(tx, actor, { find: filter.find, teams })
  const looking = lookingFor(actor, await talliesOf(tx, teams, actor.id), { filter, today })
  return pageOf(tx, { ...looking, most: mostInBatch })
}

async function teamsFor(tx: Db, actor: Actor): Promise<readonly string[]> {
  const read = teamsRead(actor)
  return read === 'all' ? await teamsWithCases(tx) : read
}

function lookingFor(actor: Actor, tallies: readonly Tally[], { filter, today }: Wanted): Looking {
  const soon = addDays(today, inboxLimits.soonDays) ?? today
  return { filter, places: placesOf(tallies, filter), me: actor.id, today, soon, most: inboxLimits.page + 1 }
}

/** Services whose cases show this actor what the person is called. */
async function servicesWithNames(council: Council, actor: Actor): Promise<ReadonlySet<string>> {
  const published = await listServices(council)
  return new Set(published.flatMap(({ service, prepared }) => (mayReadName(actor, prepared) ? [service] : [])))
}

/** Without the names this actor may not read; a case found by such a name is left out. */
function readable(
  rows: readonly InboxRow[],
  { named, filter: { find } }: { readonly named: ReadonlySet<string>; readonly filter: Filter },
): readonly InboxRow[] {
  const isByName = find !== undefined && parseReference(find) === undefined
  return rows.flatMap((row) => (named.has(row.service) ? [row] : isByName ? [] : [{ ...row, name: null }]))
}

/** A reference finds one case; anything else is how a name begins, for whoever may search so. */
function findRows(
  tx: Db,
  actor: Actor,
  { find, teams }: { readonly find: string; readonly teams: readonly string[] },
): Promise<readonly InboxRow[]> {
  const reference = parseReference(find)
  if (reference !== undefined) return findByReference(tx, reference, teams)
  return mayFindByName(actor) ? findByName(tx, find, { teams, most: inboxLimits.page }) : Promise.resolve([])
}
