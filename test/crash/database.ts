/** The single place for the two databases that are killed: the one inside the server, and Debian's beside it. Both durable, unlike those of other tests. */
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { joinEmbedded } from '#store/embedded/attach.ts'
import type { Binaries } from '#store/embedded/binaries.ts'
import { prepareCluster } from '#store/embedded/cluster.ts'
import { createDatabase, placeOf, prepareFolders } from '#store/embedded/index.ts'
import type { Place } from '#store/embedded/place.ts'
import { canConnect, entry, findPostmaster, startPostmaster, stopProcess } from '#store/embedded/postmaster.ts'
import { APP_ROLE, MIGRATOR_ROLE, OWNER_ROLE, type Server } from '#store/server.ts'

export const debian = '/usr/lib/postgresql/15/bin'

export type Kind = 'embedded' | 'debian'

/** A database of its own in a folder of its own, with what the server must be told to use it. */
export type Victim = {
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
  /** Ends PostgreSQL with kill -9. */
  killPostmaster(): void
  /** Starts again what nobody else does. */
  revive(): Promise<void>
  /** A way in beside the server. */
  reach(): Promise<Server>
  /** Waits until no process of the folder is left; names those that are, once the time (milliseconds) is up. */
  remains(limit: number): Promise<readonly string[]>
  close(): Promise<void>
}

export async function victim(kind: Kind): Promise<Victim> {
  const folder = mkdtempSync(join(tmpdir(), `folkmoot-crash-${kind}-`))
  return kind === 'embedded' ? embeddedVictim(folder) : debianVictim(folder)
}

function embeddedVictim(folder: string): Victim {
  const place = placeOf({ folder })
  return {
    ...sameForBoth(folder, place),
    environment: { FOLKMOOT_DATA: folder, DATABASE_URL: '', FOLKMOOT_KEYS: join(folder, 'keys') },
    revive: () => Promise.resolve(),
    reach: () => joinEmbedded({ folder }),
  }
}

async function debianVictim(folder: string): Promise<Victim> {
  const place = placeOf({ folder })
  const binaries = debianBinaries()
  prepareFolders(place)
  await prepareCluster(place, binaries, { durable: true })
  const revive = async () => {
    while (!(await canConnect(place))) {
      if (findPostmaster(place) === undefined) await startPostmaster(place, binaries)
      else await pause(20)
    }
  }
  await revive()
  await createDatabase(place)
  const url = `postgres://${OWNER_ROLE}@localhost:5432/folkmoot?host=${encodeURIComponent(place.sockets)}`
  const server = { app: entry(place, APP_ROLE), migrator: entry(place, MIGRATOR_ROLE), stop: () => Promise.resolve() }
  return {
    ...sameForBoth(folder, place),
    environment: { DATABASE_URL: url, FOLKMOOT_DATA: '', FOLKMOOT_KEYS: join(folder, 'keys') },
    revive,
    reach: () => Promise.resolve(server),
  }
}

function sameForBoth(folder: string, place: Place): Pick<Victim, 'folder' | 'killPostmaster' | 'remains' | 'close'> {
  return {
    folder,
    killPostmaster() {
      const pid = findPostmaster(place)
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
    },
    async remains(limit) {
      const end = performance.now() + limit
      while (processesOf(folder).length > 0 && performance.now() < end) await pause(50)
      return processesOf(folder)
    },
    async close() {
      const pid = findPostmaster(place)
      if (pid !== undefined) await stopProcess(pid)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function debianBinaries(): Binaries {
  const postgres = join(debian, 'postgres')
  const version = execFileSync(postgres, ['--version'], { encoding: 'utf8' }).replace(/^\D*/, '').split(' ')[0] ?? ''
  return { initdb: join(debian, 'initdb'), postgres, version }
}

/** Every process whose command line or working folder is in the folder: PostgreSQL with its children, and whoever guards it. */
function processesOf(folder: string): readonly string[] {
  return globSync('/proc/[0-9]*').flatMap((path) => {
    const command = textOf(`${path}/cmdline`).replaceAll('\0', ' ')
    const environment = textOf(`${path}/environ`)
    const isOurs = command.includes(folder) || environment.includes(`=${folder}\0`) || environment.includes(`=${folder}/`)
    return isOurs && !/\) Z /.test(textOf(`${path}/stat`)) && existsSync(path) ? [`${path.slice(6)} ${command}`] : []
  })
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
