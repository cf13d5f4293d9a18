/** The single place where an officer makes the figures of a trial public, counted so that no person can be told apart. */
import { randomInt } from 'node:crypto'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import { catchUp } from '#store/follow.ts'
import type { CouncilStore } from '#store/store.ts'
import { newId } from '#store/uuid.ts'
import { cellOf, countInGroups, type Draw, lastYear, type Released, roundedDown, tablesFrom, type TrialRun } from '../domain/index.ts'
import { countPast, findReleased, findRun, groupsOf, pastCaseProjection, publishTrial, putGroups, waitForRelease } from '../store/index.ts'
import { goThrough } from './read.ts'
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
  const window = { service: run.service, ...lastYear(dayInLondon(new Date(at))) }
  const sides = await sidesOfRun(store, run)
  const cells = new Map<string, string>()
  let madeUp = 0
  await goThrough(
    store,
    { window, sides },
    {
      onCase: ({ difference }) => {
        cells.set(difference.id, cellOf(difference))
        if (difference.isMadeUp) madeUp += 1
      },
    },
  )
  const about = {
    madeUp: madeUp === 0 ? 'none' : madeUp === cells.size ? 'all' : 'some',
    shown: Object.keys(run.trial?.values ?? {}),
  } as const
  return store.transaction(async (tx) => {
    await waitForRelease(tx, run.service)
    const earlier = await findReleased(tx, run)
    const { removed } = await countPast(tx, window)
    const { groups, counts } = countInGroups(await groupsOf(tx, run.service), cells, drawn)
    if (earlier === undefined && groups.length === 0) return { refused: 'too-few-cases' }
    const released = earlier ?? tablesFrom(counts, { ...about, removed: roundedDown(removed) })
    if (earlier === undefined) await putGroups(tx, run.service, groups)
    await publishTrial(tx, run.id, { released, at })
    const said = { service: run.service, from: run.from, to: run.to, population: run.population ?? '', digest: run.digest ?? '', released }
    await store.log.append(tx, { stream: `trial/${run.id}`, facts: [{ kind: 'released', at, by, data: said }] })
    return { released }
  })
}

/** Two numbers nobody knows for each group: what is at a line cannot be told from what is just beside it. */
const drawn: Draw = () => ({ id: newId(), extra: randomInt(5), lean: randomInt(5) })
