/** The door: all that other features may know of people. */
export { type Actor, isSignedIn, isStaff, mayDo, type Permission, type Role } from '#http/actor.ts'
export { findPeople as findAccounts, staff } from './store/people.ts'
export { eraseAccount, fileOf, findAccount, type PersonFile, usesAbout } from './commands/file.ts'
export { findEmail } from './domain.ts'
export { findExampleActor, signInAs } from './commands/example.ts'
