/** The single place for what residents see of and do with their own case. */
import type { Language } from '#core/definition/model/names.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import {
  type Deed,
  dueOn,
  isWaiting,
  nationOf,
  parseReference,
  type Proof,
  type ResidentCase,
  sealedOf,
  type Status,
  statusOf,
  tell,
} from '../domain/index.ts'
import { findIdByReference, type PersonsCase, rowsOfPerson } from '../store/index.ts'
import { findOpened, type Moment, type Opened, perform } from './act.ts'
import { bookableTime, findAppointment, timesFor } from './book.ts'

/** Whose case is asked for. A reference may be typed with spaces, hyphens and small letters. */
export type Whose = { readonly reference: string; readonly proof: Proof }

/** A case by its reference, when the proof shows that it is theirs. */
export async function caseForResident(council: Council, asked: Whose & { readonly lang: Language }): Promise<ResidentCase | undefined> {
  const opened = await findProven(council, asked)
  if (!opened) return undefined
  const nation = nationOf(council.settings['bank-holidays'])
  const lang = opened.prepared.languages.includes(asked.lang) ? asked.lang : opened.current.lang
  return tell({ ...opened, lang, nation, dayOf: (at) => dayInLondon(new Date(at)) })
}

/** The cases of a signed-in person, newest first. */
export function casesOfPerson(council: Council, person: string): Promise<readonly PersonsCase[]> {
  return council.store.transaction((tx) => rowsOfPerson(tx, person))
}

/** What the resident does: answers a question of the council (`ask` is its id), or takes the application back. */
export type ResidentAct =
  | { readonly answer: { readonly ask: string; readonly text: string } }
  | { readonly withdraw: true }
  /** `slot` is the id of one of the times offered. */
  | { readonly book: { readonly appointment: string; readonly slot: string } }
  | { readonly cancel: { readonly appointment: string } }

/** `too-late` when the case has been decided or closed in the meantime. */
export type ResidentDone = { readonly done: true } | { readonly refused: (typeof toldRefusals)[number] | 'no-such-case' | 'too-late' }

/** Refusals that the person is told as they are; all else means that it is too late. */
const toldRefusals = ['not-asked', 'text-missing', 'text-too-long', 'no-such-time', 'full', 'too-late-to-change'] as const

/** Does what a resident asks, as the person the case is about. */
export async function actAsResident(council: Council, asked: Whose & Moment & { readonly act: ResidentAct }): Promise<ResidentDone> {
  const opened = await findProven(council, asked)
  if (!opened) return { refused: 'no-such-case' }
  const { at, today } = asked
  const deed = await deedOf(council, opened, asked)
  if (!deed) return { refused: 'no-such-time' }
  const acted = await perform(council, opened, { at, today, deed, by: opened.current.person, channel: 'web' })
  if ('done' in acted) return { done: true }
  const told = toldRefusals.find((refused) => refused === acted.refused)
  if (told) return { refused: told }
  // Somebody else was faster: what they did may leave room for this, so it is judged once more against the case as it now is.
  const isWorthIt = 'book' in asked.act || 'cancel' in asked.act || (acted.refused === 'changed' && isWaiting(acted.opened.current))
  return acted.refused === 'changed' && isWorthIt ? actAsResident(council, asked) : { refused: 'too-late' }
}

/** What a resident asks, as a deed; undefined when the time they chose is not one that can be booked. */
async function deedOf(
  council: Council,
  opened: Opened,
  { act, at, today }: Moment & { readonly act: ResidentAct },
): Promise<Deed | undefined> {
  if ('answer' in act) return { do: 'answer', ask: Number(act.answer.ask), text: act.answer.text }
  if ('withdraw' in act) return { do: 'withdraw', text: '' }
  if ('cancel' in act) return { do: 'unbook', appointment: act.cancel.appointment }
  const declared = findAppointment(opened, act.book.appointment)
  const time = declared && (await bookableTime(council, opened, { declared, slot: act.book.slot, at, today }))
  return time && { do: 'book', time }
}

/** The times a resident can choose from; none for an appointment that is not theirs to book. */
export async function timesForResident(
  council: Council,
  asked: Whose & Moment & { readonly appointment: string },
): Promise<readonly FreeTime[]> {
  const opened = await findProven(council, asked)
  const declared = opened && findAppointment(opened, asked.appointment)
  const times = declared ? await timesFor(council, opened, { declared, at: asked.at, today: asked.today }) : []
  return times.map(({ id, day, at, places, taken }) => ({ id, day, at, left: places - taken }))
}

/** A time with places left. */
export type FreeTime = { readonly id: string; readonly day: string; readonly at: string; readonly left: number }

/** What the API says of a case: nothing personal. */
export type CaseStatus = {
  readonly reference: string
  readonly service: string
  readonly version: string
  readonly status: Status
  readonly outcome: string | null
  readonly openedAt: string
  readonly dueOn: string | null
}

/** Status and outcome by reference. */
export async function caseStatus(council: Council, reference: string): Promise<CaseStatus | undefined> {
  const opened = await findByReference(council, reference)
  if (!opened) return undefined
  const { service, version, openedAt, decision, ...current } = opened.current
  const due = decision ? undefined : dueOn(opened.current)
  return {
    reference: current.reference,
    service,
    version,
    status: statusOf(opened.current),
    outcome: decision?.outcome ?? null,
    openedAt,
    dueOn: due ?? null,
  }
}

async function findProven(council: Council, { reference, proof }: Whose): Promise<Opened | undefined> {
  const opened = await findByReference(council, reference)
  return opened && isTheirs(opened, proof) ? opened : undefined
}

async function findByReference(council: Council, typed: string): Promise<Opened | undefined> {
  const reference = parseReference(typed)
  const caseId = reference && (await council.store.transaction((tx) => findIdByReference(tx, reference)))
  return caseId === undefined ? undefined : await findOpened(council, caseId)
}

/** Compared with what was sealed, so that no copy of an address lies anywhere and a proof ends when the key does. */
export function isTheirs({ current, facts }: Opened, proof: Proof): boolean {
  if ('person' in proof) return proof.person === current.person
  const { email, phone } = sealedOf(facts).contact
  const typed = proof.contact.trim().toLowerCase()
  if (typed.includes('@')) return email !== undefined && email.toLowerCase() === typed
  return phone !== undefined && digitsOf(typed).length >= 9 && digitsOf(phone) === digitsOf(typed)
}

/** A telephone number as one writes it at home: `+44 20 …` and `020 …` are the same. */
function digitsOf(phone: string): string {
  return phone.replace(/[^\d+]/g, '').replace(/^(\+44|0044)0?/, '0')
}
