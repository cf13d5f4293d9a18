/** The single place for what can have happened to a suggested change. Kinds are only ever added; each is parsed when it is read back. */
import { z } from 'zod'
import type { Fact, OpenedPersonal } from '#store/fact.ts'
import { isRecord, type Json } from '#store/json.ts'
import { Changes } from '#core/diff/index.ts'
import { Effect, Savings } from './effect.ts'

/** The cabinet member responsible or the accountable director. */
export const Role = z.enum(['member', 'director'])
export type Role = z.infer<typeof Role>

/** Who it came from: people, staff, the council it was taken over from, or a new version offered elsewhere. */
export const Source = z.enum(['resident', 'officer', 'upstream', 'adoption'])
export type Source = z.infer<typeof Source>

/** Words in the languages there are. */
export const Said = z.partialRecord(z.enum(['en', 'cy']), z.string())
export type Said = z.infer<typeof Said>

/** The rules of the place that something can break; each is said in words on the moderation page. */
export const Rule = z.enum(['personal-details', 'abuse', 'advertising', 'not-about-it', 'unlawful'])
export type Rule = z.infer<typeof Rule>

/** What a decision was taken on: the exact changes, and the version they were to change. */
const edition = { base: z.string(), digest: z.string() }

const Version = z.custom<`sha256:${string}`>((value) => typeof value === 'string' && value.startsWith('sha256:'))
const JsonMap = z.record(z.string(), z.custom<Json>())

export const ProposalEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('suggested'),
    data: z.object({
      service: z.string(),
      /** The version that was in use. */
      version: z.string(),
      source: Source,
      lang: z.enum(['en', 'cy']),
      page: z.string().exactOptional(),
      question: z.string().exactOptional(),
      /** The words of the question, as they stood. */
      shown: Said.exactOptional(),
      /** The day by which the council owes an answer. */
      due: z.string(),
      /** Where it was suggested: links in later messages lead there. */
      origin: z.string(),
    }),
  }),
  z.object({
    kind: z.literal('changed'),
    data: z.object({
      revision: z.int(),
      base: Version,
      digest: z.string(),
      changes: Changes,
      /** What changes in sentences, as described when it was written. */
      words: z.partialRecord(z.enum(['en', 'cy']), z.array(z.string())),
      /** Example people who change with it: the new text of each file, null for those there are no longer. */
      examples: z.record(z.string(), z.string().nullable()),
      due: z.string(),
    }),
  }),
  z.object({ kind: z.literal('rebased'), data: z.object({ base: Version, due: z.string() }) }),
  z.object({ kind: z.literal('effects-described'), data: z.object({ effects: z.array(Effect), savings: Savings }) }),
  /** Tried on past cases; `cases` is how many there were. */
  z.object({ kind: z.literal('tried'), data: z.object({ ...edition, trial: z.string(), cases: z.int() }) }),
  z.object({ kind: z.literal('trial-released'), data: z.object({ ...edition, trial: z.string() }) }),
  z.object({
    kind: z.literal('regard-recorded'),
    data: z.object({ role: Role, ...edition, regard: z.record(z.string(), z.string()), lang: z.enum(['en', 'cy']) }),
  }),
  z.object({ kind: z.literal('interest-declared'), data: z.object({ role: Role, interest: z.string() }) }),
  z.object({
    kind: z.literal('approved'),
    data: z.object({ role: Role, name: z.string(), ...edition, reasons: z.string(), lang: z.enum(['en', 'cy']), evidence: JsonMap }),
  }),
  z.object({
    kind: z.literal('refused'),
    data: z.object({
      role: z.enum(['member', 'director', 'officer']),
      name: z.string(),
      reasons: z.string(),
      lang: z.enum(['en', 'cy']),
      evidence: JsonMap,
    }),
  }),
  z.object({ kind: z.literal('released'), data: z.object({ version: z.string() }) }),
  z.object({ kind: z.literal('withdrawn'), data: z.object({}) }),
  z.object({ kind: z.literal('hidden'), data: z.object({ rule: Rule, note: z.string() }) }),
  z.object({ kind: z.literal('appealed'), data: z.object({}) }),
  z.object({ kind: z.literal('shown-again'), data: z.object({ note: z.string() }) }),
  z.object({ kind: z.literal('hiding-upheld'), data: z.object({ note: z.string() }) }),
])
export type ProposalEvent = z.infer<typeof ProposalEvent>
export type ProposalEventKind = ProposalEvent['kind']

/** A fact of a suggested change as read back, its personal values as far as their keys still exist. */
export type ProposalFact = ProposalEvent & {
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly personal: readonly OpenedPersonal[]
}

const kinds: ReadonlySet<string> = new Set(ProposalEvent.options.map((option) => option.shape.kind.value))

/**
 * The fact parsed; undefined for a kind that belongs to another feature's part of the stream.
 * @throws ZodError when a fact of ours is not what we write: a broken promise.
 */
export function readFact(fact: Fact): ProposalFact | undefined {
  if (!kinds.has(fact.kind)) return undefined
  const event = ProposalEvent.parse({ kind: fact.kind, data: fact.data })
  return { ...event, seq: fact.seq, at: fact.at, by: fact.by, personal: fact.personal }
}

/** A text that somebody wrote with this fact; undefined when nothing was written under that name or it has been erased. */
export function sealedText(fact: Pick<ProposalFact, 'personal'>, name: 'text' | 'email'): string | undefined {
  for (const part of fact.personal) {
    if (part.erased || !isRecord(part.value)) continue
    const text = part.value[name]
    if (typeof text === 'string') return text
  }
  return undefined
}
