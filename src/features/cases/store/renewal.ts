/** The single place for the SQL of links to renew. Only the digest of what a link carries is kept. */
import type { Db } from '#store/db.ts'
import { bound, cases } from './tables.ts'

/** `secretHash` is the hex SHA-256 of what the link carries; `expiresOn` its last day, `YYYY-MM-DD`. */
export type RenewalLink = { readonly secretHash: string; readonly caseId: string; readonly expiresOn: string }

export async function keepRenewal(tx: Db, { secretHash, caseId, expiresOn }: RenewalLink): Promise<void> {
  const row = { council_id: bound, secret_hash: secretHash, case_id: caseId, expires_on: expiresOn }
  await cases(tx).insertInto('cases.renewal').values(row).execute()
}

/** The case a link leads to, while its time lasts. */
export async function findRenewalCase(tx: Db, secretHash: string, today: string): Promise<string | undefined> {
  const row = await cases(tx)
    .selectFrom('cases.renewal')
    .select('case_id')
    .where('council_id', '=', bound)
    .where('secret_hash', '=', secretHash)
    .where('expires_on', '>=', today)
    .executeTakeFirst()
  return row?.case_id
}
