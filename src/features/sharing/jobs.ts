/** The single list of what sharing looks for at intervals. */
import type { Task } from '#http/feature.ts'
import { followAll } from './commands/follow.ts'

/** A neighbour is looked at each time; another installation no more often than it should be asked. */
export const tasks: readonly Task[] = [{ name: 'sharing.follow', everySeconds: 5, run: followAll }]
