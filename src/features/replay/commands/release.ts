/** The single place where an officer makes the figures of a trial public, counted so that no person can be told apart. */
import { randomInt } from 'node:crypto'
import type { SplitBy } from '#core/replay/index.ts'
import { roughCount } from '#core/value/rough-count.ts'
import { equalityCountsOf } from '#features/journeys/index.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import { catchUp } from '#store/follow.ts'
import type { CouncilStore } from '#store/store.ts'
import { newId } from '#store/uuid.ts'
import {
  cellOf,
  countInGroups,
  type Draw,
  lastYear,
  type Level,
  MOST_PUBLIC_SPLITS,
  partOf,
  publicBoundsOf,
  type Released,
  splitLevels,
  splitPartsFrom,
  type State,
  stateOf,
  STEP,
  tableLevels,
  tablesFrom,
  type TrialRun,
  wordOf,
} from '../domain/index.ts'
import {
  countPast,
  findReleased,
  findRun,
  groupsOf,
  pastCaseProjection,
  publishTrial,
  putGroups,
  waitForRelease,
  type Window,
} from '../store/index.ts'
import { goThrough, type Listener, type Sides } from './read.ts'
import { MOST_AT_ONCE, sidesOfRun } from './try.ts'

type Holder = Pick<Council, 'store'>

export const RELEASE_JOB = 'replay-release'

/** `at` is an ISO instant. */
export type ReleaseOrder = { readonly trial: string; readonly by: string; readonly at: string }

/** What came of it: figures now, figures soon (many cases), or why there are none. */
export type ReleaseResult =
  | { readonly released: Released }
  | { readonly state: 'soon' }
  | { readonly refused: 'no-such-trial' | 'still-running' | 'too-few-cases' }

/**
 * Makes a trial public, once for the same two versions: asked again, it answers what was made public then. Counted anew among the cases of the twelve months before
 * `at`, so that the groups they are counted in only ever change for all trials of a service together. The log says by whom.
 */
export async function releaseTrial({ store }: Holder, order: ReleaseOrder): Promise<ReleaseResult> {
  const run = await store.transaction((tx) => findRun(tx, order.trial))
  if (run === undefined) return { refused: 'no-such-trial' }
  if (run.released !== undefined) return { released: run.released }
  if (run.state !== 'done') return { refused: 'still-running' }
  if (run.cases <= MOST_AT_ONCE) return release(store, run, order)
  await store.transaction((tx) => store.enqueue(tx, { name: RELEASE_JOB, body: { ...order }, key: order.trial }))
  return { state: 'soon' }
}

/** What was made public of a trial; undefined when nothing was. */
export async function releasedTrial({ store }: Holder, id: string): Promise<TrialRun['released']> {
  return (await store.transaction((tx) => findRun(tx, id)))?.released
}

/** The same where it takes longer than somebody would wait. */
export async function releaseLater(store: CouncilStore, order: ReleaseOrder): Promise<void> {
  const run = await store.transaction((tx) => findRun(tx, order.trial))
  if (run !== undefined && run.released === undefined) await release(store, run, order)
}

async function release(store: CouncilStore, run: TrialRun, { by, at }: ReleaseOrder): Promise<ReleaseResult> {
  await catchUp(store, pastCaseProjection)
  const { service } = run
  const window = { service, ...lastYear(dayInLondon(new Date(at))) }
  const past = await pastOf(store, run, window)
  const equality = await equalityIn(store, run, window)
  return store.transaction(async (tx) => {
    await waitForRelease(tx, service)
    const earlier = await findReleased(tx, run)
    const released = earlier ?? (await countAnew(tx, run, { window, past, equality }))
    if (released === undefined) return { refused: 'too-few-cases' }
    await publishTrial(tx, run.id, { released, at })
    const said = { service, from: run.from, to: run.to, population: run.population ?? '', digest: run.digest ?? '', released }
    await store.log.append(tx, { stream: `trial/${run.id}`, facts: [{ kind: 'released', at, by, data: said }] })
    return { released }
  })
}

