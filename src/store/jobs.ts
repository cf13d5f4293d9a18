/** The single place that runs jobs: each once, in the transaction that also completes it. */

import type { PgBoss } from 'pg-boss'
import { councilDbWithin } from './council-db.ts'
import { openPool } from './db.ts'
import type { Job } from './job.ts'
import { openBoss, QUEUE, type QueuedJob, sendJob } from './job-queue.ts'
import { isRecord } from './json.ts'
import { withSealer } from './sealer.ts'
import type { Store } from './store.ts'

export type { Job, JobContext } from './job.ts'
export type { JobRequest } from './job-request.ts'

/** Stands for all councils in a scheduled job. */
const EVERY_COUNCIL = '*'
const AT_ONCE = 2
const POLLING_SECONDS = 0.5

/** `onError` hears of every try that failed; a job is tried nine times over some minutes and then set aside. */
export type WorkerConfig = {
  readonly store: Store
  readonly jobs: readonly Job[]
  readonly onError?: (job: string, error: unknown) => void
}

export type Worker = {
  /** Finishes what has begun, and begins nothing more. */
  stop(): Promise<void>
}

/** Starts running jobs in this process; several processes share the work. */
export async function startWorker({ store, jobs, onError = () => undefined }: WorkerConfig): Promise<Worker> {
  const pool = openPool({ ...store.server.app, max: AT_ONCE + 2, pipeline: true })
  const boss = await openBoss(pool, true)
  const byName = new Map(jobs.map((job) => [job.name, job]))
  await planSchedules(boss, jobs)
  const how = {
    transactional: true,
    batchSize: 1,
    localConcurrency: AT_ONCE,
    pollingIntervalSeconds: POLLING_SECONDS,
    burstWhenBatchFull: true,
  } as const
  await boss.work<unknown, void, typeof how>(QUEUE, how, async (claimed, tx) => {
    for (const { data } of claimed) {
      const queued = queuedJobFrom(data)
      try {
        if (queued.council === EVERY_COUNCIL) await fanOut({ store, boss, queued, begun: tx })
        else await runOne({ store, job: byName.get(queued.name), queued, begun: tx })
      } catch (error) {
        onError(queued.name, error)
        throw error
      }
    }
  })
  return {
    async stop() {
      await boss.stop({ graceful: true })
      await pool.end()
    },
  }
}

type Claimed = { readonly store: Store; readonly queued: QueuedJob; readonly begun: Parameters<typeof councilDbWithin>[0] }

async function runOne({ store, job, queued, begun }: Claimed & { job: Job | undefined }): Promise<void> {
  if (job === undefined) throw new Error(`nobody here knows the job ${queued.name}`)
  const council = store.council(queued.council)
  const tx = withSealer(await councilDbWithin(begun, queued.council), council.sealer)
  await job.run({ council, tx, now: new Date().toISOString() }, queued.body)
}

/** One job for each council, in the transaction that completes the scheduled one. */
async function fanOut({ store, boss, queued, begun }: Claimed & { boss: PgBoss }): Promise<void> {
  for (const council of await store.councils()) {
    await sendJob(boss, await councilDbWithin(begun, council), { ...queued, council })
  }
}

/** The schedules of the jobs there are, and none of those there were. */
async function planSchedules(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const planned = new Set<string>()
  for (const { name, cron } of jobs) {
    if (cron === undefined) continue
    planned.add(name)
    await boss.schedule(QUEUE, cron, { council: EVERY_COUNCIL, name, body: null }, { tz: 'UTC', key: name })
  }
  for (const { key } of await boss.getSchedules(QUEUE)) {
    if (key !== undefined && !planned.has(key)) await boss.unschedule(QUEUE, key)
  }
}

function queuedJobFrom(data: unknown): QueuedJob {
  if (isQueuedJob(data)) return data
  throw new TypeError('a row of the job queue is not one of ours')
}

function isQueuedJob(data: unknown): data is QueuedJob {
  return isRecord(data) && typeof data['council'] === 'string' && typeof data['name'] === 'string' && 'body' in data
}
