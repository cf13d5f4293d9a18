/** The single place that reads a kept trial back. */
import type { Version } from '#core/definition/definition.ts'
import type { Trial } from '#core/replay/index.ts'
import { z } from 'zod'

const Count = z.int()
const Moved = z.object({ more: Count, less: Count, same: Count, other: Count, before: Count, after: Count })
const VersionName = z.custom<Version>((value) => typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value))

/** A trial as it is kept. */
export const TrialShape: z.ZodType<Trial> = z.object({
  from: VersionName,
  to: VersionName,
  cases: Count,
  madeUp: Count,
  changed: Count,
  matrix: z.array(z.object({ from: z.string(), to: z.string(), count: Count })),
  cantTell: z.object({
    count: Count,
    questions: z.array(z.object({ question: z.string(), because: z.enum(['not-asked', 'not-kept', 'not-accepted']), count: Count })),
  }),
  fee: Moved,
  values: z.record(z.string(), Moved),
  asked: z.object({ more: Count, fewer: Count, same: Count, unknown: Count }),
  exits: z.array(z.object({ exit: z.string(), before: Count, after: Count })),
  person: z.object({ before: Count, after: Count }),
  examples: z.array(z.object({ from: z.string(), to: z.string(), ids: z.array(z.string()) })),
})
