/** The door: all that other features may know of appointments. */
export { offerTimes, type Offering } from './commands.ts'
export type { OfferedTime } from './domain.ts'
export { menuEntry } from './menu-entry.ts'
export { clearPlaces, findTime, freeTimes, leavePlace, NoRoom, putPlaces, takePlace } from './store.ts'
