/** The single place that ranks candidates by the hours they surely save people in a year, and by how surely nothing else changes. */
import { type Interval, wilson } from '#core/value/share.ts'
import type { Assessment } from './assess.ts'
import type { PageBurden, Sure } from './burden.ts'
import type { Candidate } from './candidate.ts'

/**
 * `hours` a year; undefined where too few were measured, or where no time can be told. `most`: hours that it could save at most, where nobody has measured how
 * much it does. `changed`: the share of cases decided otherwise or not to be told.
 */
export type Ranked = Candidate & {
  readonly hours?: Sure | undefined
  readonly changed?: Interval | undefined
  readonly most?: number | undefined
}

/** Most hours first, each as few as they surely are, less what may be decided otherwise. Of all `cases` the assessed ones are a sample. */
export function rank({ candidates, questions, sampled }: Assessment, burdens: readonly PageBurden[], cases: number): readonly Ranked[] {
  const byPage = new Map(burdens.map((burden) => [burden.page, burden]))
  const share = (page: string) => 1 / Math.max(1, questions.filter((question) => question.page === page).length)
  return candidates
    .map((candidate): Ranked => {
      const { tried } = candidate
      return {
        ...candidate,
        hours: candidate.kind === 'reorder' ? savedByOrder(candidate, byPage) : savedByDropping(candidate, byPage, share(candidate.page)),
        most: savedByFillingIn(candidate, byPage, share(candidate.page)),
        changed: tried && surely({ count: tried.changed + tried.cantTell, of: tried.cases, isAll: sampled >= cases }),
      }
    })
    .filter(({ kind, hours }) => kind !== 'reorder' || (hours !== undefined && hours.low > 0))
    .toSorted((a, b) => scoreOf(b) - scoreOf(a) || (a.id < b.id ? -1 : 1))
}

/** Of all cases a count is no estimate. */
function surely({ count, of, isAll }: { readonly count: number; readonly of: number; readonly isAll: boolean }): Interval {
  return isAll ? { low: count / of, high: count / of } : wilson({ count, of })
}

function scoreOf({ hours, changed, changes }: Ranked): number {
  const certainty = changed === undefined ? 0.5 : 1 - changed.high
  return (hours?.low ?? 0) * certainty + certainty / 1000 + (changes === undefined ? 0 : 1 / 10_000)
}

/** A question that shares its page takes an even share of its time. Fewer answers to choose from save no time that was measured. */
function savedByDropping({ kind, reason, page }: Candidate, burdens: ReadonlyMap<string, PageBurden>, share: number): Sure | undefined {
  const burden = burdens.get(page)
  if (kind === 'prefill' || reason === 'alike' || burden?.seconds === undefined) return undefined
  return inHours(burden.seconds, burden.answered * share)
}

/** Those who end on the page no longer answer the ones before it; those who end on one of these answer it first. */
function savedByOrder({ page, before = [] }: Candidate, burdens: ReadonlyMap<string, PageBurden>): Sure | undefined {
  const moved = burdens.get(page)
  if (moved?.seconds === undefined) return undefined
  let sum: Sure = { is: 0, low: 0, high: 0 }
  for (const other of before.map((id) => burdens.get(id))) {
    if (other?.seconds === undefined) return undefined
    const [saved, spent] = [inHours(other.seconds, moved.exited), inHours(moved.seconds, other.exited)]
    sum = { is: sum.is + saved.is - spent.is, low: sum.low + saved.low - spent.high, high: sum.high + saved.high - spent.low }
  }
  return sum
}

/** Whoever says the same again would spend no time on it at best; they still read it, and for how long nobody knows before it is tried. */
function savedByFillingIn({ kind, page, alike }: Candidate, burdens: ReadonlyMap<string, PageBurden>, share: number): number | undefined {
  const burden = burdens.get(page)
  if (kind !== 'prefill' || alike === undefined || burden?.seconds === undefined) return undefined
  return inHours(burden.seconds, burden.answered * share * (alike.same / alike.of)).high
}

export function inHours({ is, low, high }: Sure, times: number): Sure {
  return { is: (is * times) / 3600, low: (low * times) / 3600, high: (high * times) / 3600 }
}
