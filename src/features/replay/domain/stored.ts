/** The single place that reads a kept trial back. */
import type { Version } from '#core/definition/definition.ts'
import type { Columns, SplitBy, Trial } from '#core/replay/index.ts'
import { z } from 'zod'
import type { Split } from './split.ts'

const Count = z.int()
const Moved = z.object({ more: Count, less: Count, same: Count, other: Count, before: Count, after: Count })
const VersionName = z.custom<Version>((value) => typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value))

const Matrix = z.array(z.object({ from: z.string(), to: z.string(), count: Count }))
const Asked = z.object({ more: Count, fewer: Count, same: Count, unknown: Count })
const Person = z.object({ before: Count, after: Count })

/** A trial as it is kept. */
export const TrialShape: z.ZodType<Trial> = z.object({
  from: VersionName,
  to: VersionName,
  cases: Count,
  madeUp: Count,
  changed: Count,
  matrix: Matrix,
  cantTell: z.object({
    count: Count,
    questions: z.array(z.object({ question: z.string(), because: z.enum(['not-asked', 'not-kept', 'not-accepted']), count: Count })),
  }),
  fee: Moved,
  values: z.record(z.string(), Moved),
  asked: Asked,
  exits: z.array(z.object({ exit: z.string(), before: Count, after: Count })),
  person: Person,
  examples: z.array(z.object({ from: z.string(), to: z.string(), ids: z.array(z.string()) })),
})

const Column = z.object({
  slot: z.string(),
  family: z.enum(['number', 'choice', 'yes-no', 'date', 'month', 'choices', 'group']),
  hasGaps: z.boolean(),
  least: Count,
  most: Count,
  seen: z.array(z.string()),
})

/** Where the answers of a service lie, as it is kept. */
export const ColumnsShape: z.ZodType<Columns> = z.object({
  codes: z.array(z.string()),
  columns: z.record(z.string(), Column),
  bits: z.array(z.string()),
  opened: z.object({ least: Count, most: Count }),
  cases: Count,
})

const By = z.custom<SplitBy>((value) => typeof value === 'string' && /^(area|channel|month|answer [a-z][a-z0-9_]*)$/.test(value))
const Part: z.ZodType<Split['parts'][number]> = z.object({
  part: z.string(),
  cases: Count,
  changed: Count,
  cantTell: Count,
  matrix: Matrix,
  fee: Moved,
  values: z.record(z.string(), Moved),
  asked: Asked,
  person: Person,
})

/** What a run is split by, as it is kept. */
export const SplitsShape: z.ZodType<readonly SplitBy[]> = z.array(By)

/** The figures of the parts, as they are kept. */
export const SplitShape: z.ZodType<readonly Split[]> = z.array(
  z.object({
    by: By,
    bands: z.object({ of: z.enum(['number', 'date', 'month']), ends: z.array(Count) }).exactOptional(),
    overlaps: z.literal(true).exactOptional(),
    parts: z.array(Part),
  }),
)
