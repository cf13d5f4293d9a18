/**
 * The single place for what quick closures share. They are for answers that are whole: nothing is asked about missing values on the way.
 * Whoever meets one, or a fault, marks the frame as lost and gives anything; what comes of a lost frame is thrown away.
 */
import type { Known } from '../value.ts'

/** What stands at each slot: answers, what has been worked out so far, and the members walks stand at. */
export class Frame {
  readonly slots: unknown[]
  isLost = false

  constructor(size: number) {
    this.slots = new Array<unknown>(size).fill(undefined)
  }
}

/** A quick closure; what it gives holds only while the frame is not lost. */
export type Quick<Result> = (frame: Frame) => Result

export type Members = readonly (Known | undefined)[]
export type Group = { readonly [field: string]: Known | undefined }

const NO_MEMBERS: Members = []
const NO_GROUP: Group = {}

export function lostNumber(frame: Frame): number {
  frame.isLost = true
  return 0
}

export function lostTruth(frame: Frame): boolean {
  frame.isLost = true
  return false
}

export function lostText(frame: Frame): string {
  frame.isLost = true
  return ''
}

export function lostList(frame: Frame): Members {
  frame.isLost = true
  return NO_MEMBERS
}

export function lostGroup(frame: Frame): Group {
  frame.isLost = true
  return NO_GROUP
}
