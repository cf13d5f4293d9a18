/** The single place that prepares the made-up council of the crash tests: its folder, its published service and a key to send with. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '#app/config.ts'
import { type Installation, openInstallation } from '#app/installation.ts'
import { publish } from '#features/services/index.ts'
import { digest, newSecret } from '#http/session.ts'
import { sql } from '#store/db.ts'
import { newId } from '#store/uuid.ts'
import { clubSettings } from '#test/kit/club-council.ts'
import { tennisClubFiles } from '#test/kit/tennis-club.ts'
import type { Victim } from './database.ts'

export const club = 'tennis-club'
export const council = 'north'

/** What the server must be told, and the key that programs send with. */
export type Prepared = { readonly environment: Readonly<Record<string, string>>; readonly key: string }

export async function prepareClub({ folder, environment: own }: Victim): Promise<Prepared> {
  const councils = join(folder, 'councils')
  mkdirSync(join(councils, council), { recursive: true })
  writeFileSync(join(councils, council, 'council.yaml'), clubSettings(council, '127.0.0.1'))
  const environment = { ...own, FOLKMOOT_COUNCILS: councils }
  const reading = readConfig({ ...environment, FOLKMOOT_DEMO: 'no' })
  if (!('config' in reading)) throw new Error(JSON.stringify(reading.faults))
  const installation = await openInstallation({ config: reading.config, environment, journal: { note: () => undefined } })
  try {
    return { environment, key: await fill(installation) }
  } finally {
    await installation.close()
  }
}

async function fill({ store, councils }: Installation): Promise<string> {
  const [own] = councils
  if (own === undefined) throw new Error('the council is there')
  await store.register(own.id)
  const published = await publish(own, { files: tennisClubFiles(), by: newId(), at: new Date().toISOString() })
  if (published.state === 'refused') throw new Error(JSON.stringify(published.faults))
  const secret = newSecret()
  await own.store.transaction((tx) =>
    sql`insert into people.key (council_id, id, name, hash, scopes, made_by, made_at, expires_at)
      values (${own.id}, ${newId()}, 'load', ${digest(secret)}, '{api.submit}', ${newId()}, now(), now() + interval '1 day')`.execute(tx),
  )
  return secret
}
