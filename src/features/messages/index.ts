/** The door: all that other features may know of messages. */
export { forgetAbout, send, sendEach } from './commands.ts'
export type { KeptMessage, Message } from './domain.ts'
export { forgetTo, messagesAbout, messagesTo } from './store.ts'
