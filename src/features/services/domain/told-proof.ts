/** The single place that tells a proof for a page: each finding with where it stands on the way through the service, what is certain, what is not. Pure. */
import type { Language, Prepared } from '#core/definition/index.ts'
import {
  type ClaimCode,
  type Finding,
  type FindingTold,
  type Proof,
  type Subject,
  tellClaim,
  tellParts,
  tellWhy,
} from '#core/proof/index.ts'
import { stopOf } from '#core/telling/index.ts'

/** Where a finding stands: a stop on the way through, and the question or the step of the rules that it is about. */
export type Place = { readonly stop: string; readonly question?: string; readonly step?: string }

export type FoundTold = FindingTold & { readonly isFault: boolean; readonly place: Place }

/** `certain` says how often each claim is proved; `open` each that could not be told, as a sentence, and why. */
export type ProofTold = {
  readonly findings: readonly FoundTold[]
  readonly certain: readonly { readonly code: ClaimCode; readonly count: number }[]
  readonly open: readonly { readonly says: string; readonly why: string }[]
}

/** In one language of the service. What must be mended comes first. */
export function tellProof({ findings, proved, notProved }: Proof, prepared: Prepared, language: Language): ProofTold {
  const counts = new Map<ClaimCode, number>()
  for (const { code } of proved) counts.set(code, (counts.get(code) ?? 0) + 1)
  const told = findings.map(
    (finding): FoundTold => ({
      ...tellParts(finding, prepared, language),
      isFault: finding.severity === 'fault',
      place: placeOf(finding, prepared),
    }),
  )
  return {
    findings: told.toSorted((a, b) => Number(b.isFault) - Number(a.isFault)),
    certain: [...counts].map(([code, count]) => ({ code, count })),
    open: notProved.map((claim) => ({ says: tellClaim(claim, prepared, language), why: tellWhy(claim.why, language) })),
  }
}

/** What is about no page is about the decision; what keeps everybody from the end is about sending. */
function placeOf({ code, about }: Finding, prepared: Prepared): Place {
  const { page, exit, outcome, table, calculation, part = '' } = about
  const question = questionIn(about, prepared)
  const step = stepIn([table, calculation, part.split('.')[1]], prepared)
  const stop =
    pageIn([page, question, part], prepared) ??
    (exit === undefined && !part.startsWith('exits.') ? undefined : stopOf.exit(exit ?? part.split('.')[1] ?? '')) ??
    (code === 'unreachable-outcome' && outcome !== undefined ? stopOf.outcome(outcome) : undefined) ??
    (code === 'unreachable-end' ? stopOf.sent : stopOf.decided)
  return { stop, ...(question === undefined ? {} : { question }), ...(step === undefined ? {} : { step }) }
}

/** `group.member` for a question in a group; entries of an example are left out of its path. */
function questionIn({ question, part = '' }: Subject, { questions }: Prepared): string | undefined {
  const [folder, ...own] = part.split('.')
  const [id = '', ...rest] = question?.split('.') ?? (folder === 'questions' ? own : [])
  const asked = questions.get(id)?.question
  if (asked === undefined) return undefined
  const member = asked.kind === 'group' ? rest.find((name) => asked.of.some((one) => one.id === name)) : undefined
  return member === undefined ? id : `${id}.${member}`
}

function stepIn(names: readonly (string | undefined)[], { program }: Prepared): string | undefined {
  return program.derived.find(({ id }) => names.includes(id))?.id
}

function pageIn([page, question, part = '']: readonly (string | undefined)[], { pages, questions }: Prepared): string | undefined {
  const [folder, id] = part.split('.')
  const ofQuestion = question === undefined ? undefined : questions.get(question.split('.', 1)[0] ?? '')?.page
  const ofSection = folder === 'sections' ? pages.find(({ section }) => section === id)?.id : undefined
  const named = [page, ofQuestion, folder === 'pages' ? id : undefined, ofSection].find((one) => one !== undefined)
  return pages.some((one) => one.id === named) ? named : undefined
}
