/** The work of value that every worker looks for: counting the days that are over, and asking how it was. */
import { dayInLondon } from '#http/clock.ts'
import type { Task } from '#http/feature.ts'
import { countJourneys } from './commands/count.ts'
import { survey } from './commands/survey.ts'

export const tasks: readonly Task[] = [
  {
    name: 'value.counts',
    everySeconds: 600,
    run: async (council, { clock }) => {
      const now = clock()
      await countJourneys(council, { at: now.toISOString(), today: dayInLondon(now) })
    },
  },
  {
    name: 'value.survey',
    everySeconds: 1800,
    run: async (council, { clock }) => {
      await survey(council, dayInLondon(clock()))
    },
  },
]
