/** The rules of the starter service Bulky waste written by hand, as fast as they may be: what the engine is compared with. */
import type { Answer, Answers, GroupEntry } from '#core/index.ts'

export type Collection = { readonly outcome: 'collected' | 'given_for_reuse'; readonly price: number }

/** Pence. The answers are complete and lead to no exit. */
export function collectionByHand(answers: Answers): Collection {
  let [count, large, isReusable] = [0, 0, false]
  for (const { what, how_many: many, usable } of entries(answers['items'])) {
    const pieces = typeof many === 'number' ? many : 0
    count += pieces
    if (what === 'piano' || what === 'fridge_freezer') large += pieces
    if (usable === true) isReusable = true
  }
  if (isReusable && answers['reuse'] === 'give') return { outcome: 'given_for_reuse', price: 0 }
  const full = 2400 + 600 * Math.max(0, count - 3) + 1200 * large
  return { outcome: 'collected', price: answers['concession'] === 'none' ? full : Math.round(full / 2) }
}

function entries(answer: Answer | undefined): readonly GroupEntry[] {
  return Array.isArray(answer) && answer.every((one) => typeof one === 'object') ? answer : []
}
