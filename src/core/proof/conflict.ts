/** The single place that finds the smallest set of parts that contradict each other: any one of them left out, and there would be somebody. */
import type { Prepared } from '#core/definition/index.ts'
import { Finder } from './model/finder.ts'
import { Model } from './model/model.ts'
import { Variables } from './model/variables.ts'
import type { Want } from './wish.ts'

/** Somebody looked for, who has answered so many pages and met no exit after so many; made anew for each model. */
export type Sought = {
  readonly wants: (model: Model) => readonly Want[] | undefined
  readonly pages: number
  readonly open: number
}

/** Steps for one trial at most; `spend` is told of those taken. */
export type Effort = { readonly budget: number; readonly spend?: (steps: number) => void }

/**
 * Ids of the parts that together leave nobody, such as `conditions.adult` or `pages.racket.when`: none of them can be spared. Parts are taken
 * out by halves and then one by one, so that few trials are needed where few parts matter. A
 * trial that takes far more steps than the whole did leaves its part in.
 */
export function conflictOf(prepared: Prepared, sought: Sought, { budget: most, spend }: Effort): readonly string[] {
  const whole = attempt(prepared, sought, { without: new Set(), budget: most })
  spend?.(whole.steps)
  if (!whole.isRefuted) return []
  const budget = Math.min(most, whole.steps * 10 + 2_000)
  const all = [...whole.used]
  let kept = all
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length; ) {
      const fewer = kept.filter((_, index) => index < at || index >= at + size)
      const without = new Set(all.filter((part) => !fewer.includes(part)))
      const { isRefuted, steps } = attempt(prepared, sought, { without, budget })
      spend?.(steps)
      if (isRefuted) kept = fewer
      else at += size
    }
  }
  return kept
}

type Attempt = { readonly without: ReadonlySet<string>; readonly budget: number }

function attempt(
  prepared: Prepared,
  sought: Sought,
  { without, budget }: Attempt,
): { readonly isRefuted: boolean; readonly used: ReadonlySet<string>; readonly steps: number } {
  const model = new Model(new Variables(prepared, without))
  const wants = sought.wants(model)
  if (wants === undefined) return { isRefuted: false, used: model.used, steps: 0 }
  const finder = new Finder(model)
  const isRefuted = finder.find({ wants, pages: sought.pages, open: sought.open }, budget) === 'none'
  return { isRefuted, used: model.used, steps: finder.steps }
}
