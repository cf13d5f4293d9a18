/** The single place where somebody does something to a case: load, decide, save. */
import type { Actor } from '#http/actor.ts'
import { sendEach } from '#features/messages/index.ts'
import { preparedVersion } from '#features/services/index.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import type { Values } from '#core/expression/index.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import type { Channel, NewFact } from '#store/fact.ts'
import { isRecord } from '#store/json.ts'
import { StaleStream } from '#store/log.ts'
import {
  type Case,
  correspondence,
  type Deed,
  type Doing,
  type Done,
  judge,
  knownOf,
  nationOf,
  type Outgoing,
  reasonsIn,
  type Refusal,
  sealedOf,
  textOf,
} from '../domain/index.ts'
import { mayDoTo, mayRead } from '../policy.ts'
import { addFacts, findCase, type Loaded } from '../store/index.ts'
import { linkTo, messagesFrom } from './post.ts'

/** A case with the version of the service it stays with. */
export type Opened = Loaded & { readonly prepared: Prepared }

/** When something is done: the instant, and the day in the United Kingdom. */
export type Moment = { readonly at: string; readonly today: string }

/** Why something was not done: the case's own reasons, or the actor's, or because somebody else was faster. */
export type NotDone =
  | Refusal
  | { readonly refused: 'no-such-case' | 'not-allowed' }
  | { readonly refused: 'changed'; readonly opened: Opened }

export type Acted = { readonly done: Opened } | NotDone

/** A case for whoever may read it; undefined otherwise, so that nobody learns which cases exist. */
export async function openCaseFor(council: Council, actor: Actor, caseId: string): Promise<Opened | undefined> {
  const opened = await findOpened(council, caseId)
  return opened && mayRead(actor, opened.current) ? opened : undefined
}

export async function findOpened(council: Council, caseId: string): Promise<Opened | undefined> {
  const loaded = await council.store.transaction((tx) => findCase(council.store, tx, caseId))
  return loaded && { ...loaded, prepared: await versionOf(council, loaded.current) }
}

/** What an officer or partner asks for. `seq` is where the case stood on the page they acted from. */
export type Asked = { readonly caseId: string; readonly seq: number; readonly deed: Deed; readonly channel?: Channel }

/** Does it, unless they may not, the case does not allow it, or somebody else was faster. */
export async function actOnCase(council: Council, { actor, ...moment }: Moment & { actor: Actor }, asked: Asked): Promise<Acted> {
  const opened = await openCaseFor(council, actor, asked.caseId)
  if (!opened) return { refused: 'no-such-case' }
  if (!mayDoTo(actor, opened.current, { deed: asked.deed, prepared: opened.prepared })) return { refused: 'not-allowed' }
  if (opened.current.seq !== asked.seq) return { refused: 'changed', opened }
  return await perform(council, opened, { ...moment, by: actor.id, deed: asked.deed, channel: asked.channel })
}

export type Performing = Moment & { readonly by: string; readonly deed: Deed; readonly channel?: Channel | undefined }

/** Judges a deed that its actor may do, and writes what comes of it together with the messages it sends. */
export async function perform(council: Council, opened: Opened, { deed, ...performing }: Performing): Promise<Acted> {
  const judged = judge(opened.current, deed, doingOf(council, opened, performing))
  if ('refused' in judged) return judged
  return await save(council, opened, { ...judged, question: deed.do === 'ask' ? deed.text : undefined })
}

/** Whether an action's own condition holds of the answers; one without a condition always does. */
export function isApplicable(prepared: Prepared, action: string, known: Values): boolean {
  const when = prepared.program.actions.get(action)
  return when === undefined || when.evaluate(known) === true
}

export type Saving = Done & { readonly question?: string | undefined }

/** Writes facts and hands their messages over in one commit; `changed` when somebody was faster. */
export async function save(council: Council, opened: Opened, saving: Saving): Promise<Acted> {
  const outgoing = outgoingOf(opened, saving)
  const added = saving.facts.map((fact, index) => (index === 0 ? withMessages(fact, outgoing) : fact))
  try {
    const next = await council.store.transaction(async (tx) => {
      const loaded = await addFacts(council.store, tx, { ...opened, added })
      await sendEach(tx, messagesFrom(outgoing, { caseId: opened.current.id, seq: opened.current.seq + 1 }))
      return loaded
    })
    return { done: { ...next, prepared: opened.prepared } }
  } catch (error) {
    if (!(error instanceof StaleStream)) throw error
    const now = await findOpened(council, opened.current.id)
    return now ? { refused: 'changed', opened: now } : { refused: 'no-such-case' }
  }
}

function doingOf(council: Council, { current, facts, prepared }: Opened, { by, at, today, channel }: Omit<Performing, 'deed'>): Doing {
  const { casework, outcomes } = prepared.definition.service
  const proposal = current.proposal && facts.find(({ seq }) => seq === current.proposal?.seq)
  const known = knownOf(prepared, sealedOf(facts), dayInLondon(new Date(current.openedAt)))
  return {
    by,
    at,
    today,
    channel,
    nation: nationOf(council.settings['bank-holidays']),
    casework,
    outcomes,
    proposedReason: (proposal && textOf(proposal)) ?? '',
    isApplicable: (action) => isApplicable(prepared, action, known),
  }
}

function outgoingOf({ current, facts, prepared }: Opened, { facts: added, moment, message, question }: Saving): readonly Outgoing[] {
  if (current.isMadeUp || (moment === undefined && message === undefined)) return []
  const sealed = sealedOf(facts)
  const { lang, reference, openedAt, origin } = current
  const known = knownOf(prepared, sealed, dayInLondon(new Date(openedAt)))
  const decision = added.find(({ kind }) => kind === 'decided')
  const outcome = decision ? outcomeOf(decision) : current.decision?.outcome
  const reasons = [...(outcome === current.proposed ? reasonsIn(sealed, prepared, lang) : []), ...writtenIn(decision)]
  const about = { prepared, lang, reference, link: linkTo(origin, lang, reference), contact: sealed.contact, known }
  return correspondence(about, { moment, message, outcome, reasons, question })
}

async function versionOf(council: Council, { service, version }: Case): Promise<Prepared> {
  const prepared = await preparedVersion(council, service, version)
  if (!prepared) throw new Error(`${service} has no version ${version}, though a case was opened with it`)
  return prepared
}

function withMessages(fact: NewFact, outgoing: readonly Outgoing[]): NewFact {
  if (outgoing.length === 0 || !isRecord(fact.data)) return fact
  return { ...fact, data: { ...fact.data, messages: outgoing.map(({ id }) => id) } }
}

function outcomeOf({ data }: NewFact): string | undefined {
  return isRecord(data) && typeof data['outcome'] === 'string' ? data['outcome'] : undefined
}

/** What an officer wrote in a fact that is about to be added. */
function writtenIn(fact: NewFact | undefined): readonly string[] {
  return (fact?.personal ?? []).flatMap(({ value }) => (isRecord(value) && typeof value['text'] === 'string' ? [value['text']] : []))
}