/** Of each case, by its id: what becomes of it, its cell in the tables, and its part of each split. */
type Past = {
  readonly states: Map<string, State>
  readonly cells: Map<string, string>
  readonly parts: ReadonlyMap<SplitBy, Map<string, string>>
  readonly madeUp: number
}

async function pastOf(store: CouncilStore, run: TrialRun, window: Window): Promise<Past> {
  const sides = await sidesOfRun(store, run)
  const [states, cells] = [new Map<string, State>(), new Map<string, string>()]
  const splits = run.splits.filter((split) => isPublic(split, sides)).slice(0, MOST_PUBLIC_SPLITS)
  const parts = new Map(splits.map((split) => [split, new Map<string, string>()]))
  let madeUp = 0
  const onCase: Listener['onCase'] = ({ difference, past }) => {
    states.set(past.id, stateOf(difference))
    cells.set(past.id, cellOf(difference))
    for (const [split, own] of parts) own.set(past.id, partOf(split, past))
    if (difference.isMadeUp) madeUp += 1
  }
  await goThrough(store, { window, sides }, { onCase })
  return { states, cells, parts, madeUp }
}

/** Numbers, dates and several choices split into bands that follow from the cases themselves: those are for officers. */
function isPublic(split: SplitBy, { from }: Sides): boolean {
  const kind = from.prepared.questions.get(wordOf(split))?.question.kind
  return !split.startsWith('answer ') || kind === 'one-of' || kind === 'yes-no'
}

type Anew = { readonly window: Window; readonly past: Past; readonly equality: readonly Answered[] }

/** The tables and each split, counted in groups of their own. Undefined where there are fewer cases than a group. */
async function countAnew(tx: Db, run: TrialRun, { window, past, equality }: Anew): Promise<Released | undefined> {
  const { service } = run
  const { states, cells, parts, madeUp } = past
  const count = async (split: string, levels: readonly [Level, ...Level[]]) => {
    const before = await groupsOf(tx, { service, split })
    const { groups, counts } = countInGroups(before, levels, drawn)
    await putGroups(tx, { service, split }, groups)
    return { counts, slack: SLACK * Math.max(1, before.length) }
  }
  const { counts, slack } = await count('', tableLevels(states, cells))
  if (counts.length === 0) return undefined
  const splits: Released['splits'] = []
  for (const [by, own] of parts) splits.push({ by, parts: splitPartsFrom((await count(by, splitLevels(own, states))).counts) })
  const { removed } = await countPast(tx, window)
  const tables = tablesFrom(counts, {
    ...{ since: window.since, until: window.until, splits, equality: [] },
    removed: roughCount(removed),
    madeUp: madeUp === 0 ? 'none' : madeUp === cells.size ? 'all' : 'some',
    shown: Object.keys(run.trial?.values ?? {}),
  })
  return { ...tables, equality: equality.map(({ question, months }) => publicBoundsOf(question, months, { ...tables, slack })) }
}

/** How far the number of changes can be from the truth for each group: two parts too small to be told apart, and what weights are rounded by. */
const SLACK = 50

/** What was answered to an equality question in each whole month. */
type Answered = { readonly question: string; readonly months: readonly { readonly answers: ReadonlyMap<string, number> }[] }

async function equalityIn(store: CouncilStore, run: TrialRun, { service, since, until }: Window): Promise<readonly Answered[]> {
  const { definition } = (await sidesOfRun(store, run)).from.prepared
  const questions = definition.equality?.block.pages.flatMap((page) => page.questions) ?? []
  return Promise.all(
    questions.map(async ({ id }) => {
      const given = await equalityCountsOf({ store }, { service, question: id, since, until })
      const whole = given.filter(({ month }) => month > since && month.slice(0, 7) < until.slice(0, 7))
      const months = Map.groupBy(whole, ({ month }) => month)
      return {
        question: id,
        months: [...months.values()].map((own) => ({ answers: new Map(own.map(({ answer, people }) => [answer, people])) })),
      }
    }),
  )
}

/** A number nobody knows for each group: what is at a line cannot be told from what is just beside it. */
const drawn: Draw = () => ({ id: newId(), extra: randomInt(STEP) })
