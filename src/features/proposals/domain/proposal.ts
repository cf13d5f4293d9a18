/** The single place where facts become a suggested change: the fold, and the state derived from it. */
import type { Language, Version } from '#core/definition/index.ts'
import { fold } from '#core/facts/fold.ts'
import type { Change } from '#core/diff/index.ts'
import type { Effect, Savings } from './effect.ts'
import type { ExampleFiles } from './example.ts'
import { type ProposalFact, type Role, type Rule, type Said, sealedText, type Source } from './fact.ts'

/** `suggested`: in people's own words. `changed`: an exact change, open to backing. `approved`: by both, about to be put in place. */
export type State = 'suggested' | 'changed' | 'approved' | 'released' | 'refused' | 'withdrawn' | 'hidden'

/** The exact change, as it stands now. */
export type Content = {
  /** Counts wordings from 1. */
  readonly revision: number
  /** The version it changes. */
  readonly base: Version
  /** Names the content: what people back. */
  readonly digest: string
  readonly changes: readonly Change[]
  readonly words: Readonly<Partial<Record<Language, readonly string[]>>>
  readonly examples: ExampleFiles
  readonly at: string
}

export type Trial = {
  readonly base: string
  readonly digest: string
  readonly trial: string
  readonly cases: number
  /** True once everybody may see what came of it, as far as nobody can be told apart. */
  readonly isReleased: boolean
}
export type Regard = {
  readonly role: Role
  readonly by: string
  readonly at: string
  readonly lang: Language
  readonly regard: Readonly<Record<string, string>>
}
export type Interest = { readonly role: Role; readonly by: string; readonly at: string; readonly interest: string }

export type Verdict = {
  readonly verdict: 'approved' | 'refused'
  readonly role: Role | 'officer'
  readonly name: string
  readonly by: string
  readonly at: string
  readonly reasons: string
  readonly lang: Language
  readonly evidence: Readonly<Record<string, unknown>>
}

/** Why it cannot be read, by which rule, and what became of an appeal. */
export type Hiding = {
  readonly rule: Rule
  readonly note: string
  readonly at: string
  readonly by: string
  readonly appeal?: { readonly at: string; readonly text: string | undefined } | undefined
  readonly upheld?: { readonly at: string; readonly note: string } | undefined
}

export type Entry = { readonly kind: ProposalFact['kind']; readonly at: string; readonly detail?: string | undefined }

export type Proposal = {
  readonly id: string
  /** Seq of the last fact. */
  readonly seq: number
  readonly service: string
  readonly version: string
  readonly source: Source
  readonly lang: Language
  readonly page?: string | undefined
  readonly question?: string | undefined
  readonly shown: Said
  readonly origin: string
  readonly suggestedAt: string
  /** Id of the person who suggested it. */
  readonly author: string
  /** Ids of everybody who worked out any of the change. */
  readonly editors: readonly string[]
  /** Their words; undefined once erased. */
  readonly text?: string | undefined
  /** Where they want to be told; undefined when they gave none or it was erased. */
  readonly email?: string | undefined
  /** The day by which the council owes its next answer, `YYYY-MM-DD`. */
  readonly due: string
  readonly content?: Content | undefined
  readonly effects: readonly Effect[]
  readonly savings: Savings
  readonly trial?: Trial | undefined
  readonly regards: readonly Regard[]
  readonly interests: readonly Interest[]
  /** Approvals and refusals that count: of the content and the version as they stand. */
  readonly verdicts: readonly Verdict[]
  readonly release?: { readonly version: string; readonly at: string } | undefined
  readonly isWithdrawn: boolean
  readonly hiding?: Hiding | undefined
  /** Every time it was hidden, also where it is shown again. */
  readonly hidings: readonly { readonly rule: Rule; readonly at: string }[]
  readonly entries: readonly Entry[]
}

/** Undefined for a stream that does not begin as one of ours. */
export function proposalFrom(id: string, facts: readonly ProposalFact[]): Proposal | undefined {
  const [first, ...rest] = facts
  if (first?.kind !== 'suggested') return undefined
  return fold(rest, step, begun(id, first))
}

export function stateOf({ hiding, isWithdrawn, release, verdicts, content }: Proposal): State {
  if (hiding) return 'hidden'
  if (isWithdrawn) return 'withdrawn'
  if (release) return 'released'
  if (verdicts.some(({ verdict }) => verdict === 'refused')) return 'refused'
  const approving = new Set(verdicts.map(({ role }) => role))
  if (approving.has('member') && approving.has('director')) return 'approved'
  return content ? 'changed' : 'suggested'
}

