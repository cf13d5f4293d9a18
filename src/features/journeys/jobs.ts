/** The single place for the work of journeys that happens later: deleting drafts nobody came back to. */
import type { Job } from '#store/job.ts'
import { idleDays, oldestKept, sentDays } from './domain/index.ts'
import { deleteOldDrafts } from './store/index.ts'

export const expireDrafts: Job = {
  name: 'journeys-expire-drafts',
  cron: '17 3 * * *',
  run: ({ tx, now }) => deleteOldDrafts(tx, { unfinished: oldestKept(now, idleDays), sent: oldestKept(now, sentDays) }),
}
