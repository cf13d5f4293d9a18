/** The single place where a council's own services are published from folders, when a demonstration starts. */
import { join } from 'node:path'
import { type PackFiles, type PackReading, readPack } from '#core/definition/index.ts'
import type { Council } from '#http/council.ts'
import { readPackFiles } from '#store/pack-files.ts'
import type { CouncilStore } from '#store/store.ts'
import { type FolderState, folderStateOf, mayComeFromFolder, type Release } from '../domain/index.ts'
import { versionHistory } from './history.ts'
import { publish } from './publish.ts'

/** Where the folders of each council's server are, as it was started. */
const known = new WeakMap<CouncilStore, readonly string[]>()

export function rememberFolders({ store }: Pick<Council, 'store'>, folders: readonly string[]): void {
  known.set(store, folders)
}

/** Reads the folder anew, and tells it apart from the releases of the service. */
export async function folderState({ store }: Pick<Council, 'store'>, service: string, releases: readonly Release[]): Promise<FolderState> {
  const files = await findPack(known.get(store) ?? [], service)
  if (!files) return 'none'
  const { version } = readPack(files)
  return version === undefined ? 'faulty' : folderStateOf(releases, version)
}

/** Who publishes when nobody is signed in: the program itself, when it starts with example people. */
const itself = 'start'

/**
 * Publishes the council's own services from folders that hold one folder per pack; the first that holds a pack wins. What was released since is
 * never taken back: a folder is published only when its version was never current here and what is current came from a folder too. A service that
 * the council takes from another is left to whoever adopts it.
 * @throws Error naming the faults of a pack that may not be published
 */
export async function publishFolders(council: Council, { folders, at }: { folders: readonly string[]; at: string }): Promise<void> {
  for (const { id, from } of council.settings.services) {
    if (from !== undefined) continue
    const history = await versionHistory(council, id)
    const files = await findPack(folders, id)
    if (!files && history.length > 0) continue
    if (!files) throw new Error(`There is no pack ${id} in ${folders.join(', ')}, and ${council.id} lists it`)
    const read = readPack(files)
    if (read.version === undefined) throw refused(council, id, read.faults)
    if (!mayComeFromFolder(history, read.version)) continue
    const publication = await publish(council, { files, by: itself, at, source: 'folder' })
    if (publication.state === 'refused') throw refused(council, id, publication.faults)
  }
}

function refused({ id: council }: Council, id: string, faults: PackReading['faults']): Error {
  const lines = faults.map(({ file, line, message, help }) => `${file}:${line} ${message} ${help}`)
  return new Error(`${council} cannot publish ${id}:\n${lines.join('\n')}`)
}

async function findPack(folders: readonly string[], id: string): Promise<PackFiles | undefined> {
  for (const folder of folders) {
    const read = await readPackFiles(join(folder, id))
    if ('files' in read) return read.files
  }
  return undefined
}
