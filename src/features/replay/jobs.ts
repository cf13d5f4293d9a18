/** The single place for trials and releases over so many cases that nobody waits for them. */
import { z } from 'zod'
import type { Job } from '#store/job.ts'
import { RELEASE_JOB, releaseLater } from './commands/release.ts'
import { carryOutLater, TRY_JOB } from './commands/try.ts'

const Trial = z.object({ trial: z.string() })
const Release = z.object({ trial: z.string(), by: z.string(), at: z.string() })

export const jobs: readonly Job[] = [
  { name: TRY_JOB, run: ({ council }, body) => carryOutLater(council, Trial.parse(body).trial) },
  { name: RELEASE_JOB, run: ({ council }, body) => releaseLater(council, Release.parse(body)) },
]
