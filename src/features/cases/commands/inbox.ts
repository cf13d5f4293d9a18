/** The single place where an officer's list of cases is put together. */
import { addDays } from '#core/value/calendar-date.ts'
import type { Actor } from '#http/actor.ts'
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import { countsOf, type Filter, type Inbox, inboxLimits } from '../domain/index.ts'
import { mayFindByName, teamsRead } from '../policy.ts'
import { countDue, type Looking, pageOf, talliesOf, teamsWithCases } from '../store/index.ts'

/** One page of cases that an officer may see, with the counts of every filter. `today` is `YYYY-MM-DD`. */
export function inboxOf(council: Council, actor: Actor, { filter, today }: { filter: Filter; today: string }): Promise<Inbox> {
  return council.store.transaction(async (tx) => {
    const looking = await lookingFor(tx, actor, { filter, today, most: inboxLimits.page + 1 })
    const { teams } = looking
    const counts = countsOf(await talliesOf(tx, teams), filter, actor.id)
    const isEmpty = counts.found === 0 && filter.find === undefined
    const found = isEmpty ? [] : await pageOf(tx, looking)
    const due = async (which: 'late' | 'soon') =>
      isEmpty
        ? 0
        : await countDue(tx, { ...looking, filter: { ...filter, due: which, after: undefined, find: undefined }, most: inboxLimits.due })
    const rows = found.slice(0, inboxLimits.page)
    const last = rows.at(-1)
    const next = found.length > rows.length && last ? { ...filter, after: { due: last.dueOn, caseId: last.caseId } } : undefined
    return { rows, counts, teams, late: await due('late'), soon: await due('soon'), next }
  })
}

/** All cases of a filter, page by page, each in a transaction of its own. At most `most` in all. */
export async function* everyRow(council: Council, actor: Actor, { filter, today, most }: { filter: Filter; today: string; most: number }) {
  let after = filter.after
  for (let given = 0; given < most; ) {
    const page = { ...filter, after }
    const rows = await council.store.transaction(async (tx) => pageOf(tx, await lookingFor(tx, actor, { filter: page, today, most: 500 })))
    yield rows
    given += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < 500 || filter.find !== undefined) return
    after = { due: last.dueOn, caseId: last.caseId }
  }
}

type Wanted = { readonly filter: Filter; readonly today: string; readonly most: number }

async function lookingFor(tx: Db, actor: Actor, { filter, today, most }: Wanted): Promise<Looking> {
  const read = teamsRead(actor)
  const teams = read === 'all' ? await teamsWithCases(tx) : read
  const soon = addDays(today, inboxLimits.soonDays) ?? today
  return { filter, teams, me: actor.id, today, soon, mayFindByName: mayFindByName(actor), most }
}
