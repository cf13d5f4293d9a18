/** The door: all that other features may know of sharing. */
export { followAll } from './commands/follow.ts'
export { handOver } from './commands/merge.ts'
export { type Offer, offersOf } from './commands/offer.ts'
export { type Adopted, findAdopted } from './commands/read.ts'
export { noChoices } from './commands/together.ts'
