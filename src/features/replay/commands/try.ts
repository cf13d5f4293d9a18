/** The single place where a version is tried on the past cases of the last twelve months, at once or, where they are many, as work that goes on by itself. */
import { createHash } from 'node:crypto'
import { type Definition, versionOf } from '#core/definition/index.ts'
import { Tally } from '#core/replay/index.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import { catchUp } from '#store/follow.ts'
import { canonical } from '#store/json.ts'
import type { CouncilStore } from '#store/store.ts'
import { newId } from '#store/uuid.ts'
import { lastYear, namesOf, type TrialRequest, type TrialRun } from '../domain/index.ts'
import {
  addTrial,
  type Begun,
  countPast,
  findRun,
  finishTrial,
  getVersion,
  keepVersion,
  latestRuns,
  moveTrial,
  pastCaseProjection,
} from '../store/index.ts'
import { goThrough, type Sides, sidesFrom } from './read.ts'

type Holder = Pick<Council, 'store'>

/** More cases than these are gone through after the answer. */
export const MOST_AT_ONCE = 10_000

export const TRY_JOB = 'replay-try'

/** Tries `to` against `from`. Up to 10,000 cases are gone through before it answers; of more it answers a run that is still `running`. */
export async function tryOn({ store }: Holder, { service, from, to, by, at }: TrialRequest): Promise<TrialRun> {
  await catchUp(store, pastCaseProjection)
  const window = { service, ...lastYear(dayInLondon(new Date(at))) }
  const sides = sidesFrom(from, to)
  const { cases, removed } = await store.transaction((tx) => countPast(tx, window))
  const names = namesOf(sides.from.prepared, sides.to.prepared)
  const run: Begun = { id: newId(), ...window, from: versionOf(from), to: versionOf(to), askedBy: by, askedAt: at, cases, removed, names }
  await store.transaction(async (tx) => {
    for (const definition of [from, to]) await keepVersion(tx, definition)
    await addTrial(tx, run)
    if (cases > MOST_AT_ONCE) await store.enqueue(tx, { name: TRY_JOB, body: { trial: run.id } })
  })
  if (cases <= MOST_AT_ONCE) await carryOut(store, run, sides)
  return getRun(store, run.id)
}

/** Goes through the cases of a run that was begun; one that is done already stays as it is. */
export async function carryOutLater(store: CouncilStore, id: string): Promise<void> {
  const run = await getRun(store, id)
  if (run.state === 'done') return
  await carryOut(store, run, await sidesOfRun(store, run))
}

/** A run with what it showed so far; undefined for an id that is none. */
export function findTrial({ store }: Holder, id: string): Promise<TrialRun | undefined> {
  return store.transaction((tx) => findRun(tx, id))
}

const MOST_LISTED = 50

/** The latest runs of a service, newest first. */
export function listTrials({ store }: Holder, service: string): Promise<readonly TrialRun[]> {
  return store.transaction((tx) => latestRuns(tx, service, MOST_LISTED))
}

/** The two versions of a run, ready to be compared again. */
export async function sidesOfRun(store: CouncilStore, { from, to }: Pick<TrialRun, 'from' | 'to'>): Promise<Sides> {
  const [before, after] = await store.transaction(
    async (tx): Promise<[Definition, Definition]> => [await getVersion(tx, from), await getVersion(tx, to)],
  )
  return sidesFrom(before, after)
}

async function carryOut(store: CouncilStore, { id, service, since, until }: Begun, sides: Sides): Promise<void> {
  const began = performance.now()
  const tally = new Tally(sides)
  const population = await goThrough(
    store,
    { window: { service, since, until }, sides },
    { onDifference: (difference) => tally.add(difference), onBatch: (done) => store.transaction((tx) => moveTrial(tx, id, done)) },
  )
  const trial = tally.read()
  const digest = createHash('sha256').update(canonical(trial)).digest('hex')
  const ms = Math.round(performance.now() - began)
  await store.transaction((tx) => finishTrial(tx, id, { ms, population, digest, trial }))
}

async function getRun(store: CouncilStore, id: string): Promise<TrialRun> {
  const run = await store.transaction((tx) => findRun(tx, id))
  if (run === undefined) throw new Error(`the trial ${id} was not kept`)
  return run
}
