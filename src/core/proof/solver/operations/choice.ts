/** The single place for values that are one of a set, and for values that come only under a condition. */
import {
  among,
  failed,
  type Half,
  isKnown,
  known,
  missing,
  needsOf,
  no,
  type Node,
  type Operation,
  overlaps,
  type Reach,
  states,
  yes,
} from '../node.ts'

/** Whether a choice is one of some. */
export function oneOf(part: Node, choices: bigint): Operation {
  const reach: Reach = states(0)
  return {
    key: `one of ${part.id} ${choices}`,
    parts: [part],
    image: () => {
      let state = part.state & (missing | failed)
      if ((part.state & yes) !== 0) {
        if ((part.choices & choices) !== 0n) state |= yes
        if ((part.choices & ~choices) !== 0n) state |= no
      }
      reach.state = state
      return reach
    },
    push: (node, narrow) => {
      if (!isKnown(node)) return
      if (node.state === yes) narrow(part, among(choices))
      else if (node.state === no) narrow(part, among(~choices))
      else narrow(part, states(yes))
    },
  }
}

/** Whether two choices of one set are the same. Two texts that no rule names may be the same or not. */
export function sameChoice([left, right]: readonly [Node, Node], unnamed: bigint): Operation {
  const parts = [left, right]
  const reach: Reach = states(0)
  const isOne = (choices: bigint): boolean => (choices & (choices - 1n)) === 0n
  return {
    key: `same choice ${left.id} ${right.id}`,
    parts,
    isVague: unnamed !== 0n,
    image: () => {
      const needs = needsOf(parts)
      let state = needs & ~yes
      if ((needs & yes) !== 0) {
        const both = left.choices & right.choices
        if (both !== 0n) state |= yes
        if (both === 0n || !isOne(left.choices) || !isOne(right.choices) || (both & unnamed) !== 0n) state |= no
      }
      reach.state = state
      return reach
    },
    push: (node, narrow) => {
      if (!isKnown(node)) return
      for (const part of parts) narrow(part, states(yes))
      if (node.state === yes) {
        narrow(left, among(right.choices))
        narrow(right, among(left.choices))
      } else if (node.state === no) {
        if (isOne(left.choices) && (left.choices & unnamed) === 0n) narrow(right, among(~left.choices))
        if (isOne(right.choices) && (right.choices & unnamed) === 0n) narrow(left, among(~right.choices))
      }
    },
  }
}

/** The value where the condition is yes, missing where it is no or missing, failed where it failed. */
export function gated(when: Node, value: Node): Operation {
  const reach: Reach = states(0)
  return {
    key: `gated ${when.id} ${value.id}`,
    parts: [when, value],
    image: () => {
      let state = when.state & (missing | failed)
      if ((when.state & no) !== 0) state |= missing
      if ((when.state & yes) !== 0) state |= value.state
      return taking(reach, state, value)
    },
    push: (node, narrow) => {
      if ((node.state & missing) === 0) narrow(when, states(yes | failed))
      if ((node.state & failed) === 0) narrow(when, states(yes | no | missing))
      if (when.state === yes) narrow(value, node)
      else if ((when.state & yes) !== 0 && !meets(node, value)) narrow(when, states(~yes))
    },
    split: () => splitCondition(when),
  }
}

/** One value or the other. With the condition missing it is missing; or failed, where both would be. */
export function chosen(when: Node, then: Node, otherwise: Node): Operation {
  const reach: Reach = states(0)
  return {
    key: `chosen ${when.id} ${then.id} ${otherwise.id}`,
    parts: [when, then, otherwise],
    image: () => {
      let state = when.state & (missing | failed)
      const [yesFits, noFits] = [(when.state & yes) !== 0, (when.state & no) !== 0]
      if (yesFits) state |= then.state
      if (noFits) state |= otherwise.state
      if ((when.state & missing) !== 0) state |= then.state & otherwise.state & failed
      const known1 = yesFits && (then.state & known) !== 0
      const known2 = noFits && (otherwise.state & known) !== 0
      if (!known1 || !known2) return taking(reach, state, known1 ? then : otherwise)
      reach.state = state
      reach.least = Math.min(then.least, otherwise.least)
      reach.most = Math.max(then.most, otherwise.most)
      reach.choices = then.choices | otherwise.choices
      return reach
    },
    push: (node, narrow) => {
      if ((node.state & missing) === 0 && (node.state & failed) === 0) narrow(when, states(known))
      if ((when.state & yes) !== 0 && !meets(node, then)) narrow(when, states(~yes))
      if ((when.state & no) !== 0 && !meets(node, otherwise)) narrow(when, states(~no))
      if (when.state === yes) narrow(then, node)
      else if (when.state === no) narrow(otherwise, node)
    },
    split: () => splitCondition(when),
  }
}

/** The same value, with a failure taken for missing: so a name that is worked out is read by others. */
export function settled(value: Node): Operation {
  const reach: Reach = states(0)
  return {
    key: `settled ${value.id}`,
    parts: [value],
    image: () => taking(reach, (value.state & (known | missing)) | ((value.state & failed) === 0 ? 0 : missing), value),
    push: (node, narrow) => {
      const state = (node.state & known) | ((node.state & missing) === 0 ? 0 : missing | failed)
      narrow(value, isKnown(node) ? { state, least: node.least, most: node.most, choices: node.choices } : states(state))
    },
  }
}

/** Whether anything that one may be, the other may be too. */
export function meets(node: Node, value: Node): boolean {
  return (node.state & value.state & (missing | failed)) !== 0 || overlaps(node.sort, node, value)
}

function taking(reach: Reach, state: number, { least, most, choices }: Reach): Reach {
  reach.state = state
  reach.least = least
  reach.most = most
  reach.choices = choices
  return reach
}

function splitCondition(when: Node): Half | undefined {
  const rest = when.state & ~yes
  if ((when.state & yes) === 0 || rest === 0) return undefined
  return { node: when, first: states(yes), second: states(rest) }
}
