/** The single place where an entry is turned back into what was typed, so that it can be replaced by a similar one. */
import { plainMoney } from '#core/value/money.ts'
import type { CostSet, Typed } from '../domain/index.ts'

export const noneTyped: Typed = { get: () => '', all: () => [] }

/** Everything of a cost but the day it holds from and the day its figure is of, which a new entry has of its own. */
export function costTyped(cost: CostSet): Typed {
  const { label, pence, per, kind, covers, share, driver, channels, confidence, source } = cost
  const one = { label, pence: plainMoney(pence), per, kind, share: String(share / 10), driver, confidence, source }
  const fields = new Map<string, readonly string[]>([
    ...Object.entries(one).map(([name, value]) => [name, [value]] as const),
    ['covers', covers],
    ['channels', channels],
  ])
  return { get: (name) => fields.get(name)?.[0] ?? '', all: (name) => fields.get(name) ?? [] }
}
