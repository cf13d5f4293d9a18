/** The single place for yes and no: what follows from parts, and for parts, in the three-valued logic of expressions. */
import {
  failed,
  type Half,
  isKnown,
  known,
  missing,
  needsOf,
  no,
  type Node,
  type Operation,
  type Reach,
  splitNeeds,
  states,
  yes,
} from '../node.ts'

/** For each state of a part, the state that comes of it. */
export type Table = { readonly yes: number; readonly no: number; readonly missing: number; readonly failed: number }

/** Yes becomes no, and no yes. */
export const reversed: Table = { yes: no, no: yes, missing, failed }
/** Whether it is yes, and nothing else. */
export const isYes: Table = { yes, no, missing: no, failed: no }
/** Whether it is anything but no. */
export const isNotNo: Table = { yes, no, missing: yes, failed: yes }
/** Whether it is anything but yes. */
export const isNotYes: Table = { yes: no, no: yes, missing: yes, failed: yes }
/** Whether there is an answer; a failure stays one. */
export const isAnswered: Table = { yes, no: yes, missing: no, failed }
/** Whether it is known; missing and failed stay. */
export const isDefinite: Table = { yes, no: yes, missing, failed }
/** Yes, or a failure. */
export const orFailed: Table = { yes, no: failed, missing, failed }
/** Whether it is missing or failed. */
export const isUntold: Table = { yes: no, no, missing: yes, failed: yes }

const bits = [yes, no, missing, failed] as const
const names = ['yes', 'no', 'missing', 'failed'] as const

/** A yes or no that comes of the state of a part by a table. */
export function mapped(name: string, part: Node, table: Table): Operation {
  const reach = states(0)
  return {
    key: `${name} ${part.id}`,
    parts: [part],
    image: () => {
      let state = 0
      for (const [at, bit] of bits.entries()) if ((part.state & bit) !== 0) state |= table[names[at] ?? 'no']
      reach.state = state
      return reach
    },
    push: (node, narrow) => {
      let state = 0
      for (const [at, bit] of bits.entries()) if ((table[names[at] ?? 'no'] & node.state) !== 0) state |= bit
      narrow(part, states(state))
    },
  }
}

/** All of the parts: no as soon as one is; what is missing goes before a failure. */
export function allOf(parts: readonly Node[]): Operation {
  return joined('all', parts, { holds: yes, decides: no })
}

/** One of the parts at least: yes as soon as one is; what is missing goes before a failure. */
export function anyOf(parts: readonly Node[]): Operation {
  return joined('any', parts, { holds: no, decides: yes })
}

type Joint = { readonly holds: number; readonly decides: number }

function joined(name: string, parts: readonly Node[], { holds, decides }: Joint): Operation {
  const reach = states(0)
  return {
    key: `${name} ${parts.map(({ id }) => id).join(' ')}`,
    parts,
    image: () => {
      reach.state = jointState(parts, { holds, decides })
      return reach
    },
    push: (node, narrow) => pushJoint(node, parts, { holds, decides, narrow }),
    split: (node) => splitJoint(node, parts, { holds, decides }),
  }
}

function jointState(parts: readonly Node[], { holds, decides }: Joint): number {
  let some = 0
  let every = -1
  let isMissing = false
  for (const { state } of parts) {
    some |= state
    every &= state
    if (state === decides) return decides
    if (state === missing) isMissing = true
  }
  let state = some & (decides | missing)
  if ((every & holds) !== 0) state |= holds
  if (!isMissing) state |= some & failed
  return state
}

function pushJoint(
  node: Node,
  parts: readonly Node[],
  { holds, decides, narrow }: Joint & { readonly narrow: Parameters<Operation['push']>[1] },
): void {
  const { state } = node
  if ((state & decides) === 0) {
    // Without what decides, one that is missing makes the whole missing, and one that failed makes it failed or missing.
    const without = decides | ((state & missing) === 0 ? missing : 0) | ((state & (missing | failed)) === 0 ? failed : 0)
    for (const part of parts) if ((part.state & without) !== 0) narrow(part, states(~without))
    if (state === holds) return
  }
  if ((state & holds) === 0) {
    const open = parts.filter((part) => part.state !== holds)
    const [only] = open
    if (only !== undefined && open.length === 1) narrow(only, states(state))
  }
  if (state === decides) {
    const able = parts.filter((part) => (part.state & decides) !== 0)
    const [only] = able
    if (only !== undefined && able.length === 1) narrow(only, states(decides))
  }
}

/** One part is tried as what decides; where something else is wanted, one part is tried as that. */
function splitJoint(node: Node, parts: readonly Node[], { holds, decides }: Joint): Half | undefined {
  const wanted = (node.state & decides) !== 0 ? decides : (node.state & holds) !== 0 ? holds : node.state
  const able = parts.filter((part) => (part.state & wanted) !== 0 && (part.state & ~wanted) !== 0)
  const [part] = able
  return part === undefined ? undefined : { node: part, first: states(wanted), second: states(part.state & ~wanted) }
}

/** Yes where all parts are known, else what is missing or failed among them. */
export function needing(parts: readonly Node[]): Operation {
  const reach = states(0)
  return {
    key: `needs ${parts.map(({ id }) => id).join(' ')}`,
    parts,
    image: () => {
      reach.state = needsOf(parts)
      return reach
    },
    push: (node, narrow) => {
      if (isKnown(node)) for (const part of parts) narrow(part, states(known))
    },
    split: (node) => splitNeeds(node, parts),
  }
}

/** Whether two parts are both yes or both no. */
export function sameTruth(left: Node, right: Node): Operation {
  const parts = [left, right]
  const reach: Reach = states(0)
  return {
    key: `same truth ${left.id} ${right.id}`,
    parts,
    image: () => {
      const needs = needsOf(parts)
      let state = needs & ~yes
      if ((needs & yes) !== 0) {
        if ((left.state & right.state & known) !== 0) state |= yes
        if (((left.state & yes) !== 0 && (right.state & no) !== 0) || ((left.state & no) !== 0 && (right.state & yes) !== 0)) state |= no
      }
      reach.state = state
      return reach
    },
    push: (node, narrow) => {
      if (!isKnown(node)) return
      for (const part of parts) narrow(part, states(known))
      if (node.state === known) return
      for (const [part, other] of [
        [left, right],
        [right, left],
      ] as const) {
        if (part.state !== yes && part.state !== no) continue
        narrow(other, states(node.state === yes ? part.state : known & ~part.state))
      }
    },
    split: (node) => splitNeeds(node, parts),
  }
}
