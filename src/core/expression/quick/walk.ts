/** The single place for quick walks over a list: the member a walk stands at is put into a slot. */
import { type Known } from '../value.ts'
import { type Frame, lostNumber, type Members, type Quick } from './frame.ts'

/** A list with what picks from it on the way. `slots` are those of every walk that stands at the same member. */
export type Picked = { readonly over: Quick<Members>; readonly slots: readonly number[]; readonly tests: readonly Quick<boolean>[] }

function standAt(frame: Frame, slots: readonly number[], member: Known | undefined): void {
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at]
    if (slot !== undefined) frame.slots[slot] = member
  }
}

function passes(frame: Frame, tests: readonly Quick<boolean>[]): boolean {
  for (let at = 0; at < tests.length; at += 1) if (tests[at]?.(frame) === false) return false
  return true
}

/** True as soon as one member gives `decisive`. */
export function quantified({ over, slots, tests }: Picked, body: Quick<boolean>, decisive: boolean): Quick<boolean> {
  return (frame) => {
    const list = over(frame)
    for (let at = 0; at < list.length; at += 1) {
      standAt(frame, slots, list[at])
      if (passes(frame, tests) && body(frame) === decisive) return decisive
    }
    return !decisive
  }
}

export function exactlyOne(picked: Picked, body: Quick<boolean>): Quick<boolean> {
  const count = counted({ ...picked, tests: [...picked.tests, body] })
  return (frame) => count(frame) === 1
}

export function counted({ over, slots, tests }: Picked): Quick<number> {
  return (frame) => {
    const list = over(frame)
    let count = 0
    for (let at = 0; at < list.length; at += 1) {
      standAt(frame, slots, list[at])
      if (passes(frame, tests)) count += 1
    }
    return count
  }
}

/** All members added up, without making the list they would stand in. */
export function summed({ over, slots, tests }: Picked, body: Quick<number>): Quick<number> {
  return (frame) => {
    const list = over(frame)
    let total = 0
    for (let at = 0; at < list.length; at += 1) {
      standAt(frame, slots, list[at])
      if (passes(frame, tests)) total += body(frame)
      if (!Number.isSafeInteger(total)) return lostNumber(frame)
    }
    return total + 0
  }
}

/** The list itself. */
export function gathered({ over, slots, tests }: Picked, body: Quick<Known | undefined>): Quick<Members> {
  return (frame) => {
    const made: (Known | undefined)[] = []
    const list = over(frame)
    for (let at = 0; at < list.length; at += 1) {
      standAt(frame, slots, list[at])
      if (passes(frame, tests)) made.push(body(frame))
    }
    return made
  }
}
