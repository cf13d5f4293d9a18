/** The one place through which everything goes that somebody wants everybody to read, and where it is hidden, appealed and shown again. */
import type { Amendment } from '#core/amendment/index.ts'
import { type Actor, isStaff } from '#http/actor.ts'
import { digest } from '#http/session.ts'
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import {
  type Moderated,
  comparable,
  dailyLimits,
  type Detail,
  detailsIn,
  type Flaw,
  flawOf,
  isOpen,
  type Proposal,
  type Rule,
  stateOf,
} from '../domain/index.ts'
import { countToday, findProposals, idsEverHidden, idsOf } from '../store/index.ts'
import { type Saved, saveStep } from './save.ts'

/** A text that is to be published. `by` tells its writer from others for a day; `warned` is what they said yes to. */
export type Wish = {
  readonly text: string
  readonly service: string
  readonly by: string
  /** True for whoever is signed in: what visitors fill up in a day is not theirs to lose. */
  readonly isKnown: boolean
  /** An address that is written to without anybody having shown that it is theirs. */
  readonly address?: string | undefined
  readonly today: string
  /** The name of the very text whose details the writer has confirmed, as `warningOf` gave it. */
  readonly warned: string
}

export type NotAdmitted =
  | { readonly flaw: Flaw | 'too-many-person' | 'too-many-service' }
  | { readonly flaw: 'repeated'; readonly like: string }
  | { readonly details: readonly Detail[] }

/** Undefined when it may be published; otherwise why not. A text that passes is counted against the day's limits. */
export async function admit(council: Council, tx: Db, wish: Wish): Promise<NotAdmitted | undefined> {
  const flaw = flawOf(wish.text)
  if (flaw) return { flaw }
  const details = detailsIn(wish.text)
  if (details.length > 0 && wish.warned !== warningOf(wish.text)) return { details }
  const like = await findAlike(council, tx, wish)
  if (like) return { flaw: 'repeated', like: like.id }
  const { by, service, address, isKnown } = wish
  const people = [`person ${by}`, ...(address === undefined ? [] : [`address ${address.toLowerCase()}`])]
  const counts = await countToday(tx, wish.today, [...people, ...(isKnown ? [] : [`service ${service}`])])
  if (counts.slice(0, people.length).some((count) => count > dailyLimits.person)) return { flaw: 'too-many-person' }
  const [ofService = 0] = counts.slice(people.length)
  return ofService > dailyLimits.service ? { flaw: 'too-many-service' } : undefined
}

/** Names a text, so that a yes to its details is a yes to these and no others. */
export function warningOf(text: string): string {
  return digest(`warned ${text.trim()}`)
}

const mostCompared = 300

async function findAlike(council: Council, tx: Db, { service, text }: Wish): Promise<Proposal | undefined> {
  const ids = await idsOf(tx, { service, states: ['suggested', 'changed', 'approved'], most: mostCompared })
  const own = comparable(text)
  return (await findProposals(council.store, tx, ids)).find((one) => one.text !== undefined && comparable(one.text) === own)
}

/** Who does it, and when. */
export type Doing = { readonly actor: Actor; readonly at: string }

/** Hides it from everybody but its author, with the rule it broke; the author is told and may appeal. */
export function hide(
  council: Council,
  id: string,
  { actor, at, rule, note }: Doing & { rule: Rule; note: string },
): Promise<Saved<'hidden-already'>> {
  return saveStep(council, id, (proposal) => {
    if (stateOf(proposal) === 'hidden') return { refused: 'hidden-already' }
    return { facts: [{ kind: 'hidden', at, by: actor.id, data: { rule, note } }], news: 'hidden' }
  })
}

/** The author asks for it to be looked at again, once. */
export function appeal(
  council: Council,
  id: string,
  { actor, at, text }: Doing & { text: string },
): Promise<Saved<'not-yours' | 'not-hidden' | Flaw>> {
  return saveStep(council, id, (proposal) => {
    if (!isAuthor(proposal, actor)) return { refused: 'not-yours' }
    if (!proposal.hiding || proposal.hiding.appeal) return { refused: 'not-hidden' }
    const flaw = flawOf(text)
    if (flaw === 'empty' || flaw === 'too-long') return { refused: flaw }
    const personal = [{ person: proposal.author, retention: suggestionClass, value: { text: text.trim() } }]
    return { facts: [{ kind: 'appealed', at, by: proposal.author, data: {}, personal }] }
  })
}

