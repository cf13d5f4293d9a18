/** The work of making services simpler: counting the days that are over, and looking services through. */
import { z } from 'zod'
import { dayInLondon } from '#http/clock.ts'
import type { Task } from '#http/feature.ts'
import type { Job } from '#store/job.ts'
import { countPages } from './commands/count.ts'
import { STUDY_JOB, studyDue, studyNow } from './commands/study.ts'

const Due = z.object({ service: z.string(), at: z.string() })

export const jobs: readonly Job[] = [
  {
    name: STUDY_JOB,
    run: async ({ council }, body) => {
      await studyNow({ store: council }, Due.parse(body))
    },
  },
]

export const tasks: readonly Task[] = [
  {
    name: 'simplify.pages',
    everySeconds: 600,
    run: async (council, { clock }) => {
      const now = clock()
      await countPages(council, { at: now.toISOString(), today: dayInLondon(now) })
    },
  },
  {
    name: 'simplify.study',
    everySeconds: 3600,
    run: async (council, { clock }) => {
      await studyDue(council, clock().toISOString())
    },
  },
]
