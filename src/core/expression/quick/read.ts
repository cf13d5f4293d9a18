/** The single place where quick closures read a slot or a field, and keep what they worked out. */
import { LONGEST_LIST } from '../reader.ts'
import { isGroup, isList, type Known } from '../value.ts'
import { type Group, lostGroup, lostList, lostNumber, lostText, lostTruth, type Members, type Quick } from './frame.ts'

/** How one type of value is told, or the frame lost. */
export type Reading<Result> = { readonly is: (raw: unknown) => raw is Result; readonly lost: Quick<Result> }

export const NUMBER: Reading<number> = { is: (raw) => typeof raw === 'number', lost: lostNumber }
export const TRUTH: Reading<boolean> = { is: (raw) => typeof raw === 'boolean', lost: lostTruth }
export const TEXT: Reading<string> = { is: (raw) => typeof raw === 'string', lost: lostText }
export const LIST: Reading<Members> = { is: isShortList, lost: lostList }
export const GROUP: Reading<Group> = { is: isGroup, lost: lostGroup }

function isShortList(raw: unknown): raw is Members {
  return isList(raw) && raw.length <= LONGEST_LIST
}

export function constant<Result>(value: Result): Quick<Result> {
  return () => value
}

export function slotNumber(at: number): Quick<number> {
  return (frame) => {
    const known = frame.slots[at]
    return typeof known === 'number' ? known : lostNumber(frame)
  }
}

export function slotTruth(at: number): Quick<boolean> {
  return (frame) => {
    const known = frame.slots[at]
    return typeof known === 'boolean' ? known : lostTruth(frame)
  }
}

export function slotText(at: number): Quick<string> {
  return (frame) => {
    const known = frame.slots[at]
    return typeof known === 'string' ? known : lostText(frame)
  }
}

export function slot<Result>(at: number, { is, lost }: Reading<Result>): Quick<Result> {
  return (frame) => {
    const known = frame.slots[at]
    return is(known) ? known : lost(frame)
  }
}

/** Whether a slot holds this text, in one closure: what rules ask most. */
export function slotIs(at: number, text: string): Quick<boolean> {
  return (frame) => {
    const known = frame.slots[at]
    return typeof known === 'string' ? known === text : lostTruth(frame)
  }
}

/** Whether a field of the member a walk stands at holds this text. */
export function memberIs(at: number, name: string, text: string): Quick<boolean> {
  return (frame) => {
    const member = frame.slots[at]
    const raw = isEntry(member) ? member[name] : undefined
    return typeof raw === 'string' ? raw === text : lostTruth(frame)
  }
}

/** Enough to read a field that is then told by its type. */
function isEntry(member: unknown): member is Readonly<Record<string, unknown>> {
  return typeof member === 'object' && member !== null
}

/** The field of the member a walk stands at: the commonest of all fields. */
export function memberNumber(at: number, name: string): Quick<number> {
  return (frame) => {
    const member = frame.slots[at]
    const raw = isEntry(member) ? member[name] : undefined
    return typeof raw === 'number' ? raw : lostNumber(frame)
  }
}

export function memberTruth(at: number, name: string): Quick<boolean> {
  return (frame) => {
    const member = frame.slots[at]
    const raw = isEntry(member) ? member[name] : undefined
    return typeof raw === 'boolean' ? raw : lostTruth(frame)
  }
}

export function memberText(at: number, name: string): Quick<string> {
  return (frame) => {
    const member = frame.slots[at]
    const raw = isEntry(member) ? member[name] : undefined
    return typeof raw === 'string' ? raw : lostText(frame)
  }
}

export function field<Result>(of: Quick<Group>, name: string, { is, lost }: Reading<Result>): Quick<Result> {
  return (frame) => {
    const raw = of(frame)[name]
    return is(raw) ? raw : lost(frame)
  }
}

/** Works it out when it is first asked for. */
export function kept<Result>(at: number, work: Quick<Known | undefined>, { is, lost }: Reading<Result>): Quick<Result> {
  return (frame) => {
    const known = frame.slots[at]
    if (is(known)) return known
    const made = work(frame)
    frame.slots[at] = made
    return is(made) ? made : lost(frame)
  }
}

export function keptNumber(at: number, work: Quick<Known | undefined>): Quick<number> {
  return (frame) => {
    const known = frame.slots[at]
    if (typeof known === 'number') return known
    const made = work(frame)
    frame.slots[at] = made
    return typeof made === 'number' ? made : lostNumber(frame)
  }
}

export function keptTruth(at: number, work: Quick<Known | undefined>): Quick<boolean> {
  return (frame) => {
    const known = frame.slots[at]
    if (typeof known === 'boolean') return known
    const made = work(frame)
    frame.slots[at] = made
    return typeof made === 'boolean' ? made : lostTruth(frame)
  }
}

/** The member a walk stands at, of whatever type. */
export function memberAt(at: number): Quick<Known | undefined> {
  return (frame) => {
    const member = frame.slots[at]
    return isKnown(member) ? member : undefined
  }
}

function isKnown(value: unknown): value is Known {
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' || isList(value) || isGroup(value)
}

export function choose<Result>(condition: Quick<boolean>, then: Quick<Result>, otherwise: Quick<Result>): Quick<Result> {
  return (frame) => (condition(frame) ? then(frame) : otherwise(frame))
}
