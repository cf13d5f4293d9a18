/** The door: all that other features may know of appointments. */
export { offerTimes, type Offering } from './commands.ts'
export type { OfferedTime } from './domain.ts'
export { findTime, freeTimes, leavePlace, NoRoom, takePlace } from './store.ts'
