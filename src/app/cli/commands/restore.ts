/** `folkmoot restore`: a backup comes back into an empty database, and what had gone since goes again. */
import { access } from 'node:fs/promises'
import { dispose } from '#features/records/index.ts'
import { MasterKeys } from '#store/keys.ts'
import { restore as bringBack, type RestoreResult } from '#store/restore.ts'
import type { CouncilStore } from '#store/store.ts'
import { type CouncilFolder, openCouncil, readCouncils } from '../../councils.ts'
import { features } from '../../features.ts'
import { reachDatabase } from '../../installation.ts'
import { type Command, type ExitCode, type Invocation, type Io, UsedWrongly } from '../command.ts'
import { configuration, explain } from '../installation.ts'

export const restore: Command = {
  name: 'restore',
  summary: 'Bring a backup back into an empty database, and dispose again of what had gone since',
  usage: 'restore FILE',
  help: [
    'It needs an empty database (a new FOLKMOOT_DATA, or a new one in DATABASE_URL) and the councils’ keys, which no backup holds:',
    'set FOLKMOOT_KEYS to their folder, or put it as "keys" into FOLKMOOT_DATA first.',
  ],
  options: {},
  words: { least: 1, most: 1 },
  run: (invocation) => bringBackFrom(invocation).catch(explain),
}

async function bringBackFrom({ positionals, io, json }: Invocation): Promise<ExitCode> {
  const file = positionals[0] ?? ''
  await access(file).catch(() => {
    throw new UsedWrongly(`${file} cannot be read. Check the path`)
  })
  const config = configuration()
  const folders = await readCouncils(config.councilFolders)
  const note = (_event: string, about: Readonly<Record<string, unknown>> = {}) => io.err(String(about['sentence'] ?? ''))
  const { database, keysFolder } = await reachDatabase({ config, journal: { note } })
  try {
    const at = new Date().toISOString()
    const result = await bringBack({
      server: database,
      from: file,
      keys: new MasterKeys(keysFolder),
      at,
      migrations: features.map(({ migrations }) => migrations),
      projections: features.flatMap(({ projections = [] }) => projections),
      dispose: (store) => disposeAgain(folders, store, { at, io }),
      onProgress: (rows) => io.progress(`${rows} rows`),
    })
    if (json) io.out(JSON.stringify({ file, ...result }, null, 2))
    else describe(file, result, io)
    return result.findings.length > 0 ? 1 : 0
  } finally {
    await database.stop()
  }
}

/** What became due while the backup lay there. A council without a folder here is disposed of once it has one. */
async function disposeAgain(folders: readonly CouncilFolder[], store: CouncilStore, { at, io }: { at: string; io: Io }): Promise<void> {
  const folder = folders.find(({ settings }) => settings.id === store.councilId)
  if (!folder) return io.err(`${store.councilId} has no folder in FOLKMOOT_COUNCILS, so what is past its time there stays for now`)
  await dispose(openCouncil(folder, { council: () => store }, process.env), { at })
}

function describe(file: string, { rows, councils, erasedAgain, checkpointsLost, findings }: RestoreResult, io: Io): void {
  io.out(`${file}: ${rows} rows of ${councils.join(', ')}; ${erasedAgain} keys erased again that had been erased since`)
  if (checkpointsLost > 0) io.out(`  what happened in the last ${checkpointsLost} checkpoints before the loss is not in this backup`)
  for (const { message } of findings) io.out(`  ${message}`)
}