/** True while something can still become of it. */
export function isOpen(proposal: Proposal): boolean {
  const state = stateOf(proposal)
  return state === 'suggested' || state === 'changed' || state === 'approved'
}

/** True when the council owes an answer since before today. */
export function isOverdue(proposal: Proposal, today: string): boolean {
  const state = stateOf(proposal)
  return (state === 'suggested' || state === 'changed') && proposal.due < today
}

/** The trial of exactly this content on exactly this version; another one says nothing about it. */
export function currentTrial({ trial, content }: Proposal): Trial | undefined {
  return trial && content && trial.digest === content.digest && trial.base === content.base ? trial : undefined
}

type Suggested = Extract<ProposalFact, { kind: 'suggested' }>

function begun(id: string, fact: Suggested): Proposal {
  const { service, version, source, lang, page, question, shown = {}, due, origin } = fact.data
  return {
    ...{ id, seq: fact.seq, service, version, source, lang, page, question, shown, due, origin },
    suggestedAt: fact.at,
    author: fact.by,
    text: sealedText(fact, 'text'),
    email: sealedText(fact, 'email'),
    editors: [],
    effects: [],
    savings: {},
    regards: [],
    interests: [],
    verdicts: [],
    isWithdrawn: false,
    hidings: [],
    entries: [{ kind: fact.kind, at: fact.at }],
  }
}

function step(before: Proposal, fact: ProposalFact): Proposal {
  return {
    ...changedBy(before, fact),
    seq: fact.seq,
    entries: [...before.entries, { kind: fact.kind, at: fact.at, detail: detailOf(fact) }],
  }
}

function detailOf(fact: ProposalFact): string | undefined {
  if (fact.kind === 'approved' || fact.kind === 'refused' || fact.kind === 'regard-recorded') return fact.data.role
  return fact.kind === 'hidden' ? fact.data.rule : undefined
}

function changedBy(before: Proposal, fact: ProposalFact): Proposal {
  const { at, by } = fact
  switch (fact.kind) {
    case 'suggested':
      return before
    case 'changed': {
      const { due, ...content } = fact.data
      return { ...before, ...undecided, due, editors: [...new Set([...before.editors, by])], content: { ...content, at } }
    }
    case 'rebased':
      return before.content ? { ...before, ...undecided, due: fact.data.due, content: { ...before.content, base: fact.data.base } } : before
    case 'effects-described':
      return { ...before, ...fact.data }
    case 'tried':
      return { ...before, trial: { ...fact.data, isReleased: false } }
    case 'trial-released':
      return before.trial?.trial === fact.data.trial ? { ...before, trial: { ...before.trial, isReleased: true } } : before
    case 'regard-recorded':
      return isOfEdition(before, fact.data)
        ? { ...before, regards: [...before.regards.filter(({ role }) => role !== fact.data.role), { ...fact.data, by, at }] }
        : before
    case 'interest-declared':
      return { ...before, interests: [...before.interests, { ...fact.data, by, at }] }
    case 'approved':
      return isOfEdition(before, fact.data)
        ? { ...before, verdicts: [...before.verdicts, { ...fact.data, verdict: 'approved', by, at }] }
        : before
    case 'refused':
      return { ...before, verdicts: [...before.verdicts, { ...fact.data, verdict: 'refused', by, at }] }
    case 'released':
      return { ...before, release: { ...fact.data, at } }
    case 'withdrawn':
      return { ...before, isWithdrawn: true }
    case 'hidden':
      return { ...before, hiding: { ...fact.data, at, by }, hidings: [...before.hidings, { rule: fact.data.rule, at }] }
    default:
      return { ...before, hiding: hidingAfter(before.hiding, fact) }
  }
}

/** A change of the content or of what it changes leaves nothing decided: what was weighed was something else. */
const undecided = { regards: [], verdicts: [] } as const

function isOfEdition({ content }: Proposal, { base, digest }: { readonly base: string; readonly digest: string }): boolean {
  return content?.base === base && content.digest === digest
}

function hidingAfter(before: Hiding | undefined, fact: ProposalFact): Hiding | undefined {
  const { at } = fact
  if (fact.kind === 'shown-again' || before === undefined) return undefined
  if (fact.kind === 'appealed') return { ...before, appeal: { at, text: sealedText(fact, 'text') } }
  return fact.kind === 'hiding-upheld' ? { ...before, upheld: { at, note: fact.data.note } } : before
}

/** One entry of the public log of what was hidden. */
export type Moderated = {
  readonly service: string
  readonly rule: Rule
  readonly at: string
  readonly became: 'stays' | 'appealed' | 'upheld' | 'shown'
}
