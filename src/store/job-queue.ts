/** The single place that knows pg-boss: our jobs are rows of one queue, asked for in the transaction of their cause. */

import type pg from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Db } from './db.ts'
import type { JobRequest } from './job-request.ts'
import { JOBS_SCHEMA } from './jobs-schema.ts'
import type { Json } from './json.ts'

/** All jobs of all councils wait in one queue; which one to run is in the row. */
export const QUEUE = 'folkmoot'
/** Where jobs end that failed at every try. */
export const FAILED_QUEUE = 'folkmoot-failed'

/** What a row of the queue says. */
export type QueuedJob = { readonly council: string; readonly name: string; readonly body: Json }

const TRIES = 8
const EXPIRE_SECONDS = 300

/** A pg-boss that never alters tables. `isWorker`: also runs schedules and looks after the queue. */
export async function openBoss(pool: pg.Pool, isWorker: boolean): Promise<PgBoss> {
  const db = poolDatabase(pool)
  const boss = new PgBoss({ db, schema: JOBS_SCHEMA, migrate: false, supervise: isWorker, schedule: isWorker })
  boss.on('error', () => undefined)
  await boss.start()
  await boss.createQueue(FAILED_QUEUE)
  await boss.createQueue(QUEUE, {
    retryLimit: TRIES,
    retryBackoff: true,
    retryDelay: 1,
    expireInSeconds: EXPIRE_SECONDS,
    deadLetter: FAILED_QUEUE,
  })
  return boss
}

/** Adds a job to the queue in the transaction `tx`. */
export async function sendJob(boss: PgBoss, tx: Db, { council, name, body, after, key }: JobRequest & { council: string }): Promise<void> {
  const job: QueuedJob = { council, name, body }
  await boss.send(QUEUE, job, {
    db: fromKysely(tx),
    ...(after === undefined ? {} : { startAfter: after }),
    ...(key === undefined ? {} : { singletonKey: `${council}/${name}/${key}`, singletonSeconds: 1 }),
  })
}

/** pg-boss on the pool of the program, with transactions of its own for jobs that commit together with their completion. */
function poolDatabase(pool: pg.Pool) {
  return {
    executeSql: (text: string, values?: unknown[]) => pool.query(text, values),
    async beginTransaction() {
      const client = await pool.connect()
      let isOpen = true
      const end = async (how: 'commit' | 'rollback') => {
        if (!isOpen) return
        isOpen = false
        try {
          await client.query(how)
          client.release()
        } catch (error) {
          client.release(true)
          if (how === 'commit') throw error
        }
      }
      await client.query('begin')
      return {
        db: { executeSql: (text: string, values?: unknown[]) => client.query(text, values) },
        commit: () => end('commit'),
        rollback: () => end('rollback'),
      }
    },
  }
}
