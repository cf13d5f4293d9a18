/** The single place for quick walks over a list: the member a walk stands at is put into a slot. */
import type { Known } from '../value.ts'
import { lostNumber, type Members, type Quick } from './frame.ts'

/** A list, the slot for the member a walk stands at, and what picks from the list on the way. */
export type Picked = { readonly over: Quick<Members>; readonly at: number; readonly test: Quick<boolean> | undefined }

/** One test after another, as far as there are any. */
export function both(first: Quick<boolean> | undefined, second: Quick<boolean> | undefined): Quick<boolean> | undefined {
  if (first === undefined || second === undefined) return first ?? second
  return (frame) => first(frame) && second(frame)
}

/** True as soon as one member gives `decisive`. */
export function quantified({ over, at, test }: Picked, body: Quick<boolean>, decisive: boolean): Quick<boolean> {
  return (frame) => {
    for (const member of over(frame)) {
      frame.slots[at] = member
      if ((test === undefined || test(frame)) && body(frame) === decisive) return decisive
    }
    return !decisive
  }
}

export function exactlyOne(picked: Picked, body: Quick<boolean>): Quick<boolean> {
  const count = counted({ ...picked, test: both(picked.test, body) })
  return (frame) => count(frame) === 1
}

export function counted({ over, at, test }: Picked): Quick<number> {
  return (frame) => {
    let count = 0
    for (const member of over(frame)) {
      frame.slots[at] = member
      if (test === undefined || test(frame)) count += 1
    }
    return count
  }
}

/** All members added up, without making the list they would stand in. */
export function summed({ over, at, test }: Picked, body: Quick<number>): Quick<number> {
  return (frame) => {
    let total = 0
    for (const member of over(frame)) {
      frame.slots[at] = member
      if (test === undefined || test(frame)) total += body(frame)
      if (!Number.isSafeInteger(total)) return lostNumber(frame)
    }
    return total + 0
  }
}

/** The list itself. */
export function gathered({ over, at, test }: Picked, body: Quick<Known | undefined>): Quick<Members> {
  return (frame) => {
    const made: (Known | undefined)[] = []
    for (const member of over(frame)) {
      frame.slots[at] = member
      if (test === undefined || test(frame)) made.push(body(frame))
    }
    return made
  }
}
