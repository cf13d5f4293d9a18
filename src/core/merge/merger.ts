/** The single place where three trees are put together part by part. */
import { keyOfPath, type Path } from '../diff/change.ts'
import type { Json } from '../diff/json.ts'
import { type Branch, isOneSort, isSameTree, jsonOf, type Tree } from '../diff/tree.ts'
import { areBelongingsChanged } from '../diff/belongings.ts'
import type { ConflictCode, Settlements } from './conflict.ts'
import { mergedOrder, type Orders, orderOf } from './merge-order.ts'

export type Side = 'ours' | 'theirs'

/** The same part in the three definitions, where it is there. */
export type Three = { readonly base: Tree | undefined; readonly ours: Tree | undefined; readonly theirs: Tree | undefined }

type Branches = { readonly base: Branch; readonly ours: Branch; readonly theirs: Branch }

/** A conflict before it has words. */
export type Clash = {
  readonly path: Path
  readonly code: ConflictCode
  readonly base: Json | undefined
  readonly ours: Json | undefined
  readonly theirs: Json | undefined
}

/** What a merger is told: the whole trees, whose way a conflict goes until it is settled, and what was settled. */
export type Telling = {
  readonly whole: { readonly base: Tree; readonly ours: Tree; readonly theirs: Tree }
  readonly sideAt: (path: Path) => Side
  readonly settlements: Settlements
  /** Whether the order of a list says more than how it looks. */
  readonly doesOrderCount: (path: Path) => boolean
  /** What becomes of a member that follows something elsewhere, such as the words of a question; undefined where it is looked at by itself. */
  readonly fateOf: (path: Path, member: Three, merged: ReadonlyMap<string, Tree>) => Side | 'gone' | undefined
  /** Whether the members of an object follow things elsewhere, so that one side may have none of it. */
  readonly isFollowing?: (path: Path) => boolean
  /** Whether a sentence says in another language what is in conflict in one. */
  readonly isDisputed?: (path: Path) => boolean
}

/** Fewer than this a list cannot have. */
const least: Readonly<Record<string, number>> = {
  options: 2,
  ...Object.fromEntries(
    ['sections', 'pages', 'questions', 'of', 'outcomes', 'rows', 'inputs', 'outputs', 'readers', 'who', 'applies', 'languages'].map(
      (list) => [list, 1],
    ),
  ),
}

export class Merger {
  readonly clashes: Clash[] = []
  /** The columns of tables that came of it so far, by the key of their path. */
  readonly #columns = new Map<string, Tree>()
  readonly #telling: Telling

  constructor(telling: Telling) {
    this.#telling = telling
  }

  merge(three: Three, path: Path): Tree | undefined {
    const { base, ours, theirs } = three
    if (ours === undefined && theirs === undefined) return undefined
    if (base === undefined) return this.#added(three, path)
    if (ours === undefined || theirs === undefined) return this.#taken(three, path)
    if (ours === theirs) return ours
    if (base.kind !== 'leaf' && ours.kind !== 'leaf' && theirs.kind !== 'leaf' && isOneSort(base, ours) && isOneSort(base, theirs))
      return this.inside({ base, ours, theirs }, path)
    return this.whole(three, path)
  }

  /** Merges a part as one thing, whatever is inside. */
  whole(three: Three, path: Path): Tree | undefined {
    const { base, ours, theirs } = three
    if (isSame(ours, theirs)) return ours
    if (this.#telling.isDisputed?.(path) === true && (isSame(base, theirs) || isSame(base, ours)))
      return this.clash('translation', three, path)
    if (isSame(base, theirs)) return ours
    return isSame(base, ours) ? theirs : this.clash('both-changed', three, path)
  }

  /** Merges what is inside. */
  inside(three: Branches, path: Path): Branch | undefined {
    const { base, ours, theirs } = three
    const earlier = this.clashes.length
    const of = new Map<string, Tree>()
    for (const name of namesOf(ours, theirs)) {
      const inner = { base: base.of.get(name), ours: ours.of.get(name), theirs: theirs.of.get(name) }
      const member = inner.ours === inner.theirs ? inner.ours : this.#member(inner, [...path, name])
      if (member !== undefined) of.set(name, member)
    }
    if (ours.kind === 'map') return asOurs(ours, { kind: 'map', of })
    const fewest = Math.min(least[path.at(-1) ?? ''] ?? 0, ours.of.size, theirs.of.size)
    if (of.size >= fewest) return this.#noted(asOurs(ours, this.#inOrder(three, of, path)), path)
    this.clashes.length = earlier
    const side = this.clash('too-few', three, path)
    return side === undefined || side.kind === 'leaf' ? undefined : this.#noted(side, path)
  }

  #member(three: Three, path: Path): Tree | undefined {
    const isLacking = three.ours === undefined || three.theirs === undefined
    const fate = isLacking ? this.#telling.fateOf(path, three, this.#columns) : undefined
    return fate === undefined ? this.merge(three, path) : fate === 'gone' ? undefined : three[fate]
  }

