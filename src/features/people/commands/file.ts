/** The single place for what people holds about one person, as the law lets them ask for it or have it erased. */
import { forgetTo, messagesTo, type KeptMessage } from '#features/messages/index.ts'
import { isStaff } from '#http/actor.ts'
import type { Db } from '#store/db.ts'
import { findEmail, isId, type Person } from '../domain.ts'
import { deletePerson, type KeptLink, type KeptSession, type KeptUse, linksOf, sessionsOf, usesAbout, usesBy } from '../store/file.ts'
import { findPerson, findPersonByEmail } from '../store/people.ts'

export { usesAbout }

/** Everything about somebody who has signed in, secrets left out. */
export type PersonFile = {
  readonly account: Person
  readonly sessions: readonly KeptSession[]
  readonly links: readonly KeptLink[]
  /** What they did themselves, from the audit trail. */
  readonly uses: readonly KeptUse[]
  /** Emails sent to their address that are still kept. */
  readonly messages: readonly KeptMessage[]
}

/** Somebody by their id or email address. */
export async function findAccount(tx: Db, idOrEmail: string): Promise<Person | undefined> {
  if (isId(idOrEmail)) return await findPerson(tx, idOrEmail)
  const email = findEmail(idOrEmail)
  return email === undefined ? undefined : await findPersonByEmail(tx, email)
}

/** Undefined for somebody who never signed in. */
export async function fileOf(tx: Db, id: string): Promise<PersonFile | undefined> {
  const account = isId(id) ? await findPerson(tx, id) : undefined
  if (!account) return undefined
  const { email } = account
  const links = email === null ? [] : await linksOf(tx, email)
  const messages = email === null ? [] : await messagesTo(tx, email)
  return { account, sessions: await sessionsOf(tx, id), links, uses: await usesBy(tx, id), messages }
}

/**
 * Erases somebody's account, with their sessions, links and the messages to their address; true when there was one. Somebody who works
 * here keeps theirs: `works-here`. The audit trail keeps the id, which then leads to nobody.
 */
export async function eraseAccount(tx: Db, id: string): Promise<boolean | 'works-here'> {
  const account = isId(id) ? await findPerson(tx, id) : undefined
  if (!account) return false
  if (isStaff(account)) return 'works-here'
  if (account.email !== null) await forgetTo(tx, account.email)
  await deletePerson(tx, account)
  return true
}
