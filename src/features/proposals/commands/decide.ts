/** The single place where the two who answer for a service weigh, decide and put in place; and where staff say no to what never became a change. */
import { apply } from '#core/diff/index.ts'
import { publishDefinition, publishedService, sponsorRole } from '#features/services/index.ts'
import type { Actor } from '#http/actor.ts'
import type { Council } from '#http/council.ts'
import type { Language } from '#http/language.ts'
import type { Json } from '#store/json.ts'
import {
  type Bar,
  barFromDeciding,
  barFromTaking,
  currentTrial,
  type Deciding,
  type Effect,
  type EffectKind,
  isOpen,
  type Proposal,
  type Role,
  type Savings,
  stateOf,
} from '../domain/index.ts'
import { findBacking } from '../store/index.ts'
import { areReadyToDecide, gatesFor, showsOf } from './evidence.ts'
import { findOutcome } from './outcome.ts'
import { type Doing, isAuthor } from './moderate.ts'
import { findStanding, listProposals } from './read.ts'
import { type Saved, saveStep } from './save.ts'
import { dueOn } from './suggest.ts'

export type Reasoned = Doing & { readonly reasons: string; readonly lang: Language; readonly today: string }

const longestReasons = 4000

/** Staff say why a suggestion will not become a change; its author is told. */
export function decline(council: Council, id: string, { actor, at, reasons, lang }: Reasoned): Promise<Saved<'no-reasons' | 'not-now'>> {
  return saveStep(council, id, (proposal) => {
    if (stateOf(proposal) !== 'suggested') return { refused: 'not-now' }
    if (!isReason(reasons)) return { refused: 'no-reasons' }
    const data = { role: 'officer', name: '', reasons: reasons.trim(), lang, evidence: {} }
    return { facts: [{ kind: 'refused', at, by: actor.id, data }], news: 'refused' }
  })
}

function isReason(text: string): boolean {
  const { length } = text.trim()
  return length > 0 && length <= longestReasons
}

/** What the change is expected to do to people and place, hours and money; part of the evidence, not of the content. */
export function describeEffects(
  council: Council,
  id: string,
  { actor, at, effects, savings }: Doing & { effects: readonly Effect[]; savings: Savings },
): Promise<Saved<'not-now'>> {
  return saveStep(council, id, (proposal) => {
    if (!isOpen(proposal)) return { refused: 'not-now' }
    const data = { effects: effects.map(({ kind, way, words }) => ({ kind, way, words: { ...words } })), savings: { ...savings } }
    return { facts: [{ kind: 'effects-described', at, by: actor.id, data }] }
  })
}

/** Fits the same changes to the version now in use. The content stays, so backings stay; regard, approvals and the trial start again. */
export async function rebase(
  council: Council,
  id: string,
  { actor, at, today }: Doing & { today: string },
): Promise<Saved<'not-now' | 'misfit'>> {
  return await saveStep(council, id, async (proposal) => {
    const { content, service } = proposal
    const current = await publishedService(council, service)
    if (!content || !isOpen(proposal) || !current || current.version === content.base) return { refused: 'not-now' }
    if (!('definition' in apply(current.definition, content.changes))) return { refused: 'misfit' }
    return { facts: [{ kind: 'rebased', at, by: actor.id, data: { base: current.version, due: dueOn(council, today) } }] }
  })
}

/** Everything that decides whether somebody may decide. */
export async function decidingOf(
  council: Council,
  proposal: Proposal,
  { actor, at }: { readonly actor: Actor; readonly at: string },
): Promise<Deciding> {
  const current = await publishedService(council, proposal.service)
  const backed = await council.store.transaction((tx) => findBacking(tx, { proposal: proposal.id, person: actor.id }))
  return {
    actor: actor.id,
    isAuthor: isAuthor(proposal, actor),
    role: sponsorRole(council, proposal.service, actor),
    isBacker: backed !== undefined,
    current: current?.version,
    areGatesOpen: areReadyToDecide(await gatesFor(council, proposal, at)),
  }
}

/** `seen` names what they had before them, as `editionOf`; left out where it is what stands there. */
type Seen = { readonly seen?: string }

/** Names the exact change on the version it changes: what a page showed when somebody weighed or decided. */
export function editionOf({ content }: Pick<Proposal, 'content'>): string {
  return content ? `${content.base} ${content.digest}` : ''
}

export type RegardTaken = Doing & Seen & { readonly lang: Language; readonly regard: Readonly<Partial<Record<EffectKind, string>>> }

/** Writes down what somebody weighed before deciding: due regard to equality is owed by whoever decides (Equality Act 2010, section 149). */
export async function recordRegard(
  council: Council,
  id: string,
  { actor, at, lang, regard, seen }: RegardTaken,
): Promise<Saved<Bar | 'no-equality' | 'no-language' | 'stale'>> {
  return await saveStep(council, id, async (proposal) => {
    const deciding = await decidingOf(council, proposal, { actor, at })
    const bar = barFromTaking(proposal, deciding)
    if (bar || !proposal.content || !deciding.role) return { refused: bar ?? 'nothing-to-decide' }
    if (seen !== undefined && seen !== editionOf(proposal)) return { refused: 'stale' }
    if (!isReason(regard.equality ?? '')) return { refused: 'no-equality' }
    if (council.settings.languages.includes('cy') && !isReason(regard.language ?? '')) return { refused: 'no-language' }
    const { base, digest } = proposal.content
    const weighed = Object.fromEntries(Object.entries(regard).map(([kind, text]) => [kind, text.trim().slice(0, longestReasons)]))
    return { facts: [{ kind: 'regard-recorded', at, by: actor.id, data: { role: deciding.role, base, digest, regard: weighed, lang } }] }
  })
}

