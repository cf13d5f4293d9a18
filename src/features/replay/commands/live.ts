/** The single place where a version is tried while somebody types it: on the latest past cases, counted and shown and not kept. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Definition, type Prepared, prepare } from '#core/definition/index.ts'
import { sidesOf, Tally, type TrialQuery, trialQuery } from '#core/replay/index.ts'
import type { Council } from '#http/council.ts'
import { catchUp } from '#store/follow.ts'
import type { CouncilStore } from '#store/store.ts'
import { lastYear, type LiveTrial, namesOf } from '../domain/index.ts'
import { columnsOf, countCells, countOdd, pastCaseProjection, readLatest, type Window } from '../store/index.ts'
import { peopleFor, tallyOf } from './people.ts'
import { pastCaseFrom, type Sides } from './read.ts'

/** So many cases are counted inside the database within a tenth of a second; so many are gone through one by one where SQL cannot say the rules. */
const LATEST = 10_000
const LATEST_BY_RULES = 1_000
/** Rows looked at before others have their turn. */
const STEP = 500

/** `from` is what is published, `to` was found clean; `today` is `YYYY-MM-DD`. */
export type LiveAsk = { readonly service: string; readonly from: Prepared; readonly to: Definition; readonly today: string }

/** What `to` would do to the latest cases of the last twelve months; to people made up, where there are none. */
export async function tryLive({ store }: Pick<Council, 'store'>, { service, from, to, today }: LiveAsk): Promise<LiveTrial> {
  await catchUp(store, pastCaseProjection)
  const after = prepare(to)
  const sides = sidesOf(from, after)
  const names = namesOf(from, after)
  await nextTurn()
  const window = { service, ...lastYear(today) }
  const counted = await countLatest(store, sides, window)
  if (counted !== undefined) return { ...counted, names, isOfPeople: false }
  const trial = (await tallyOf(sides, await peopleFor(from))).read()
  return { trial, names, isOfPeople: true, most: trial.cases, leftOut: 0 }
}

type Counted = Pick<LiveTrial, 'trial' | 'most' | 'leftOut'>

/** Undefined where there is no past case. */
async function countLatest(store: CouncilStore, sides: Sides, window: Window): Promise<Counted | undefined> {
  const query = trialQuery(sides, await store.transaction((tx) => columnsOf(tx, window.service)))
  const counted = 'refusals' in query ? await byRules(store, sides, window) : await bySql(store, { sides, query, window })
  return counted.trial.cases + counted.leftOut === 0 ? undefined : counted
}

async function bySql(
  store: CouncilStore,
  { sides, query, window }: { readonly sides: Sides; readonly query: TrialQuery; readonly window: Window },
): Promise<Counted> {
  const [rows, leftOut] = await store.transaction(
    async (tx) => [await countCells(tx, query, { ...window, latest: LATEST }), await countOdd(tx, window, LATEST)] as const,
  )
  const tally = new Tally(sides)
  for (const [at, row] of rows.entries()) {
    tally.addCell(query.read(row))
    if (at % STEP === STEP - 1) await nextTurn()
  }
  return { trial: tally.read(), most: LATEST, leftOut }
}

async function byRules(store: CouncilStore, sides: Sides, window: Window): Promise<Counted> {
  const rows = await store.transaction((tx) => readLatest(tx, window, LATEST_BY_RULES))
  return { trial: (await tallyOf(sides, rows.map(pastCaseFrom))).read(), most: LATEST_BY_RULES, leftOut: 0 }
}
