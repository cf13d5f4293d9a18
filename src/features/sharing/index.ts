/** The door: all that other features may know of sharing. */
export { type Offer, offersOf } from './commands/offer.ts'
export { type Adopted, findAdopted } from './commands/read.ts'
export { followAll } from './commands/follow.ts'
export { handOver, noChoices } from './commands/merge.ts'
