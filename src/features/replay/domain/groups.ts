/** The single place where past cases are grouped so that figures made public, however many, tell no person apart. Pure; docs/decisions/released-figures.md says what that is worth. */

/** No group is smaller, and no number shown. */
export const LEAST = 10

/** What is shown is a multiple of this. */
export const STEP = 5

/** Cases that nothing made public so far has told apart. */
export type Group = {
  readonly id: string
  readonly cases: readonly string[]
  /** What they count for in public: a multiple of 5, at least 10. */
  readonly weight: number
  /** How many there were when the weight was set. */
  readonly weighed: number
  /** Known to nobody, each from 0 to 4: how many more than ten a part must be to be told apart, and how its weight is rounded. */
  readonly extra: number
  readonly lean: number
}

/** Makes a name for a new group, and draws its two secret numbers. */
export type Draw = () => Pick<Group, 'id' | 'extra' | 'lean'>

/** The groups after a release, and what each cell of it counts. */
export type Grouped = { readonly groups: readonly Group[]; readonly counts: ReadonlyMap<string, number> }

type Part = { readonly cell: string; readonly cases: readonly string[] }

/**
 * Counts the cases that are there now by their cells. A group is split only into parts of ten and more; whoever is in a smaller part counts as the largest part of
 * the group does, and newcomers count once there are ten of them. Every number is a sum of weights, and so is every number after it.
 */
export function countInGroups(before: readonly Group[], cells: ReadonlyMap<string, string>, draw: Draw): Grouped {
  const groups: Group[] = []
  const counts = new Map<string, number>()
  for (const group of welcomed(
    before.flatMap((one) => stayed(one, cells)),
    cells,
    draw,
  )) {
    for (const { cell, part } of split(group, cells, draw)) {
      groups.push(part)
      counts.set(cell, (counts.get(cell) ?? 0) + part.weight)
    }
  }
  return { groups, counts }
}

/** Cases that have gone change a weight only once ten of them have; fewer than ten left are no group any more. */
function stayed(group: Group, cells: ReadonlyMap<string, string>): readonly Group[] {
  const cases = group.cases.filter((id) => cells.has(id))
  if (cases.length < LEAST) return []
  const isLighter = group.weighed - cases.length >= LEAST
  return [isLighter ? { ...group, cases, weight: weightOf(cases.length, group), weighed: cases.length } : { ...group, cases }]
}

/** Cases of no group yet make one together. */
function welcomed(groups: readonly Group[], cells: ReadonlyMap<string, string>, draw: Draw): readonly Group[] {
  const known = new Set(groups.flatMap(({ cases }) => cases))
  const cases = [...cells.keys()].filter((id) => !known.has(id)).sort()
  if (cases.length < LEAST) return groups
  const drawn = draw()
  return [...groups, groupOf(cases, weightOf(cases.length, drawn), drawn)]
}

function split(group: Group, cells: ReadonlyMap<string, string>, draw: Draw): readonly { readonly cell: string; readonly part: Group }[] {
  const [main, ...others] = partsOf(group, cells)
  if (main === undefined) return []
  const apart = others.filter(({ cases }) => cases.length >= LEAST + group.extra)
  // What stays must be a group too; the smallest parts go back to it until it is.
  while (apart.length > 0 && !isWhole(group, apart)) apart.pop()
  if (apart.length === 0) return [{ cell: main.cell, part: group }]
  const left = new Set(apart.flatMap(({ cases }) => cases))
  const rest = group.cases.filter((id) => !left.has(id))
  const parts = apart.map(({ cell, cases }) => ({ cell, part: groupOf(cases, weightOf(cases.length, group), draw()) }))
  return [...parts, { cell: main.cell, part: groupOf(rest, restOf(group, apart), draw()) }]
}

/** The parts of a group, the largest first, equally large ones by the names of their cells. */
export function partsOf({ cases }: Pick<Group, 'cases'>, cells: ReadonlyMap<string, string>): readonly Part[] {
  const parts = Map.groupBy(cases, (id) => cells.get(id) ?? '')
  return [...parts]
    .map(([cell, own]) => ({ cell, cases: own }))
    .sort((a, b) => b.cases.length - a.cases.length || (a.cell < b.cell ? -1 : 1))
}

function isWhole(group: Group, apart: readonly Part[]): boolean {
  const rest = apart.reduce((count, { cases }) => count - cases.length, group.cases.length)
  return rest >= LEAST && restOf(group, apart) >= LEAST
}

function restOf(group: Group, apart: readonly Part[]): number {
  return apart.reduce((weight, { cases }) => weight - weightOf(cases.length, group), group.weight)
}

function weightOf(count: number, { lean }: Pick<Group, 'lean'>): number {
  return Math.max(LEAST, Math.floor((count + lean) / STEP) * STEP)
}

function groupOf(cases: readonly string[], weight: number, drawn: ReturnType<Draw>): Group {
  return { ...drawn, cases, weight, weighed: cases.length }
}
