/** The single place that installs the tables of the job queue and lets the app use them. */

import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import { APP_ROLE } from './server.ts'

export const JOBS_SCHEMA = 'pgboss'

/** As the migrator: creates or upgrades the queue's tables. The app itself never does. */
export async function installJobs(client: pg.Client): Promise<void> {
  const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) }
  const boss = new PgBoss({ db, schema: JOBS_SCHEMA, supervise: false, schedule: false, migrate: true })
  await boss.start()
  await boss.stop({ graceful: false })
  await client.query(`
    grant usage on schema ${JOBS_SCHEMA} to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${APP_ROLE};
    grant usage on all sequences in schema ${JOBS_SCHEMA} to ${APP_ROLE};
    grant execute on all functions in schema ${JOBS_SCHEMA} to ${APP_ROLE}`)
}
