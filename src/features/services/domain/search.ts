/** The single place that finds services by what people type: without accents, by the start of words, forgiving small slips. Pure. */

/** What a service can be found by. `name` counts most. */
export type Findable = { readonly name: string; readonly summary: string; readonly search: readonly string[] }

const nameWeight = 4
const searchWeight = 3
const summaryWeight = 1

/** Those that have every word of the query, best first; all of them, in their order, for an empty query. */
export function find<Service>(
  services: readonly Service[],
  query: string,
  words: (service: Service) => readonly Findable[],
): readonly Service[] {
  const wanted = wordsOf(query)
  if (wanted.length === 0) return services
  return services
    .map((service) => ({ service, score: Math.max(...words(service).map((findable) => scoreOf(findable, wanted))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ service }) => service)
}

/** Lower-case words without accents and punctuation. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0)
    .slice(0, 20)
}

function scoreOf({ name, summary, search }: Findable, wanted: readonly string[]): number {
  const places = [
    { words: wordsOf(name), weight: nameWeight },
    { words: search.flatMap(wordsOf), weight: searchWeight },
    { words: wordsOf(summary), weight: summaryWeight },
  ]
  let total = 0
  for (const word of wanted) {
    const best = Math.max(...places.map((place) => place.weight * Math.max(0, ...place.words.map((found) => likeness(found, word)))))
    if (best === 0) return 0
    total += best
  }
  return total
}

/** 1 for the same word, less for one that begins so, least for one a slip away, 0 for another word. */
function likeness(found: string, wanted: string): number {
  if (found === wanted) return 1
  if (found.startsWith(wanted)) return 0.8
  const slips = wanted.length < 4 ? 0 : wanted.length < 8 ? 1 : 2
  if (slips === 0) return 0
  return isWithin(found.slice(0, wanted.length + slips), wanted, slips) || isWithin(found, wanted, slips) ? 0.5 : 0
}

/** Whether one text becomes the other by at most `slips` letters added, left out, changed or swapped with their neighbour. */
export function isWithin(a: string, b: string, slips: number): boolean {
  if (Math.abs(a.length - b.length) > slips) return false
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const kept = (row[j - 1] ?? 0) + (isSame ? 0 : 1)
      const cheapest = Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
      next.push(isSwap ? Math.min(cheapest, (before[j - 2] ?? 0) + 1) : cheapest)
    }
    before = row
    row = next
  }
  return (row[b.length] ?? Number.POSITIVE_INFINITY) <= slips
}
