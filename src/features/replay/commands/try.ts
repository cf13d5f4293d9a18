/** The single place where a version is tried on the past cases of the last twelve months, at once or, where they are many, as work that goes on by itself. */
import { createHash } from 'node:crypto'
import { versionOf } from '#core/definition/index.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import { catchUp } from '#store/follow.ts'
import { canonical } from '#store/json.ts'
import type { CouncilStore } from '#store/store.ts'
import { newId } from '#store/uuid.ts'
import { lastYear, namesOf, splitFrom, type TrialRequest, type TrialRun } from '../domain/index.ts'
import {
  addTrial,
  callOff,
  type Begun,
  countPast,
  findRun,
  finishTrial,
  getVersion,
  isCalledOff,
  keepVersion,
  latestRuns,
  moveTrial,
  pastCaseProjection,
  type Window,
} from '../store/index.ts'
import { count, isSaidInSql } from './count.ts'
import { peopleFor, tallyOf } from './people.ts'
import { type Sides, sidesFrom } from './read.ts'

type Holder = Pick<Council, 'store'>

/** More cases than these are gone through after the answer: those tried by the rules, and those tried inside the database. */
export const MOST_AT_ONCE = 10_000
const MOST_COUNTED = 200_000
export const TRY_JOB = 'replay-try'

/** Tries `to` against `from`. Of so many cases that nobody would wait it answers a run that is still `running`. */
export async function tryOn(
  { store }: Holder,
  { service, from, to, by, at, since, splits = ['area', 'channel'] }: TrialRequest,
): Promise<TrialRun> {
  await catchUp(store, pastCaseProjection)
  const window = { service, ...lastYear(dayInLondon(new Date(at))), ...(since === undefined ? {} : { since }) }
  const sides = sidesFrom(from, to)
  const { cases, removed } = await store.transaction((tx) => countPast(tx, window))
  const isLater = await isTooMany(store, { sides, window, cases })
  const names = namesOf(sides.from.prepared, sides.to.prepared)
  const run: Begun = {
    id: newId(),
    ...window,
    from: versionOf(from),
    to: versionOf(to),
    askedBy: by,
    askedAt: at,
    cases,
    removed,
    names,
    splits,
  }
  await store.transaction(async (tx) => {
    for (const definition of [from, to]) await keepVersion(tx, definition)
    await addTrial(tx, run)
    if (isLater) await store.enqueue(tx, { name: TRY_JOB, body: { trial: run.id } })
  })
  if (cases === 0) await tryOnPeople(store, run, sides)
  else if (!isLater) await carryOut(store, run, sides)
  return getRun(store, run.id)
}

/** Whether so many cases are counted that nobody would wait for it. */
export async function isTooMany(
  store: CouncilStore,
  { sides, window, cases }: { readonly sides: Sides; readonly window: Window; readonly cases: number },
): Promise<boolean> {
  return cases > MOST_AT_ONCE && (cases > MOST_COUNTED || !(await isSaidInSql(store, { sides, window })))
}

/** Goes through the cases of a run that was begun; one that is done already stays as it is. */
export async function carryOutLater(store: CouncilStore, id: string): Promise<void> {
  const run = await getRun(store, id)
  if (run.state !== 'running') return
  await carryOut(store, run, await sidesOfRun(store, run))
}

/** The same at once, for whoever works where nobody works off what waits. */
export function carryOutNow({ store }: Holder, id: string): Promise<void> {
  return carryOutLater(store, id)
}

/** Ends a run that is still going on; answers whether it was. */
export function callTrialOff({ store }: Holder, { trial, by }: { readonly trial: string; readonly by: string }): Promise<boolean> {
  return store.transaction((tx) => callOff(tx, trial, by))
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

/** The two versions of a run. */
export function versionsOf({ store }: Holder, run: Pick<TrialRun, 'from' | 'to'>): Promise<Pick<TrialRequest, 'from' | 'to'>> {
  return store.transaction(async (tx) => ({ from: await getVersion(tx, run.from), to: await getVersion(tx, run.to) }))
}

/** The same, ready to be compared again. */
export async function sidesOfRun(store: CouncilStore, run: Pick<TrialRun, 'from' | 'to'>): Promise<Sides> {
  const { from, to } = await versionsOf({ store }, run)
  return sidesFrom(from, to)
}

/** Tries the versions of a run once more: on the cases there are now, or on others. */
export async function tryAgain(
  holder: Holder,
  run: TrialRun,
  asked: Pick<TrialRequest, 'by' | 'at' | 'since' | 'splits'>,
): Promise<TrialRun> {
  return tryOn(holder, { service: run.service, ...(await versionsOf(holder, run)), ...asked })
}

/** Earlier and later runs of the same versions that gave the same of the same cases. */
export async function sameRuns(holder: Holder, { id, service, population, digest }: TrialRun): Promise<readonly TrialRun[]> {
  if (digest === undefined) return []
  const runs = await listTrials(holder, service)
  return runs.filter((one) => one.id !== id && one.population === population && one.digest === digest)
}

async function carryOut(
  store: CouncilStore,
  { id, service, since, until, splits }: Pick<Begun, 'id' | 'service' | 'since' | 'until' | 'splits'>,
  sides: Sides,
): Promise<void> {
  const began = performance.now()
  const watch = {
    onBatch: (done: number) => store.transaction((tx) => moveTrial(tx, id, done)),
    isCalledOff: async () => (await store.ask(isCalledOff, id)) ?? false,
  }
  const counting = await count(store, { sides, window: { service, since, until }, splits }, watch)
  if (counting === undefined) return
  const { whole, population, ways } = counting
  const trial = whole.read()
  const split = counting.cuts.map((cut) => splitFrom(cut, counting.splits.get(cut.by) ?? new Map(), trial.cases))
  const digest = createHash('sha256').update(canonical({ trial, split })).digest('hex')
  const ms = Math.round(performance.now() - began)
  await store.transaction((tx) => finishTrial(tx, id, { ms, population, digest, trial, ways, split }))
}

/** Nobody has used the service yet: people are made up for what is published, and the figures say so. */
async function tryOnPeople(store: CouncilStore, { id }: Begun, sides: Sides): Promise<void> {
  const began = performance.now()
  const past = await peopleFor(sides.from.prepared)
  const trial = { ...(await tallyOf(sides, past)).read(), examples: [] }
  const [population, digest] = [canonical(past), canonical({ trial, split: [] })].map((text) =>
    createHash('sha256').update(text).digest('hex'),
  )
  const ways = { bySql: 0, byRules: past.length, reasons: [], isOfPeople: true }
  const ms = Math.round(performance.now() - began)
  await store.transaction((tx) => finishTrial(tx, id, { ms, population: population ?? '', digest: digest ?? '', trial, ways, split: [] }))
}

async function getRun(store: CouncilStore, id: string): Promise<TrialRun> {
  const run = await store.transaction((tx) => findRun(tx, id))
  if (run === undefined) throw new Error(`the trial ${id} was not kept`)
  return run
}
