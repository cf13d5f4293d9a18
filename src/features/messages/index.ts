/** The door: all that other features may know of messages. */
export { send } from './commands.ts'
export type { Message } from './domain.ts'
