/** The single place where the command line finds packs: by folder, by name among the packs, or all of them. */
import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { type PackFiles, type PackReading, type ProvedReading, readPack, readProvedPack } from '#core/index.ts'
import { readPackFiles } from '#store/pack-files.ts'
import { packFoldersIn } from '../config.ts'
import { NotDone, UsedWrongly } from './command.ts'

export type LoadedPack = PackReading & { readonly pack: string; readonly folder: string }

export type ProvedPack = ProvedReading & { readonly pack: string; readonly folder: string }

/** Reads and proves the packs named, or all starter packs. @throws UsedWrongly for a name that leads nowhere. */
export async function loadProvedPacks(names: readonly string[]): Promise<readonly ProvedPack[]> {
  const folders = names.length === 0 ? await starterFolders() : await Promise.all(names.map(folderOf))
  return Promise.all(folders.map((folder) => loadWith(folder, readProvedPack, { scenarios: [], warnings: [] })))
}

/** Reads the packs named, or all starter packs. @throws UsedWrongly for a name that leads nowhere. */
export async function loadPacks(names: readonly string[]): Promise<readonly LoadedPack[]> {
  const folders = names.length === 0 ? await starterFolders() : await Promise.all(names.map(folderOf))
  return Promise.all(folders.map(loadPack))
}

/** Reads one pack by name or folder. */
export async function loadNamedPack(name: string): Promise<LoadedPack> {
  return loadPack(await folderOf(name))
}

function loadPack(folder: string): Promise<LoadedPack> {
  return loadWith(folder, readPack, { scenarios: [] })
}

async function loadWith<Reading extends PackReading>(
  folder: string,
  read: (files: PackFiles) => Reading,
  nothing: Omit<Reading, 'faults'>,
): Promise<(Reading | (Omit<Reading, 'faults'> & Pick<PackReading, 'faults'>)) & { readonly pack: string; readonly folder: string }> {
  const pack = basename(resolve(folder))
  const found = await readPackFiles(folder)
  return { pack, folder, ...('files' in found ? read(found.files) : { ...nothing, faults: found.faults }) }
}

async function folderOf(name: string): Promise<string> {
  for (const folder of [resolve(name), ...packFoldersIn(process.env).map((packs) => join(packs, name))]) {
    if (await isFolder(folder)) return folder
  }
  throw new UsedWrongly(`There is no pack "${name.slice(0, 200)}": neither a folder of that name nor one among the packs`)
}

async function starterFolders(): Promise<readonly string[]> {
  return (await Promise.all(packFoldersIn(process.env).map(foldersIn))).flat()
}

async function foldersIn(packs: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(packs, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(packs, entry.name))
      .sort()
  } catch {
    throw new NotDone(`${packs} cannot be read. Check FOLKMOOT_PACKS and who may read it`)
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false
}
