/** The single place where the bench opens the councils of a running Folkmoot in its own process. */
import { join } from 'node:path'
import { openCouncil, readCouncils } from '#app/councils.ts'
import { features } from '#app/features.ts'
import type { Council } from '#http/council.ts'
import { MasterKeys } from '#store/keys.ts'
import { openStore } from '#store/store.ts'
import type { Folkmoot } from './folkmoot.ts'

export type Councils = { of(id: string): Council; close(): Promise<void> }

export async function openCouncils({ folder, app, migrator }: Folkmoot, settings: string): Promise<Councils> {
  const server = { app, migrator, stop: () => Promise.resolve() }
  const projections = features.flatMap((feature) => feature.projections ?? [])
  const store = await openStore({ server, keys: new MasterKeys(join(folder, 'keys')), projections })
  const councils = new Map((await readCouncils([settings])).map((read) => [read.settings.id, openCouncil(read, store, {})]))
  return {
    of(id) {
      const found = councils.get(id)
      if (found === undefined) throw new Error(`the bench has no council ${id}`)
      return found
    },
    close: () => store.close(),
  }
}
