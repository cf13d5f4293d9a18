/** The single place for the SQL of sharing. */
import { type Db, sql } from '#store/db.ts'

type Tables = {
  'sharing.package': { council_id: string; digest: string; file: Buffer; came_at: string }
  'sharing.look': { council_id: string; service_id: string; looked_at: string; problem: string | null }
}

const sharing = (db: Db) => db.withTables<Tables>()
/** The council a transaction is bound to; rows are written under it and no other. */
const bound = sql<string>`current_setting('folkmoot.council')`

/** Keeps a package as it came; the same one twice is kept once. `at` is an ISO instant. */
export async function keepPackage(tx: Db, { digest, file, at }: { digest: string; file: Buffer; at: string }): Promise<void> {
  await sharing(tx)
    .insertInto('sharing.package')
    .values({ council_id: bound, digest, file, came_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The bytes of a package that came, by its digest. */
export async function findPackageFile(tx: Db, digest: string): Promise<Buffer | undefined> {
  const row = await sharing(tx)
    .selectFrom('sharing.package')
    .select('file')
    .where('council_id', '=', bound)
    .where('digest', '=', digest)
    .executeTakeFirst()
  return row?.file
}

/** The last look for new versions of a service: when, ISO instant, and what went wrong then. */
export type Look = { readonly at: string; readonly problem: string | null }

export async function findLook(tx: Db, service: string): Promise<Look | undefined> {
  const row = await sharing(tx)
    .selectFrom('sharing.look')
    .select(['looked_at as at', 'problem'])
    .where('council_id', '=', bound)
    .where('service_id', '=', service)
    .executeTakeFirst()
  return row
}

export async function noteLook(tx: Db, service: string, { at, problem }: Look): Promise<void> {
  const row = { looked_at: at, problem }
  await sharing(tx)
    .insertInto('sharing.look')
    .values({ council_id: bound, service_id: service, ...row })
    .onConflict((conflict) => conflict.columns(['council_id', 'service_id']).doUpdateSet(row))
    .execute()
}
