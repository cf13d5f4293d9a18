/** The single place that finds what differs between two definitions. */
import type { Definition } from '../definition/definition.ts'
import type { Change, Path } from './change.ts'
import { isSame } from './json.ts'
import { standing } from './order.ts'
import { type Branch, grow, isOneSort, jsonOf, type Tree } from './tree.ts'

/**
 * What has to change in `before` for it to be `after`; empty only where they are the same version. Questions, options, rows and all else that
 * has an id is followed by it, wherever it stands in its list. What was taken out of a list comes before what was added to it.
 */
export function diff(before: Definition, after: Definition): readonly Change[] {
  if (before === after) return []
  const from = grow(before)
  return differences(from.tree, grow(after, from).tree)
}

/** What differs between two trees. */
export function differences(before: Tree, after: Tree): readonly Change[] {
  const changes: Change[] = []
  collect(changes, [before, after], [])
  return changes
}

type Pair = readonly [before: Tree, after: Tree]

function collect(changes: Change[], [before, after]: Pair, path: Path): void {
  if (before === after) return
  if (before.kind !== 'leaf' && after.kind !== 'leaf' && isOneSort(before, after)) {
    collectInside(changes, [before, after], path)
    return
  }
  const [old, now] = [jsonOf(before), jsonOf(after)]
  if (!isSame(old, now)) changes.push({ kind: 'changed', path, before: old, after: now })
}

function collectInside(changes: Change[], [before, after]: readonly [Branch, Branch], path: Path): void {
  let last: string | null = null
  for (const [key, inside] of before.of) {
    if (!after.of.has(key)) changes.push({ kind: 'removed', path: [...path, key], value: jsonOf(inside), after: placeIn(before, last) })
    last = key
  }
  const still = before.kind === 'list' ? standing([...before.of.keys()], [...after.of.keys()]) : undefined
  const earlier = still === undefined ? undefined : predecessors(before)
  last = null
  for (const [key, inside] of after.of) {
    const old = before.of.get(key)
    if (old === undefined) changes.push({ kind: 'added', path: [...path, key], value: jsonOf(inside), after: placeIn(after, last) })
    else {
      if (still?.has(key) === false) changes.push({ kind: 'moved', path: [...path, key], after: last, before: earlier?.get(key) ?? null })
      collect(changes, [old, inside], [...path, key])
    }
    last = key
  }
}

function placeIn(branch: Branch, last: string | null): string | null {
  return branch.kind === 'list' ? last : null
}

function predecessors(branch: Branch): ReadonlyMap<string, string | null> {
  let last: string | null = null
  const earlier = new Map<string, string | null>()
  for (const key of branch.of.keys()) {
    earlier.set(key, last)
    last = key
  }
  return earlier
}