export type Judged = Doing & { readonly note: string; readonly isShown: boolean }

/** Somebody other than whoever hid it looks at it again. */
export function judgeAppeal(
  council: Council,
  id: string,
  { actor, at, note, isShown }: Judged,
): Promise<Saved<'not-hidden' | 'own-hiding'>> {
  return saveStep(council, id, ({ hiding }) => {
    if (!hiding) return { refused: 'not-hidden' }
    if (hiding.by === actor.id) return { refused: 'own-hiding' }
    const kind = isShown ? 'shown-again' : 'hiding-upheld'
    return { facts: [{ kind, at, by: actor.id, data: { note } }], news: isShown ? 'shown-again' : 'upheld' }
  })
}

/** The retention class of what somebody wrote, and of the address they left. */
export const suggestionClass = 'suggestion'
export const contactClass = 'suggestion-contact'

/** Whoever suggested it: signed in as themselves, or with the address they left. */
export function isAuthor({ author, email }: Pick<Proposal, 'author' | 'email'>, actor: Actor): boolean {
  if (actor.kind === 'visitor') return false
  return actor.id === author || (email !== undefined && actor.email?.toLowerCase() === email.toLowerCase())
}

/** The author of something open takes it back. */
export function withdraw(council: Council, id: string, { actor, at }: Doing): Promise<Saved<'not-yours' | 'closed'>> {
  return saveStep(council, id, (proposal) => {
    if (!isAuthor(proposal, actor)) return { refused: 'not-yours' }
    return isOpen(proposal) ? { facts: [{ kind: 'withdrawn', at, by: proposal.author, data: {} }] } : { refused: 'closed' }
  })
}

/** Everything ever hidden, latest first: the rule and what became of it, and nothing of what it said. */
export async function moderationLog({ store }: Pick<Council, 'store'>): Promise<readonly Moderated[]> {
  const found = await store.transaction(async (tx) => findProposals(store, tx, await idsEverHidden(tx)))
  return found.flatMap((proposal) => {
    const { hiding, service, hidings } = proposal
    const last = hidings.at(-1)
    if (!last) return []
    const became = !hiding ? 'shown' : hiding.upheld ? 'upheld' : hiding.appeal ? 'appealed' : 'stays'
    return [{ service, rule: last.rule, at: last.at, became }]
  })
}

/** An edit that puts words in front of everybody. `texts` of staff are theirs to answer for; those of others are looked at like a suggestion. */
export type EditWish = Pick<Wish, 'service' | 'today' | 'warned'> & { readonly actor: Actor; readonly amendment: Amendment }

/** Undefined when the words of the edit may be published, as `admit`. */
export async function admitEdit(tx: Db, { actor, amendment, service, today, warned }: EditWish): Promise<NotAdmitted | undefined> {
  if (isStaff(actor)) return undefined
  const texts = textsOf(amendment)
  for (const text of texts) {
    const flaw = flawOf(text)
    if (flaw && flaw !== 'empty') return { flaw }
  }
  const details = texts.flatMap(detailsIn)
  if (details.length > 0 && warned !== warningOf(texts.join('\n'))) return { details }
  const [byPerson = 0, ofService = 0] = await countToday(tx, today, [`edits ${actor.id}`, `edits of ${service}`])
  if (byPerson > dailyLimits.edits) return { flaw: 'too-many-person' }
  return ofService > dailyLimits.service ? { flaw: 'too-many-service' } : undefined
}

/** The words an edit brings. */
export function textsOf(amendment: Amendment): readonly string[] {
  if (amendment.edit === 'reword') return Object.values(amendment.to)
  return amendment.edit === 'add-option' ? [...Object.values(amendment.label), ...Object.values(amendment.hint ?? {})] : []
}
