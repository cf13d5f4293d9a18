/** The single place for how a decision ends and is renewed: when it ends, when the person is reminded, what became of it. */
import { z } from 'zod'
import type { Renewal } from '#core/definition/model/casework.ts'
import type { Service } from '#core/definition/model/service.ts'
import type { Nation } from '#core/value/bank-holidays.ts'
import { addDays } from '#core/value/calendar-date.ts'
import { addDuration, parseDuration } from '#core/value/duration.ts'

/** The last day a decision holds, and the day the person is reminded. */
export const RenewalDays = z.object({ ends: z.string(), reminds: z.string() })
export type RenewalDays = z.infer<typeof RenewalDays>

/** Another case, by id and reference: the one that renews, or the one renewed. */
export const OtherCase = z.object({ id: z.string(), reference: z.string() })
export type OtherCase = z.infer<typeof OtherCase>

/** Where a renewal stands. `by` is the case that renews. */
export type RenewalMark = RenewalDays & { readonly isOffered: boolean; readonly by?: OtherCase | undefined }

export type Deciding = {
  readonly renewal: Renewal | undefined
  readonly outcomes: Service['outcomes']
  readonly outcome: string
  readonly today: string
  readonly nation: Nation
}

/** When a decision made today ends, where it does. */
export function renewalDays({ renewal, outcomes, outcome, today, nation }: Deciding): RenewalDays | undefined {
  if (!renewal) return undefined
  const renewable = renewal.outcomes ?? outcomes.filter(({ adverse }) => !adverse).map(({ id }) => id)
  const [after, before] = [parseDuration(renewal.after), parseDuration(renewal.remind)]
  const ends = renewable.includes(outcome) && after ? addDuration(today, after, nation) : undefined
  const reminds = ends && before && addDuration(ends, { ...before, count: -before.count }, nation)
  return ends === undefined || reminds === undefined ? undefined : { ends, reminds }
}

/** The day after which the reminder goes out; undefined when it went out, or there is nothing to renew. */
export function remindsAfter(mark: RenewalMark | undefined): string | undefined {
  return mark && !mark.isOffered && !mark.by ? addDays(mark.reminds, -1) : undefined
}
