/** The single place for what happens to cases by itself. */
import { dayInLondon } from '#http/clock.ts'
import type { Task } from '#http/feature.ts'
import { fireClocks } from './commands/fire.ts'

export const tasks: readonly Task[] = [
  {
    name: 'cases.clocks',
    everySeconds: 300,
    run: (council, { clock }) => {
      const now = clock()
      return fireClocks(council, { at: now.toISOString(), today: dayInLondon(now) })
    },
  },
]
