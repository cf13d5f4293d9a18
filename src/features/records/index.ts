/** The door: what the app's commands do with records. */
export { asCsv, exportPerson } from './commands/export.ts'
export { dispose, type Disposed, type Due } from './commands/dispose.ts'
export { erasePerson, type Erased, type ErasureOrder, type Kept } from './commands/erase.ts'
export { findPeople, type Found } from './commands/people.ts'
export type { PersonCopy } from './domain/index.ts'
