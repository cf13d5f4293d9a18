/** The single place where an installation is opened: its councils' settings, its database migrated, its keys. The server and every command use it. */
import { join } from 'node:path'
import type { Council } from '#http/council.ts'
import type { Journal } from '#http/log.ts'
import { joinEmbedded } from '#store/embedded/attach.ts'
import { startEmbedded } from '#store/embedded/index.ts'
import { MasterKeys } from '#store/keys.ts'
import { migrate } from '#store/migrate.ts'
import { type Server as Database, serverAt } from '#store/server.ts'
import { openStore, type Store } from '#store/store.ts'
import type { Config, Environment } from './config.ts'
import { type CouncilFolder, openCouncil, readCouncils } from './councils.ts'
import { features } from './features.ts'

export interface Installation {
  readonly database: Database
  readonly store: Store
  readonly keys: MasterKeys
  readonly folders: readonly CouncilFolder[]
  readonly councils: readonly Council[]
  /** Ends the store, and the database if it was started here. */
  close(): Promise<void>
}

export interface Opening {
  readonly config: Config
  readonly environment: Environment
  readonly journal: Pick<Journal, 'note'>
  /** True for a command that may work beside a running server on the database inside it. */
  readonly mayJoin?: boolean
}

/** Opens everything a command needs. @throws StartFailure or StoreFailure, whose messages say what is wrong and the way out */
export async function openInstallation({ environment, ...opening }: Opening): Promise<Installation> {
  const folders = await readCouncils(opening.config.councilFolders)
  const { database, keysFolder } = await reachDatabase(opening)
  try {
    await migrate(
      database,
      features.map(({ migrations }) => migrations),
    )
    const keys = new MasterKeys(keysFolder)
    const store = await openStore({ server: database, keys, projections: features.flatMap((feature) => feature.projections ?? []) })
    const councils = folders.map((folder) => openCouncil(folder, store, environment))
    return { database, store, keys, folders, councils, close: async () => closeAll(store, database) }
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function closeAll(store: Store, database: Database): Promise<void> {
  await store.close()
  await database.stop()
}

/** The database and where the councils' keys are, before anything is migrated or registered. */
export async function reachDatabase({ config, journal, mayJoin = false }: Omit<Opening, 'environment'>) {
  const { databaseUrl, dataFolder, keysFolder } = config
  if (databaseUrl !== undefined && keysFolder !== undefined) return { database: await serverAt(databaseUrl), keysFolder }
  const reach = mayJoin ? joinEmbedded : startEmbedded
  const database = await reach({ folder: dataFolder, onEvent: (sentence) => journal.note('database', { sentence }) })
  return { database, keysFolder: keysFolder ?? join(database.folder, 'keys') }
}
