/** The single place for finding out about whom something is held, from a reference, an email address or an id. */
import { idByReference, idsByContact, idsOfPerson, keptCases, parseReference } from '#features/cases/index.ts'
import { findAccount } from '#features/people/index.ts'
import type { Council } from '#http/council.ts'
import { findKeys } from '#store/erasure.ts'
import type { Found } from '../domain/index.ts'

/**
 * Everybody it can mean. Somebody who never signed in is another person in each case; with `everywhere` the cases in which the email
 * address was given are found too, for which every case of the council is opened.
 */
export async function findPeople(council: Council, typed: string, { everywhere }: { everywhere: boolean }): Promise<readonly Found[]> {
  const persons = await personsMeant(council, typed.trim(), everywhere)
  return Promise.all(persons.map((person) => foundOf(council, person)))
}

async function personsMeant(council: Council, typed: string, everywhere: boolean): Promise<readonly string[]> {
  const reference = parseReference(typed)
  const caseId = reference === undefined ? undefined : await idByReference(council, reference)
  if (caseId !== undefined) return (await keptCases(council, [caseId])).map(({ person }) => person)
  const account = await council.store.transaction((tx) => findAccount(tx, typed))
  const persons = account ? [account.id] : []
  if (UUID.test(typed) && (await isKnown(council, typed))) persons.push(typed)
  if (everywhere && typed.includes('@')) {
    const cases = await keptCases(council, await idsByContact(council, typed))
    persons.push(...cases.map(({ person }) => person))
  }
  return [...new Set(persons)]
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** True when something is held under this id of a person. */
export async function isKnown({ store }: Pick<Council, 'store'>, person: string): Promise<boolean> {
  if (!UUID.test(person)) return false
  return store.transaction(async (tx) => {
    if ((await findKeys(tx, { person })).length > 0) return true
    return (await idsOfPerson(tx, person)).length > 0 || (await findAccount(tx, person)) !== undefined
  })
}

async function foundOf(council: Council, person: string): Promise<Found> {
  const { ids, account } = await council.store.transaction(async (tx) => ({
    ids: await idsOfPerson(tx, person),
    account: await findAccount(tx, person),
  }))
  const references = (await keptCases(council, ids)).map(({ reference }) => reference)
  return { person, references, hasAccount: account !== undefined }
}
