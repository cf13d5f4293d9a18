/** The single place for what a briefing holds. It is frozen in the words of its day, so that nothing later can change what members read. */
import { z } from 'zod'

const Words = z.object({ en: z.string(), cy: z.string() })

/** A sentence, and where the entries it rests on are shown. */
const Line = z.object({ words: Words, link: z.string().exactOptional() })
export type Line = z.infer<typeof Line>

/** The strategic capabilities of “Digital: Vision to Value” (Socitm, 2014). */
export const capabilities = ['leadership', 'governance', 'change', 'procurement', 'resources', 'professionalism'] as const
export type Capability = (typeof capabilities)[number]

const Standing = z.enum(['helped', 'held-back', 'mixed', 'no-evidence'])
export type Standing = z.infer<typeof Standing>

export const parts = ['asked', 'changed', 'worth', 'refused', 'unsure'] as const
export type Part = (typeof parts)[number]

/** A figure as it was on the day: `link` is where the same stands as it is today. */
const FrozenFigure = z.object({
  link: z.string(),
  service: Words,
  label: Words,
  value: Words,
  months: z.array(z.object({ month: z.string(), value: Words.nullable(), of: Words })),
})
export type FrozenFigure = z.infer<typeof FrozenFigure>

export const Briefing = z.object({
  schema: z.literal(1),
  /** The service's id; null for the council as a whole. */
  subject: z.string().nullable(),
  title: Words,
  on: z.string(),
  from: z.string(),
  /** Who answers for the service; left out before an election and for a council as a whole. */
  sponsors: z.object({ member: z.string(), director: z.string() }).exactOptional(),
  isPreElection: z.boolean(),
  isMadeUp: z.boolean(),
  parts: z.record(z.enum(parts), z.array(Line)),
  /** What the figures in its sentences were made of; briefings of the first days have none. */
  figures: z.array(FrozenFigure).exactOptional(),
  capabilities: z.array(z.object({ id: z.enum(capabilities), standing: Standing, lines: z.array(Line) })),
})
export type Briefing = z.infer<typeof Briefing>

/** A briefing as lists show it. `on` is the day it was frozen, `YYYY-MM-DD`. */
export const Listed = z.object({ id: z.string(), on: z.string(), title: Briefing.shape.title, subject: z.string() })
export type Listed = z.infer<typeof Listed>
