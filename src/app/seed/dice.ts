/** The single place for chance that can be repeated: the same seed gives the same year. */

/** Numbers from 0 up to but not including 1. */
export type Dice = () => number

/** A small generator (mulberry32); plenty for making people up, and never used for anything secret. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of the things given. @throws Error when there is none */
export function pick<Thing>(dice: Dice, things: readonly Thing[]): Thing {
  const thing = things[Math.floor(dice() * things.length)]
  if (thing === undefined) throw new Error('There is nothing to pick from')
  return thing
}

/** A whole number from `least` to `most`, both included. */
export function between(dice: Dice, least: number, most: number): number {
  return least + Math.floor(dice() * (most - least + 1))
}
