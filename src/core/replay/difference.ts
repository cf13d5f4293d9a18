/** The single place where what two versions say about one past case is compared. */
import type { PlainValue } from '#core/journey/plain-value.ts'
import type { PastCase } from './past-case.ts'
import type { Side } from './side.ts'
import { type Lack, type Told, verdictOf } from './verdict.ts'

/** Which way a figure goes; `other` where one of the two is no figure. */
export type Way = 'more' | 'less' | 'same' | 'other'

export type Difference = { readonly id: string; readonly isMadeUp: boolean } & (
  | { readonly state: 'told'; readonly from: Told; readonly to: Told; readonly isChanged: boolean }
  | { readonly state: 'cant-tell'; readonly lacks: readonly Lack[] }
)

/** A case that either version can't tell of is not compared. */
export function compare({ from, to }: { readonly from: Side; readonly to: Side }, past: PastCase): Difference {
  const about = { id: past.id, isMadeUp: past.madeUp === true }
  const [before, after] = [verdictOf(from, past), verdictOf(to, past)]
  if ('told' in before && 'told' in after)
    return { ...about, state: 'told', from: before.told, to: after.told, isChanged: isChanged(before.told, after.told) }
  return { ...about, state: 'cant-tell', lacks: lacksOf('lacks' in after ? after.lacks : [], 'lacks' in before ? before.lacks : []) }
}

/** Each question once, as the later version lacks it. */
function lacksOf(after: readonly Lack[], before: readonly Lack[]): readonly Lack[] {
  const known = new Set(after.map(({ question }) => question))
  return [...after, ...before.filter(({ question }) => !known.has(question))]
}

function isChanged(from: Told, to: Told): boolean {
  if (from.outcome !== to.outcome || from.fee !== to.fee) return true
  const ids = new Set([...Object.keys(from.values), ...Object.keys(to.values)])
  return [...ids].some((id) => wayOf(from.values[id] ?? null, to.values[id] ?? null) !== 'same')
}

/** Which way a value goes. */
export function wayOf(before: PlainValue, after: PlainValue): Way {
  if (typeof before === 'number' && typeof after === 'number') return after > before ? 'more' : after < before ? 'less' : 'same'
  return JSON.stringify(before) === JSON.stringify(after) ? 'same' : 'other'
}
