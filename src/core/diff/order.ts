/** The single place that says which members of a list were moved and which kept their order. */

/** Members of both lists that stand in the same order in both: as many as can be, so that as few as can be count as moved. */
export function standing(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const placeOf = new Map(before.map((name, index) => [name, index]))
  const common = after.filter((name) => placeOf.has(name))
  const places = common.map((name) => placeOf.get(name) ?? 0)
  if (places.every((place, index) => index === 0 || (places[index - 1] ?? 0) < place)) return new Set(common)
  return new Set(longestRising(places).map((index) => common[index] ?? ''))
}

/** Indexes of a longest rising part of some different numbers (patience sorting; n log n). */
function longestRising(numbers: readonly number[]): readonly number[] {
  const ends: number[] = []
  const before: number[] = []
  for (const [index, number] of numbers.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    before[index] = low === 0 ? -1 : (ends[low - 1] ?? -1)
    ends[low] = index
  }
  const rising: number[] = []
  for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) rising.push(at)
  return rising.toReversed()
}
