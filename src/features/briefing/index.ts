/** The door: all that other features may know of briefings. */
export { draftOf } from './commands.ts'
export { freeze } from './store.ts'
