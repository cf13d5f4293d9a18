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
  /** Known to nobody, from 0 to 4: how many more than ten a part must be to be told apart, and where its weight goes up by five. */
  readonly extra: number
}

/** Makes a name for a new group that nobody can guess, and draws its secret number. */
export type Draw = () => Pick<Group, 'id' | 'extra'>

/** One way to tell cases apart, by their ids. `other` names together what is each too small to be told apart; without it that counts as the largest part does. */
export type Level = { readonly cells: ReadonlyMap<string, string>; readonly other?: string }

/** What so many cases count in: a cell of each level. */
export type Counted = { readonly names: readonly string[]; readonly count: number }

/** The groups after a release, and what each cell of it counts. */
export type Grouped = { readonly groups: readonly Group[]; readonly counts: readonly Counted[] }

/** A group, and the cells it counts in so far. */
type Named = { readonly group: Group; readonly names: readonly string[] }

type Part = { readonly cell: string; readonly cases: readonly string[] }

/**
 * Counts the cases that are there now by their cells, level after level, each within what the one before told apart. A group is split only into parts of ten and
 * more; whoever is in a smaller part counts as the others of the group do, and newcomers count once there are ten of them. Every number is a sum of weights, and so
 * is every number after it.
 */
export function countInGroups(before: readonly Group[], levels: readonly [Level, ...Level[]], draw: Draw): Grouped {
  const [{ cells }] = levels
  const staying = before.flatMap((one) => stayed(one, cells))
  let all: readonly Named[] = welcomed(staying, cells, draw).map((group) => ({ group, names: [] }))
  for (const place of levels.keys()) all = all.flatMap((one) => split(one, levels.slice(0, place + 1), draw))
  const counts = new Map<string, Counted>()
  for (const { group, names } of all) {
    const key = JSON.stringify(names)
    counts.set(key, { names, count: (counts.get(key)?.count ?? 0) + group.weight })
  }
  return { groups: all.map(({ group }) => group), counts: [...counts.values()] }
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

/** Tells a group apart by the last of the levels. */
function split({ group, names }: Named, levels: readonly Level[], draw: Draw): readonly Named[] {
  const { cells, other } = levels.at(-1) ?? { cells: new Map<string, string>() }
  const [main, ...others] = partsOf(group, speaking(group, names, levels), cells)
  if (main === undefined) return []
  const apart = partsApart(group, others, other)
  // What stays must be a group too; the smallest parts go back to it until it is.
  while (apart.length > 0 && !isWhole(group, apart)) apart.pop()
  const left = new Set(apart.flatMap(({ cases }) => cases))
  const rest = group.cases.filter((id) => !left.has(id))
  const name = other === undefined || isNaming(group, main, rest) ? main.cell : other
  if (apart.length === 0) return [{ group, names: [...names, name] }]
  return [
    ...apart.map(({ cell, cases }) => ({ group: groupOf(cases, weightOf(cases.length, group), draw()), names: [...names, cell] })),
    { group: groupOf(rest, restOf(group, apart), draw()), names: [...names, name] },
  ]
}

/** Those of a group who are what it counts as so far; where nobody is, everybody. */
function speaking({ cases }: Group, names: readonly string[], levels: readonly Level[]): readonly string[] {
  const own = cases.filter((id) => names.every((name, place) => levels[place]?.cells.get(id) === name))
  return own.length > 0 ? own : cases
}

/** The parts of some of a group, the largest first; which of two that are nearly as large is, nobody knows. */
function partsOf(group: Group, cases: readonly string[], cells: ReadonlyMap<string, string>): readonly Part[] {
  const parts = Map.groupBy(cases, (id) => cells.get(id) ?? '')
  return [...parts]
    .map(([cell, own]) => ({ cell, cases: own, size: own.length + secretOf(group, cell) }))
    .sort((a, b) => b.size - a.size || (a.cell < b.cell ? -1 : 1))
}

/** The parts large enough to be told apart, and last those that only are so together. */
function partsApart(group: Group, parts: readonly Part[], other: string | undefined): Part[] {
  const apart = parts.filter(({ cases }) => isEnough(group, cases.length))
  const together = parts.filter(({ cases }) => !isEnough(group, cases.length)).flatMap(({ cases }) => cases)
  return other !== undefined && isEnough(group, together.length) ? [...apart, { cell: other, cases: together }] : apart
}

function isEnough({ extra }: Group, count: number): boolean {
  return count >= LEAST + extra
}

/** Whether what stays can be named for its largest part: enough cases, and about half of it or more. */
function isNaming(group: Group, { cell, cases }: Part, rest: readonly string[]): boolean {
  return isEnough(group, cases.length) && (cases.length - secretOf(group, cell)) * 2 >= rest.length
}

function isWhole(group: Group, apart: readonly Part[]): boolean {
  const rest = apart.reduce((count, { cases }) => count - cases.length, group.cases.length)
  return isEnough(group, rest) && restOf(group, apart) >= LEAST
}

function restOf(group: Group, apart: readonly Part[]): number {
  return apart.reduce((weight, { cases }) => weight - weightOf(cases.length, group), group.weight)
}

/** Goes up where being told apart begins and by five from there, so that of five neighbouring counts one alone is at a line: rounding to 5 cannot have fewer. */
export function weightOf(count: number, { extra }: Pick<Group, 'extra'>): number {
  return Math.floor((count + STEP - extra) / STEP) * STEP
}

function groupOf(cases: readonly string[], weight: number, drawn: ReturnType<Draw>): Group {
  return { ...drawn, cases, weight, weighed: cases.length }
}

/** From 0 to 4 for each cell of a group, and nobody knows which: from the group's name, by the hash of Fowler, Noll and Vo (FNV-1a). */
function secretOf({ id }: Group, cell: string): number {
  let hash = 0x811c9dc5
  for (const letter of `${id} ${cell}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return (hash >>> 8) % STEP
}
