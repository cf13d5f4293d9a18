/** The single place where somebody does something to a case: load, decide, save. */
import type { Actor } from '#http/actor.ts'
import { sendEach } from '#features/messages/index.ts'
import { preparedVersion } from '#features/services/index.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import type { Values } from '#core/expression/index.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import type { Channel, NewFact } from '#store/fact.ts'
import { isRecord } from '#store/json.ts'
import { StaleStream } from '#store/log.ts'
import {
  BookedTime,
  type Case,
  correspondence,
  type Deed,
  type Doing,
  type Done,
  type IsApplicable,
  judge,
  knownOf,
  nationOf,
  type Outgoing,
  reasonsIn,
  type Refusal,
  sealedOf,
  textOf,
  timeInWords,
} from '../domain/index.ts'
import { mayDoTo, mayRead } from '../policy.ts'
import { addFacts, findCase } from '../store/index.ts'
import { diaryChange, NoRoom } from './book.ts'
import type { Moment, Opened } from './opened.ts'
import { linkTo, messagesFrom } from './post.ts'

export type { Moment, Opened }

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
  const also = diaryChange(opened.current, deed)
  return await save(council, opened, { ...judged, also, question: deed.do === 'ask' ? deed.text : undefined })
}

/** Answers whether conditions of casework hold of a case: of its answers and, unless another is given, its decision. */
export function applicableTo({ prepared, current, facts }: Opened): IsApplicable {
  const known = knownOf(prepared, sealedOf(facts), dayInLondon(new Date(current.openedAt)))
  return (part, id, outcome = current.decision?.outcome) => {
    const when = prepared.program[part].get(id)
    return when === undefined || when.evaluate(outcome === undefined ? known : { ...known, decided: outcome }) === true
  }
}

/** `names` are further names that the words of its messages may use; `also` runs in the same commit, and undoes all by throwing. */
export type Saving = Done & {
  readonly question?: string | undefined
  readonly names?: Values | undefined
  readonly also?: ((tx: Db) => Promise<void>) | undefined
}

/** Writes facts and hands their messages over in one commit; `changed` when somebody was faster. */
export async function save(council: Council, opened: Opened, saving: Saving): Promise<Acted> {
  const outgoing = outgoingOf(opened, saving)
  const added = saving.facts.map((fact, index) => (index === 0 ? withMessages(fact, outgoing) : fact))
  try {
    const next = await council.store.transaction(async (tx) => {
      await saving.also?.(tx)
      const loaded = await addFacts(council.store, tx, { ...opened, added })
      await sendEach(tx, messagesFrom(outgoing, { caseId: opened.current.id, seq: opened.current.seq + 1 }))
      return loaded
    })
    return { done: { ...next, prepared: opened.prepared } }
  } catch (error) {
    if (error instanceof NoRoom) return { refused: 'full' }
    if (!(error instanceof StaleStream)) throw error
    const now = await findOpened(council, opened.current.id)
    return now ? { refused: 'changed', opened: now } : { refused: 'no-such-case' }
  }
}

function doingOf(council: Council, opened: Opened, { by, at, today, channel }: Omit<Performing, 'deed'>): Doing {
  const { current, facts, prepared } = opened
  const { casework, outcomes } = prepared.definition.service
  const proposal = current.proposal && facts.find(({ seq }) => seq === current.proposal?.seq)
  return {
    by,
    isOwn: by === current.person,
    at,
    today,
    channel,
    nation: nationOf(council.settings['bank-holidays']),
    casework,
    outcomes,
    proposedReason: (proposal && textOf(proposal)) ?? '',
    isApplicable: applicableTo(opened),
  }
}

function outgoingOf({ current, facts, prepared }: Opened, saving: Saving): readonly Outgoing[] {
  const { facts: added, moment, message, question, names } = saving
  if (current.isMadeUp || (moment === undefined && message === undefined)) return []
  const sealed = sealedOf(facts)
  const { lang, reference, openedAt, origin } = current
  const decision = added.find(({ kind }) => kind === 'decided')
  const outcome = decision ? outcomeOf(decision) : current.decision?.outcome
  const known = { ...knownOf(prepared, sealed, dayInLondon(new Date(openedAt))), ...(outcome !== undefined && { decided: outcome }) }
  const reasons = [...(outcome === current.proposed ? reasonsIn(sealed, prepared, lang) : []), ...writtenIn(decision)]
  const about = { prepared, lang, reference, link: linkTo(origin, lang, reference), contact: sealed.contact, known }
  const times = timesIn(added)
  const appointment = (times.length > 0 ? times : current.booked).map((time) => timeInWords(prepared, lang, time)).join('; ')
  return correspondence(about, { moment, message, outcome, reasons, question, names: { ...names, appointment } })
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

/** Times that facts about to be added book, cancel or record as missed. */
function timesIn(added: readonly NewFact[]): readonly BookedTime[] {
  return added.flatMap(({ kind, data }) => (kind.startsWith('appointment-') ? (BookedTime.safeParse(data).data ?? []) : []))
}

/** What an officer wrote in a fact that is about to be added. */
function writtenIn(fact: NewFact | undefined): readonly string[] {
  return (fact?.personal ?? []).flatMap(({ value }) => (isRecord(value) && typeof value['text'] === 'string' ? [value['text']] : []))
}
