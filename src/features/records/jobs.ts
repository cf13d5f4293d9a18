/** The single place for what happens to records by itself. */
import type { Task } from '#http/feature.ts'
import { dispose } from './commands/dispose.ts'

/** Looked at every hour, so that nothing outlives its day although servers are restarted; finding nothing costs a few queries. */
export const tasks: readonly Task[] = [
  {
    name: 'records.dispose',
    everySeconds: 3600,
    run: async (council, { clock }) => {
      await dispose(council, { at: clock().toISOString() })
    },
  },
]
