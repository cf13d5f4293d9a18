/** The single place for the public register of decisions: who decided what, under which power, on what evidence. Pure. */
import { z } from 'zod'
import type { Language } from '#core/definition/index.ts'
import { roughCount } from '#core/value/rough-count.ts'
import { type Proposal, stateOf, type Verdict } from './proposal.ts'

/** What a decision was taken on. */
export const EvidenceShape = z.object({
  backers: z.number().default(0),
  /** Of the trial: exact where it was taken down, rough where everybody reads it. */
  cases: z.number().optional(),
  trial: z.string().optional(),
  gates: z.array(z.object({ id: z.string(), state: z.string() })).default([]),
})
export type EvidenceTaken = z.infer<typeof EvidenceShape>

export type Decision = {
  readonly id: string
  readonly service: string
  /** ISO instant of the last of what was decided. */
  readonly at: string
  readonly result: 'released' | 'refused'
  readonly source: Proposal['source']
  /** The change in words; none where there was no exact change yet. */
  readonly words: Readonly<Partial<Record<Language, readonly string[]>>>
  readonly verdicts: readonly Verdict[]
  readonly power: 'both' | 'officer'
  readonly evidence: EvidenceTaken
  /** True where one of the two approved and the other refused. */
  readonly isDissent: boolean
  /** The version put in place. */
  readonly version?: string | undefined
}

/** Undefined for what is not decided, or hidden: then it is as if it had never been. */
export function decisionOf(proposal: Proposal): Decision | undefined {
  const state = stateOf(proposal)
  const last = proposal.verdicts.at(-1)
  if ((state !== 'released' && state !== 'refused') || !last) return undefined
  const { id, service, source, verdicts, release } = proposal
  const { cases, ...evidence } = EvidenceShape.parse(last.evidence)
  return {
    ...{ id, service, source, verdicts },
    at: release?.at ?? last.at,
    result: state,
    words: proposal.content?.words ?? {},
    power: verdicts.some(({ role }) => role === 'officer') ? 'officer' : 'both',
    evidence: { ...evidence, ...(cases === undefined ? {} : { cases: roughCount(cases) }) },
    isDissent: new Set(verdicts.map(({ verdict }) => verdict)).size > 1,
    version: release?.version,
  }
}