  #noted(merged: Branch, path: Path): Branch {
    if (path[0] === 'tables' && path.length === 3) this.#columns.set(keyOfPath(path), merged)
    return merged
  }

  /** Notes a conflict, unless it is settled, and goes one way. */
  clash(code: ConflictCode, { base, ours, theirs }: Three, path: Path): Tree | undefined {
    const side = this.#sideOf({ path, code, base: valueOf(base), ours: valueOf(ours), theirs: valueOf(theirs) })
    return side === 'ours' ? ours : theirs
  }

  #sideOf(clash: Clash): Side {
    const key = keyOfPath(clash.path)
    const settled = Object.hasOwn(this.#telling.settlements, key) ? this.#telling.settlements[key] : undefined
    if (settled === undefined) this.clashes.push(clash)
    return settled ?? this.#telling.sideAt(clash.path)
  }

  /** Both may add words and settings under one key and mean different things inside; a member of a list is one thing. */
  #added(three: Three, path: Path): Tree | undefined {
    const { ours, theirs } = three
    if (ours === undefined || theirs === undefined) return ours ?? theirs
    if (isSameTree(ours, theirs)) return ours
    if (ours.kind !== 'leaf' && theirs.kind !== 'leaf' && isOneSort(ours, theirs) && !ours.of.has('id'))
      return this.inside({ base: { kind: ours.kind, of: new Map() }, ours, theirs }, path)
    return this.clash('both-added', three, path)
  }

  /** One side took it away. */
  #taken(three: Three, path: Path): Tree | undefined {
    const { base, ours, theirs } = three
    const left = ours ?? theirs
    const { whole, isFollowing } = this.#telling
    const holder = ours === undefined ? whole.theirs : whole.ours
    if (base === undefined || left === undefined) return undefined
    if (base.kind === 'map' && left.kind === 'map' && isFollowing?.(path) === true) {
      const none = { kind: 'map', of: new Map<string, Tree>() } as const
      const inside = this.inside({ base, ours: ours === undefined ? none : left, theirs: theirs === undefined ? none : left }, path)
      return inside?.of.size === 0 ? undefined : inside
    }
    if (isSameTree(base, left) && !areBelongingsChanged(path, whole.base, holder)) return undefined
    return this.clash('deleted-and-changed', three, path)
  }

  #inOrder({ base, ours, theirs }: Branches, of: ReadonlyMap<string, Tree>, path: Path): Branch {
    const orders: Orders = {
      base: [...base.of.keys()],
      ours: [...ours.of.keys()],
      theirs: [...theirs.of.keys()],
      members: new Set(of.keys()),
    }
    const { names, isTorn } = mergedOrder(orders, this.#telling.doesOrderCount(path))
    const { members: _, ...values } = orders
    const ordered = isTorn ? orderOf(orders, this.#sideOf({ path, code: 'order', ...values })) : names
    return {
      kind: 'list',
      of: new Map(
        ordered.flatMap((name) => {
          const member = of.get(name)
          return member === undefined ? [] : [[name, member]]
        }),
      ),
    }
  }
}

/** Columns before rows, since cells follow them. */
function namesOf(ours: Branch, theirs: Branch): readonly string[] {
  const names = new Set([...ours.of.keys(), ...theirs.of.keys()])
  return names.delete('rows') ? [...names, 'rows'] : [...names]
}

function isSame(one: Tree | undefined, other: Tree | undefined): boolean {
  return one === undefined || other === undefined ? one === other : isSameTree(one, other)
}

function valueOf(tree: Tree | undefined): Json | undefined {
  return tree === undefined ? undefined : jsonOf(tree)
}

/** Ours itself where nothing came of it, so that nobody need look inside. */
function asOurs(ours: Branch, merged: Branch): Branch {
  if (ours.of.size !== merged.of.size) return merged
  const names = [...ours.of.keys()]
  let at = 0
  for (const [name, inside] of merged.of) {
    if (ours.of.get(name) !== inside || (ours.kind === 'list' && names[at] !== name)) return merged
    at += 1
  }
  return ours
}
