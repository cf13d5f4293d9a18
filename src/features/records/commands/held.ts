/** The single place that says what is held about a person, how long, and under which legal hold. */
import { type KeptCase, idsOfPerson, keptCases, nationOf } from '#features/cases/index.ts'
import { draftsOf } from '#features/journeys/index.ts'
import { findAccount } from '#features/people/index.ts'
import type { Council } from '#http/council.ts'
import { findKeys, type Hold, holdsInForce, type KeptKey } from '#store/erasure.ts'
import { disposalDate, type HeldAbout, type HeldClass } from '../domain/index.ts'
import { requestsOf } from '../store.ts'

export async function heldAbout(council: Council, person: string): Promise<HeldAbout> {
  const { store } = council
  const found = await store.transaction(async (tx) => {
    const keys = await findKeys(tx, { person })
    const ids = new Set([...(await idsOfPerson(tx, person)), ...keys.flatMap(({ stream }) => caseIdOf(stream) ?? [])])
    const account = await findAccount(tx, person)
    const drafts = await draftsOf(council, tx, person)
    return { keys, ids: [...ids], account, drafts, holds: await holdsInForce(tx), requests: await requestsOf(tx, person) }
  })
  const { keys, ids, account, holds, ...rest } = found
  const cases = (await keptCases(council, ids)).map((kept) => ({ ...kept, classes: classesOf(council, kept, keys) }))
  const streams = new Set(ids.map((id) => `case/${id}`))
  return {
    ...rest,
    person,
    account: account ? (STAFF.has(account.kind) ? 'works-here' : 'own') : 'none',
    cases,
    holds: holds.filter((hold) => covers(hold, person) && (hold.stream === null || streams.has(hold.stream))),
  }
}

const STAFF: ReadonlySet<string> = new Set(['officer', 'councillor', 'partner'])

/** Whether a hold covers all that is held about a person, or what is held about them in its stream. */
export function covers(hold: Hold, person: string): boolean {
  return hold.person === null || hold.person === person
}

/** The id of the case whose stream this is. */
export function caseIdOf(stream: string): string | undefined {
  return stream.startsWith('case/') ? stream.slice('case/'.length) : undefined
}

/** The day the values of one class of a case go; `undefined` while no time runs. */
export function goesOn(council: Pick<Council, 'settings'>, kept: KeptCase, retention: string): string | undefined {
  const rule = kept.retention[retention]
  return rule && disposalDate(rule, kept, nationOf(council.settings['bank-holidays']))
}

function classesOf(council: Council, kept: KeptCase, keys: readonly KeptKey[]): readonly HeldClass[] {
  return keys
    .filter(({ stream }) => caseIdOf(stream) === kept.caseId)
    .map(({ retention, isHeld }) => ({ name: retention, goesOn: goesOn(council, kept, retention), isHeld }))
}
