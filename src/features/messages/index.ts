/** The door: all that other features may know of messages. */
export { forgetAbout, send, sendEach } from './commands.ts'
export type { Message } from './domain.ts'
