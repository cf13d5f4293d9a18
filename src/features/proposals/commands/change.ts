/** The single place where a suggestion is worked out as an exact change: one typed edit at a time, looked through before it is kept. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { amend, type Amendment, type AmendmentFault } from '#core/amendment/index.ts'
import { type Change, diff, digestOf, summary } from '#core/diff/index.ts'
import type { Definition, Fault, Language, PackFiles, Version } from '#core/definition/index.ts'
import { isProofFault } from '#core/proof/index.ts'
import { type Lock, lockOn } from '#core/merge/index.ts'
import { companionsOf, type Drafted, draftedOf, publishedService } from '#features/services/index.ts'
import type { Actor } from '#http/actor.ts'
import type { Council } from '#http/council.ts'
import { newId } from '#store/uuid.ts'
import { type Examined, type ExampleFiles, isOpen, type Proposal, type Source, withExamples } from '../domain/index.ts'
import { mayChange } from '../policy.ts'
import { addFacts } from '../store/index.ts'
import { findOutcome } from './outcome.ts'
import { type Settling, settleExamples, walkExamples } from './example.ts'
import { fitExamples } from './fit.ts'
import { admitEdit, isAuthor, type NotAdmitted } from './moderate.ts'
import { type Saved, saveStep } from './save.ts'
import { dueOn } from './suggest.ts'
import { tellAuthor } from './tell.ts'

/** The service a suggestion is to change: as it is, and as it would be with what was worked out so far. */
export type Ground = { readonly base: Version; readonly before: Definition; readonly now: Definition; readonly companions: PackFiles }

/** Undefined when the service is gone, or what was worked out no longer fits it. */
export async function findGround(
  council: Council,
  { service, content }: Pick<Proposal, 'service' | 'content'>,
): Promise<Ground | undefined> {
  if (content) {
    const outcome = await findOutcome(council, service, content)
    return outcome && { base: content.base, before: outcome.before, now: outcome.after, companions: outcome.companions }
  }
  const published = await publishedService(council, service)
  if (!published) return undefined
  const { version, definition } = published
  return { base: version, before: definition, now: definition, companions: await companionsOf(council, service, version) }
}

/** A law that fixes the part; edits that cannot be made, with what was proved of them; or an edit that would leave everything as it is now in use. */
export type NotExamined =
  | { readonly lock: Lock }
  | { readonly faults: readonly AmendmentFault[]; readonly checks?: Drafted['checks'] }
  | { readonly nothing: true }

/** Who asks, and when: an ISO instant. */
export type Asking = { readonly service: string; readonly lang: Language; readonly now: string }

/** An edit made on what was worked out so far, before anything is proved or walked. */
export type Drafting = { readonly changes: readonly Change[]; readonly after: Definition; readonly fitted: ExampleFiles }

export async function draft(ground: Ground, amendment: Amendment): Promise<Drafting | NotExamined> {
  const amended = amend(ground.now, amendment)
  if ('faults' in amended) return amended
  const changes = diff(ground.before, amended.definition)
  if (changes.length === 0) return { nothing: true }
  const lock = lockOn(ground.before, changes)
  if (lock) return { lock }
  await nextTurn()
  const after = amended.definition
  return { changes, after, fitted: fitExamples(after, ground.companions) }
}

/** Looked through beside the server's own thread, so that nobody waits for somebody else's edit. */
export async function examine(
  council: Council,
  ground: Ground,
  asked: Asking & { readonly amendment: Amendment },
): Promise<Examined | NotExamined> {
  const drafting = await draft(ground, asked.amendment)
  if (!('after' in drafting)) return drafting
  const { changes, after, fitted } = drafting
  const companions = withExamples(ground.companions, fitted)
  const { faults, checks } = await lookThrough(council, ground, { ...asked, after, companions })
  if (faults.length > 0) return { faults: faults.map(asAmendmentFault), checks }
  return { changes, words: inWords(ground.before, after, changes), after, examples: await walkExamples(after, companions), fitted, checks }
}

type Looking = Asking & { readonly after: Definition; readonly companions: PackFiles }

/** What is at fault, and what the checks say beside what is so already. */
export function lookThrough(council: Council, { base, before }: Ground, { service, after: to, ...looking }: Looking): Promise<Drafted> {
  return draftedOf(council, { ...looking, from: { service, version: base, definition: before }, to })
}

/** What a proof found is said in every language of the service; other faults are said as an author reads them. */
function asAmendmentFault(fault: Fault): AmendmentFault {
  const { code, message, help } = fault
  const welsh = isProofFault(fault) ? fault.words.cy : undefined
  return { code, message: { en: message, cy: welsh?.message ?? message }, help: { en: help, cy: welsh?.help ?? help } }
}

