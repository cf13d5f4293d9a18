/** The single place that lists, for each kind of value, the closures by which it is read and kept. */
import type { Ast } from '../ast.ts'
import type { Known } from '../value.ts'
import type { Group, Members, Quick } from './frame.ts'
import {
  field,
  GROUP,
  kept,
  keptNumber,
  keptTruth,
  LIST,
  memberNumber,
  memberText,
  memberTruth,
  NUMBER,
  type Reading,
  slot,
  slotNumber,
  slotText,
  slotTruth,
  TEXT,
  TRUTH,
} from './read.ts'
import type { Items } from './source.ts'

/** How a kind of value is made where its tree alone does not say: from a literal, a slot, a field, a choice or a call. */
export type Way<Result> = Reading<Result> & {
  readonly slot: (at: number) => Quick<Result>
  readonly kept: (at: number, work: Quick<Known | undefined>) => Quick<Result>
  readonly member: (at: number, name: string) => Quick<Result>
  readonly make: (ast: Ast, items: Items) => Quick<Result>
}

type Reads<Result> = Omit<Way<Result>, 'make'>

function usual<Result>(reading: Reading<Result>): Reads<Result> {
  return {
    ...reading,
    slot: (at) => slot(at, reading),
    kept: (at, work) => kept(at, work, reading),
    member: (at, name) => field(slot(at, GROUP), name, reading),
  }
}

export const NUMBERS: Reads<number> = { ...NUMBER, slot: slotNumber, kept: keptNumber, member: memberNumber }
export const TRUTHS: Reads<boolean> = { ...TRUTH, slot: slotTruth, kept: keptTruth, member: memberTruth }
export const TEXTS: Reads<string> = { ...usual(TEXT), slot: slotText, member: memberText }
export const LISTS: Reads<Members> = usual(LIST)
export const GROUPS: Reads<Group> = usual(GROUP)
