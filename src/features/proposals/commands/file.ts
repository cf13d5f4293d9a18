/** The single place for what suggested changes hold about people, as whoever keeps the records needs it: to show, to erase and to dispose of. */
import type { Nation } from '#core/value/bank-holidays.ts'
import { addMonths } from '#core/value/calendar-date.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import { eraseKeys, findKeys, type KeptKey } from '#store/erasure.ts'
import { stateOf } from '../domain/index.ts'
import { backingsBy, endOf, findProposals, idsOf, setBackings } from '../store/index.ts'
import { contactClass, suggestionClass } from './moderate.ts'

/** Something a person suggested, with what they wrote as far as it still exists. */
export type SuggestionFile = {
  readonly id: string
  readonly service: string
  readonly suggestedAt: string
  readonly state: string
  readonly text?: string | undefined
  readonly email?: string | undefined
  readonly appeal?: string | undefined
}

/** What a person suggested: by their account, or by the id their suggestion was kept under. */
export async function suggestionsOf({ store }: Pick<Council, 'store'>, tx: Db, person: string): Promise<readonly SuggestionFile[]> {
  const found = await findProposals(store, tx, await idsOf(tx, { author: person }))
  return found.map((proposal) => {
    const { id, service, suggestedAt, text, email, hiding } = proposal
    return { id, service, suggestedAt, state: stateOf(proposal), text, email, appeal: hiding?.appeal?.text }
  })
}

/** What a person backs: ids of suggested changes, with the name of the wording. */
export async function backedBy(tx: Db, person: string): Promise<readonly { readonly suggestion: string; readonly wording: string }[]> {
  return (await backingsBy(tx, person)).map(({ proposal, digest }) => ({ suggestion: proposal, wording: digest }))
}

/** Takes back what a person backs of what is still open; what was decided was decided with it. Answers how much it was. */
export async function eraseBackings(
  { store }: Pick<Council, 'store'>,
  tx: Db,
  { person, at }: { person: string; at: string },
): Promise<number> {
  const wishes = (await backingsBy(tx, person)).map(({ proposal }) => ({ proposal, person, digest: null, at }))
  const group = { tx, log: store.log, enqueue: () => Promise.resolve() }
  return (await setBackings.write(group, wishes)).filter((done) => done === 'done').length
}

/** How long what somebody wrote is kept after the matter ended, and the address they left; and that where it never ended. In months. */
const kept = { text: 72, contact: 12, contactAtMost: 36 } as const

type Going = { readonly at: string; readonly today: string; readonly nation: Nation; readonly isDryRun: boolean }

/** Erases what is past its time, holds honoured; answers how much it was. */
export async function disposeSuggestions(council: Pick<Council, 'store'>, { at, today, isDryRun }: Going): Promise<number> {
  let count = 0
  for (const retention of [contactClass, suggestionClass]) {
    for (let after: string | undefined; ; ) {
      const filter = { retention, ...(after === undefined ? {} : { after }) }
      const keys = await council.store.transaction((tx) => findKeys(tx, filter))
      after = keys.at(-1)?.id
      if (after === undefined) break
      const own = keys.filter(({ stream, isHeld }) => stream.startsWith('proposal/') && !isHeld)
      const due = await dueAmong(council, own, today)
      count += due.length
      if (!isDryRun && due.length > 0) await erase(council, due, at)
    }
  }
  return count
}

async function erase({ store }: Pick<Council, 'store'>, keys: readonly KeptKey[], at: string): Promise<void> {
  await eraseKeys(store, store.keys, { keys, by: 'retention', at, reason: 'its time was over', projections: store.projections })
}

async function dueAmong({ store }: Pick<Council, 'store'>, keys: readonly KeptKey[], today: string): Promise<readonly KeptKey[]> {
  const ends = await store.transaction((tx) =>
    endOf(
      tx,
      keys.map(({ stream }) => stream.slice('proposal/'.length)),
    ),
  )
  return keys.filter(({ stream, retention }) => {
    const found = ends.get(stream.slice('proposal/'.length))
    if (!found) return false
    const ended = found.endedAt === null ? undefined : dayInLondon(new Date(found.endedAt))
    const length = retention === contactClass ? kept.contact : kept.text
    const gone = ended === undefined ? undefined : addMonths(ended, length)
    const atMost = retention === contactClass ? addMonths(dayInLondon(new Date(found.suggestedAt)), kept.contactAtMost) : undefined
    return (gone !== undefined && gone <= today) || (atMost !== undefined && atMost <= today)
  })
}
