/** The single place where the orders that two sides gave a list become one. */
import { standing } from '../diff/order.ts'

/** Names in order. `members` are those that stay. */
export type Orders = {
  readonly base: readonly string[]
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
  readonly members: ReadonlySet<string>
}

/** `isTorn`: the sides moved members against each other, or, where `doesOrderCount`, both put new ones at one place. */
export type Ordered = { readonly names: readonly string[]; readonly isTorn: boolean }

/** Ours, with what theirs added and moved put after what it comes after there. */
export function mergedOrder(orders: Orders, doesOrderCount: boolean): Ordered {
  const { base, ours, theirs, members } = orders
  const [stillOurs, stillTheirs] = [standing(base, ours), standing(base, theirs)]
  const known = new Set(base)
  const isMovedBy = (still: ReadonlySet<string>, name: string): boolean => known.has(name) && !still.has(name)
  const haveBothMoved = ours.some((name) => isMovedBy(stillOurs, name)) && theirs.some((name) => isMovedBy(stillTheirs, name))
  const names = placedInto(orders, (name) => isMovedBy(stillTheirs, name) && !isMovedBy(stillOurs, name))
  const isTorn = (haveBothMoved && isAgainst(orders, names)) || (doesOrderCount && areNewOnesBeside(orders, names))
  return { names: names.filter((name) => members.has(name)), isTorn }
}

/** One side’s order, with what only the other has put where it stands there. */
export function orderOf(orders: Orders, side: 'ours' | 'theirs'): readonly string[] {
  const { ours, theirs, members } = orders
  const turned = side === 'ours' ? orders : { ...orders, ours: theirs, theirs: ours }
  return placedInto(turned, () => false).filter((name) => members.has(name))
}

/**
 * Ours, and of theirs what ours does not have and what `isPlaced` says, each after what stands before it in theirs. What ours took out and comes
 * back goes after all that stands before it there: ours may have moved a part of that, and it may read any of it.
 */
function placedInto({ base, ours, theirs, members }: Orders, isPlaced: (name: string) => boolean): readonly string[] {
  const here = new Set(ours)
  const known = new Set(base)
  const placed = theirs.filter((name) => members.has(name) && (!here.has(name) || isPlaced(name)))
  if (placed.length === 0) return ours
  const isPlacedNow = new Set(placed)
  const names = ours.filter((name) => !isPlacedNow.has(name))
  const present = new Set(names)
  const passed: string[] = []
  let before = -1
  for (const name of theirs) {
    if (isPlacedNow.has(name)) {
      const isBack = known.has(name) && !here.has(name)
      before = (isBack ? Math.max(before, ...passed.map((each) => names.indexOf(each))) : before) + 1
      names.splice(before, 0, name)
      present.add(name)
    } else if (present.has(name)) before = names.indexOf(name)
    if (present.has(name)) passed.push(name)
  }
  return names
}

/** Whether a pair that one side alone turned round stands the other way. */
function isAgainst({ base, ours, theirs, members }: Orders, names: readonly string[]): boolean {
  const places = [base, ours, theirs, names].map((list) => new Map(list.map((name, index) => [name, index])))
  const common = names.filter((name) => members.has(name) && places.every((place) => place.has(name)))
  const [inBase, inOurs, inTheirs, inMerged] = common.length === 0 ? [] : places
  if (inBase === undefined || inOurs === undefined || inTheirs === undefined || inMerged === undefined) return false
  const isBefore = (place: ReadonlyMap<string, number>, one: string, other: string): boolean =>
    (place.get(one) ?? 0) < (place.get(other) ?? 0)
  return common.some((one, index) =>
    common.slice(index + 1).some((other) => {
      const was = isBefore(inBase, one, other)
      const [our, their] = [isBefore(inOurs, one, other), isBefore(inTheirs, one, other)]
      return isBefore(inMerged, one, other) !== (our === was ? their : our)
    }),
  )
}

/** Whether something only ours has added stands next to something only theirs has. */
function areNewOnesBeside({ base, ours, theirs }: Orders, names: readonly string[]): boolean {
  const [known, here, there] = [new Set(base), new Set(ours), new Set(theirs)]
  const isNewIn = (one: ReadonlySet<string>, other: ReadonlySet<string>, name: string | undefined): boolean =>
    name !== undefined && !known.has(name) && one.has(name) && !other.has(name)
  return names.some((name, index) => {
    const next = names[index + 1]
    return (isNewIn(here, there, name) && isNewIn(there, here, next)) || (isNewIn(there, here, name) && isNewIn(here, there, next))
  })
}
