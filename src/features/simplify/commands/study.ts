/** The single place where a service is looked through on its past cases, in small steps so that everybody else is served meanwhile, and the outcome kept. */
import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Definition, prepare, versionOf } from '#core/definition/index.ts'
import { type Assessment, assess } from '#core/simplify/index.ts'
import { samplePast } from '#features/replay/index.ts'
import { listServices, publishedService } from '#features/services/index.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import { canonical } from '#store/json.ts'
import type { CouncilStore } from '#store/store.ts'
import type { Study } from '../domain/index.ts'
import { findStudy, putStudy } from '../store/index.ts'

/** At most so many cases are looked at: enough for a share to lie within 2.2 hundredths of what is found, 19 times in 20. */
export const mostSampled = 2000

export const STUDY_JOB = 'simplify-study'

/** A look is taken anew after a day. */
const freshFor = 24 * 3_600_000

type Holder = Pick<Council, 'store'>

export type Studying = { readonly definition: Definition; readonly at: string; readonly onProgress?: (share: number) => void }

/** Looks a definition through on the past cases of its service. Keeps nothing. */
export async function study(council: Holder, { definition, at, onProgress }: Studying): Promise<Study> {
  const began = performance.now()
  const { id: service } = definition.service
  const { past, cases, removed } = await samplePast(council, { service, today: dayInLondon(new Date(at)), most: mostSampled })
  const steps = assess(prepare(definition), past)
  let assessment: Assessment | undefined
  while (assessment === undefined) {
    const step = steps.next()
    if (step.done === true) assessment = step.value
    else {
      onProgress?.(step.value)
      await nextTurn()
    }
  }
  const digest = createHash('sha256')
    .update(canonical(past.map(({ id }) => id)))
    .update(canonical(assessment))
    .digest('hex')
  return {
    service,
    version: versionOf(definition),
    madeAt: at,
    cases,
    removed,
    ms: Math.round(performance.now() - began),
    digest,
    assessment,
  }
}

/** Looks the version in use through, and keeps what came of it. */
export async function studyNow(
  council: Holder,
  { service, at }: { readonly service: string; readonly at: string },
): Promise<Study | undefined> {
  const published = await publishedService(council, service)
  if (!published) return undefined
  const made = await study(council, { definition: published.definition, at })
  await council.store.transaction((tx) => putStudy(tx, made))
  return made
}

/** Looks every service through whose version in use has not been, or not for a day. Answers how many. */
export async function studyDue(council: Holder, at: string): Promise<number> {
  let done = 0
  for (const { service, version } of await listServices(council)) {
    const found = await council.store.transaction((tx) => findStudy(tx, { service, version }))
    if (found && Date.parse(at) - Date.parse(found.madeAt) < freshFor) continue
    if (await studyNow(council, { service, at })) done += 1
  }
  return done
}

/** Has it done by a worker, so that nobody waits. */
export async function studyLater(store: CouncilStore, { service, at }: { readonly service: string; readonly at: string }): Promise<void> {
  await store.transaction((tx) => store.enqueue(tx, { name: STUDY_JOB, body: { service, at }, key: service }))
}
