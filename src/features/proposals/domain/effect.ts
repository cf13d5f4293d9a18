/** The single place for the effects that a change is expected to have: on people and place, hours and money. */
import { z } from 'zod'

/** What an effect touches, in the order shown. Equality and language come from law: Equality Act 2010, section 149; Welsh Language Standards. */
export const effectKinds = ['social', 'economic', 'environmental', 'equality', 'language'] as const
export type EffectKind = (typeof effectKinds)[number]

export const ways = ['better', 'same', 'worse', 'unknown'] as const
export type Way = (typeof ways)[number]

export const Effect = z.object({
  kind: z.enum(effectKinds),
  way: z.enum(ways),
  /** One sentence for whom and why, in the council's languages. */
  words: z.partialRecord(z.enum(['en', 'cy']), z.string()),
})
export type Effect = z.infer<typeof Effect>

/** A year's difference: staff hours and pounds, less is saved. Undefined where nobody has worked it out. */
export const Savings = z.object({ hours: z.int().exactOptional(), pounds: z.int().exactOptional() })
export type Savings = z.infer<typeof Savings>
