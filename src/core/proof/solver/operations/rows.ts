/** The single place for what a decision table gives: a value that comes of the row or rows that match (DMN 1.5, section 8.2.11). */
import { type Half, isKnown, known, missing, no, type Node, type Operation, type Reach, states, yes } from '../node.ts'
import { meets } from './choice.ts'

/** A row: whether it matches, and what it gives. */
export type RowNode = { readonly matches: Node; readonly gives: Node }

/** `first`: the first that matches counts. `only`: more than one is a fault. `agreeing`: several may match. */
export type Picking = 'first' | 'only' | 'agreeing'

/** What the row that counts gives. Where none matches, several do that must not, or it cannot be told, the value is missing: so others read it. */
export function picked(picking: Picking, rows: readonly RowNode[]): Operation {
  const reach: Reach = states(0)
  return {
    key: `picked ${picking} ${rows.map(({ matches, gives }) => `${matches.id}:${gives.id}`).join(' ')}`,
    parts: [...new Set(rows.flatMap(({ matches, gives }) => [matches, gives]))],
    image: () => imageOf(picking, rows, reach),
    push: (node, narrow) => {
      if (!isKnown(node)) return
      if (picking === 'only') for (const { matches } of rows) narrow(matches, states(known))
      for (const [at, { matches, gives }] of rows.entries()) {
        if ((matches.state & yes) === 0) continue
        if (!meets(node, gives) && counts(picking, rows, at)) narrow(matches, states(~yes))
      }
      if (picking === 'only') leaveOne(rows, narrow)
      const able = rows.filter(({ matches }) => (matches.state & yes) !== 0)
      const [row] = able
      if (row === undefined || able.length > 1) return pushFirst(picking, rows, { node, narrow })
      if (picking === 'first') for (const { matches } of rows.slice(0, rows.indexOf(row))) narrow(matches, states(known))
      narrow(row.matches, states(yes))
      narrow(row.gives, node)
    },
    split: () => splitRows(rows),
  }
}

/** Once a row matches that must be the only one, no other does. */
function leaveOne(rows: readonly RowNode[], narrow: Parameters<Operation['push']>[1]): void {
  const one = rows.find(({ matches }) => matches.state === yes)
  if (one !== undefined) for (const { matches } of rows) if (matches !== one.matches) narrow(matches, states(~yes))
}

function imageOf(picking: Picking, rows: readonly RowNode[], reach: Reach): Reach {
  reach.state = 0
  reach.least = Number.POSITIVE_INFINITY
  reach.most = Number.NEGATIVE_INFINITY
  reach.choices = 0n
  let sure = 0
  let able = 0
  for (const { matches, gives } of rows) {
    if ((matches.state & ~known) !== 0) reach.state |= missing
    if ((matches.state & yes) === 0) continue
    if (sure > 0 && picking === 'only') {
      reach.state |= missing
      if (matches.state === yes) sure += 1
      continue
    }
    able += 1
    join(reach, gives)
    if (matches.state !== yes) {
      if (picking === 'only') reach.state |= missing
      continue
    }
    sure += 1
    if (picking === 'first') return reach
  }
  if (sure === 0) reach.state |= missing
  if (picking === 'only' && sure > 1) reach.state = missing
  if (picking === 'agreeing' && able > 1 && !isOne(reach)) reach.state |= missing
  return reach
}

/** Whether rows that give this give the same. */
function isOne({ state, least, most, choices }: Reach): boolean {
  if ((state & known) === known) return false
  return (state & no) !== 0 || (least === most && (choices & (choices - 1n)) === 0n)
}

function join(reach: Reach, gives: Node): void {
  reach.state |= gives.state & known
  if ((gives.state & ~known) !== 0) reach.state |= missing
  if ((gives.state & known) === 0) return
  if (gives.least < reach.least) reach.least = gives.least
  if (gives.most > reach.most) reach.most = gives.most
  reach.choices |= gives.choices
}

/** Whether the value is that of the row wherever the row matches. */
function counts(picking: Picking, rows: readonly RowNode[], at: number): boolean {
  return picking !== 'first' || rows.slice(0, at).every(({ matches }) => matches.state === no)
}

/** Once the first row that may match does match, the value is its own. */
function pushFirst(
  picking: Picking,
  rows: readonly RowNode[],
  { node, narrow }: { readonly node: Node; readonly narrow: Parameters<Operation['push']>[1] },
): void {
  if (picking !== 'first') return
  const row = rows.find(({ matches }) => matches.state !== no)
  if (row?.matches.state === yes) narrow(row.gives, node)
}

function splitRows(rows: readonly RowNode[]): Half | undefined {
  const row = rows.find(({ matches }) => (matches.state & yes) !== 0 && matches.state !== yes)
  if (row === undefined) return undefined
  return { node: row.matches, first: states(yes), second: states(row.matches.state & ~yes) }
}
