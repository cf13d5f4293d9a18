/** The door: what the app's commands do with records. */
export { dispose } from './commands/dispose.ts'
export { erasePerson, type ErasureOrder } from './commands/erase.ts'
export { asCsv, exportPerson } from './commands/export.ts'
export { findPeople } from './commands/people.ts'
export type { Disposed, Due, Erased, Found, Kept, PersonCopy } from './domain/index.ts'
