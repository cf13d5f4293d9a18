/** The single place for using the PostgreSQL that another process of ours keeps running, beside that process. */
import { existsSync } from 'node:fs'
import { StoreFailure } from '../failure.ts'
import { APP_ROLE, MIGRATOR_ROLE } from '../server.ts'
import { type EmbeddedConfig, type EmbeddedServer, placeOf, startEmbedded } from './index.ts'
import { canConnect, entry, findPostmaster } from './postmaster.ts'

/**
 * The database of this folder: the one a process of ours runs, which goes on when this one ends, or one started for this process alone.
 * @throws StoreFailure those of `startEmbedded`
 */
export async function joinEmbedded(config: EmbeddedConfig = {}): Promise<EmbeddedServer> {
  try {
    return await startEmbedded(config)
  } catch (error) {
    const running = error instanceof StoreFailure && error.code === 'already-running' ? await findRunning(config) : undefined
    if (running === undefined) throw error
    return running
  }
}

async function findRunning(config: EmbeddedConfig): Promise<EmbeddedServer | undefined> {
  const place = placeOf(config)
  if (!existsSync(place.data) || findPostmaster(place) === undefined || !(await canConnect(place))) return undefined
  return { app: entry(place, APP_ROLE), migrator: entry(place, MIGRATOR_ROLE), folder: place.folder, stop: () => Promise.resolve() }
}