/** What changes in sentences, in every language of the service; changes that belong together are told together. */
export function inWords(before: Definition, after: Definition, changes: readonly Change[]): Examined['words'] {
  const said = before.service.languages.map((lang) => [lang, summary(changes, { before, after }, lang).map(({ sentence }) => sentence)])
  return Object.fromEntries(said)
}

/** Who keeps an edit and when, and what becomes of example people; `seq` is where it stood on the page they edited. */
export type Editing = Settling & {
  readonly actor: Actor
  readonly at: string
  readonly today: string
  readonly lang: Language
  readonly seq: number
  readonly amendment: Amendment
  readonly warned: string
}

export type Kept = Saved<'not-allowed' | 'closed' | 'changed'> | NotExamined | NotAdmitted

/** Keeps the edit as the next wording. Everybody who backed the one before is asked again. */
export async function keepEdit(council: Council, proposal: Proposal, editing: Editing): Promise<Kept> {
  const { actor, at, today, seq, amendment, lang } = editing
  const ground = await findGround(council, proposal)
  if (!ground) return { refused: 'changed' }
  const { service } = proposal
  const examined = await examine(council, ground, { service, lang, now: at, amendment })
  if (!('after' in examined)) return examined
  const refused = await council.store.transaction((tx) => admitEdit(tx, { ...editing, service }))
  if (refused) return refused
  const { after, fitted } = examined
  const settled = settleExamples(after, withExamples(ground.companions, fitted), editing)
  const examples = { ...proposal.content?.examples, ...fitted, ...settled }
  return await saveStep(council, proposal.id, (current) => {
    if (!mayChange(actor, current, isAuthor(current, actor))) return { refused: isOpen(current) ? 'not-allowed' : 'closed' }
    if (current.seq !== seq) return { refused: 'changed' }
    const data = contentData({ revision: (current.content?.revision ?? 0) + 1, base: ground.base, ...examined, examples })
    const fact = { kind: 'changed', at, by: actor.id, data: { ...data, due: dueOn(council, today) } }
    const isFirst = current.content === undefined
    return isFirst ? { facts: [fact], news: 'changed' } : { facts: [fact], news: 'asked-again', toBackers: true }
  })
}

type NewContent = Pick<Examined, 'changes' | 'words'> & {
  readonly revision: number
  readonly base: Version
  readonly examples: ExampleFiles
}

/** A wording of the exact change, as the log keeps it. */
export function contentData({ revision, base, changes, words, examples }: NewContent) {
  const said = Object.fromEntries(Object.entries(words).map(([lang, sentences]) => [lang, [...sentences]]))
  return { revision, base, digest: digestOf(changes), changes: [...changes], words: said, examples: { ...examples } }
}

/** Changes that come whole, such as those of the council a service was taken over from. */
export type Proposing = {
  readonly service: string
  readonly base: Version
  readonly changes: readonly Change[]
  readonly by: string
  readonly source: Source
  readonly at: string
  readonly today: string
  readonly lang: Language
  /** Where the council is reached: `https://services.example.gov.uk`. */
  readonly origin: string
  /** Example people who change with it; null for those there are no longer. */
  readonly examples?: ExampleFiles
}

export type Proposed = { readonly id: string } | { readonly refused: 'no-such-version' | 'misfit' | 'nothing' } | { readonly lock: Lock }

/** Makes a suggested change of changes that are known already; open for backing and deciding like any other. */
export async function proposeChanges(council: Council, proposing: Proposing): Promise<Proposed> {
  const { service, base, changes, by, source, at, today, lang, origin, examples = {} } = proposing
  if (changes.length === 0) return { refused: 'nothing' }
  const draft = { revision: 1, base, digest: digestOf(changes), changes, words: {}, examples, at }
  const published = await companionsOf(council, service, base)
  const outcome = await findOutcome(council, service, draft)
  if (!outcome) return { refused: published.size === 0 ? 'no-such-version' : 'misfit' }
  const lock = source === 'upstream' ? undefined : lockOn(outcome.before, changes)
  if (lock) return { lock }
  const words = inWords(outcome.before, outcome.after, changes)
  const id = newId()
  const due = dueOn(council, today)
  const suggested = { service, version: base, source, lang, due, origin }
  const content = contentData({ revision: 1, base, changes, words, examples })
  await council.store.transaction(async (tx) => {
    const facts = [
      { kind: 'suggested', at, by, data: suggested },
      { kind: 'changed', at, by, data: { ...content, due } },
    ]
    const proposal = await addFacts(council.store, tx, { id, seq: 0, facts })
    await tellAuthor(council, tx, { proposal, news: 'received' })
  })
  return { id }
}
