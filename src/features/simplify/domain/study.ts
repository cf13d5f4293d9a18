/** The single place for what is kept of a look at a service: the assessment, on how many cases, when, and the digest that says the same can be had again. */
import type { Assessment } from '#core/simplify/index.ts'
import { z } from 'zod'

export type Study = {
  readonly service: string
  readonly version: string
  /** ISO instant. */
  readonly madeAt: string
  /** Cases of the twelve months with answers, of which the assessment looked at some or all. */
  readonly cases: number
  /** Cases whose answers retention has removed. */
  readonly removed: number
  readonly ms: number
  /** SHA-256 of the cases and the assessment. */
  readonly digest: string
  readonly assessment: Assessment
}

/** Kept by this feature alone, as it was made. */
export const AssessmentShape = z.custom<Assessment>(
  (value) => z.looseObject({ version: z.string(), questions: z.array(z.unknown()) }).safeParse(value).success,
)