/** One of the two has an interest, and takes no part from then on. */
export async function declareInterest(
  council: Council,
  id: string,
  { actor, at, interest }: Doing & { interest: string },
): Promise<Saved<Bar | 'no-reasons'>> {
  return await saveStep(council, id, async (proposal) => {
    const deciding = await decidingOf(council, proposal, { actor, at })
    const bar = barFromTaking(proposal, deciding)
    if (bar || !deciding.role) return { refused: bar ?? 'not-one-of-the-two' }
    if (!isReason(interest)) return { refused: 'no-reasons' }
    return { facts: [{ kind: 'interest-declared', at, by: actor.id, data: { role: deciding.role, interest: interest.trim() } }] }
  })
}

export type DecidingNow = Reasoned & Seen & { readonly verdict: 'approved' | 'refused'; readonly hasNoInterest: boolean }

/** One of the two approves or refuses with reasons, on what stands there now. Once both have approved it is put in place. */
export async function decide(
  council: Council,
  id: string,
  deciding: DecidingNow,
): Promise<Saved<Bar | 'no-reasons' | 'interest-unsaid' | 'stale'>> {
  const { actor, at, verdict, reasons, lang, hasNoInterest, seen } = deciding
  const saved = await saveStep(council, id, async (proposal) => {
    const standing = await decidingOf(council, proposal, { actor, at })
    const bar = barFromDeciding(proposal, standing, verdict)
    if (bar || !standing.role || !proposal.content) return { refused: bar ?? 'nothing-to-decide' }
    if (seen !== undefined && seen !== editionOf(proposal)) return { refused: 'stale' }
    if (!hasNoInterest) return { refused: 'interest-unsaid' }
    if (!isReason(reasons)) return { refused: 'no-reasons' }
    const { base, digest } = proposal.content
    const name = sponsorName(council, proposal.service, standing.role)
    const data = {
      role: standing.role,
      name,
      base,
      digest,
      reasons: reasons.trim(),
      lang,
      evidence: await evidenceTaken(council, proposal, at),
    }
    const fact = { kind: verdict, at, by: actor.id, data }
    return verdict === 'refused' ? { facts: [fact], news: 'refused', toBackers: true } : { facts: [fact] }
  })
  if ('done' in saved && stateOf(saved.done) === 'approved') await putInPlace(council, saved.done, { actor, at })
  return saved
}

function sponsorName({ settings }: Council, service: string, role: Role): string {
  return settings.services.find(({ id }) => id === service)?.sponsors?.[role] ?? ''
}

/** What somebody had before them when they decided, for the register. */
async function evidenceTaken(council: Council, proposal: Proposal, at: string): Promise<{ readonly [key: string]: Json }> {
  const trial = currentTrial(proposal)
  const gates = (await gatesFor(council, proposal, at)).map(({ id, state }) => ({ id, state }))
  const standing = await findStanding(council, proposal.id)
  return { backers: standing?.backings ?? 0, gates, ...(trial ? { trial: trial.trial, cases: trial.cases } : {}) }
}

/** Why what both approved is not in place. */
export type NotInPlace = { readonly refused: 'not-now' | 'backs-it' | 'gates' }

/** Puts what both have approved in place, and tells everybody whom it concerns. Doing it again does it once. */
export async function putInPlace(
  council: Council,
  proposal: Proposal,
  { actor, at }: { actor: Pick<Actor, 'id'>; at: string },
): Promise<{ done: Proposal } | NotInPlace> {
  const { content, id, service } = proposal
  const outcome = content && (await findOutcome(council, service, content))
  if (!outcome || stateOf(proposal) !== 'approved') return { refused: 'not-now' }
  const deciders = proposal.verdicts.map(({ by }) => by)
  const backed = await council.store.transaction((tx) => Promise.all(deciders.map((person) => findBacking(tx, { proposal: id, person }))))
  if (backed.some((digest) => digest !== undefined)) return { refused: 'backs-it' }
  const { after: definition, companions } = outcome
  const published = await publishDefinition(council, {
    ...{ definition, companions, by: actor.id, at },
    because: { proposal: id },
    replaces: content.base,
    ...(await showsOf(council, proposal)),
  })
  if (published.state === 'refused') return { refused: 'gates' }
  const { version } = published
  const saved = await saveStep(council, id, (current) =>
    stateOf(current) === 'approved'
      ? { facts: [{ kind: 'released', at, by: actor.id, data: { version } }], news: 'released', toBackers: true }
      : { refused: 'not-now' },
  )
  return 'done' in saved ? saved : { refused: 'not-now' }
}

/** Finishes what both have approved and what was not put in place then, such as where the program was stopped in between. */
export async function putAllInPlace(council: Council, at: string): Promise<void> {
  const { proposals } = await listProposals(council, { states: ['approved'] })
  for (const proposal of proposals) {
    const last = proposal.verdicts.at(-1)
    if (last) await putInPlace(council, proposal, { actor: { id: last.by }, at })
  }
}
