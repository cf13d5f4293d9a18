/** The single place that reads a pack's folder, and the shared blocks it uses, from the disk: text only, nothing outside, too big or too deep. */

import { lstat, readdir, readFile, realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Fault, PackFiles } from '#core/definition/index.ts'

/** What was read, or why not. */
export type PackFolder = { readonly files: PackFiles } | { readonly faults: readonly Fault[] }

/** A text that a person writes is far smaller; the checker refuses what is too much inside one. */
const LARGEST_BYTES = 2_000_000
const DEEPEST = 3
const MOST_FILES = 500
const SHARED_BLOCKS = fileURLToPath(new URL('../../blocks', import.meta.url))
const BLOCK_REFERENCE = /\bblocks\/([a-z][a-z0-9-]*@[1-9][0-9]*)/g

/**
 * Reads every `.yaml` and `.md` file of a pack. A block that `service.yaml` uses and the pack does not bring along is added from `blocks`
 * under `blocks/<name>@<version>/`; whether it exists is for the checker to say.
 */
export async function readPackFiles(folder: string, blocks: string = SHARED_BLOCKS): Promise<PackFolder> {
  const root = await realpath(folder).catch(() => undefined)
  if (root === undefined) return { faults: [fault('.', 'pack-not-found', [`There is no folder ${folder}.`, 'Check the path.'])] }
  const files = new Map<string, string>()
  const wrong = (await readFolder({ root, path: root, files })) ?? (await addBlocks(blocks, files))
  if (wrong !== undefined) return { faults: [wrong] }
  return { files: new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1))) }
}

type Reading = { readonly root: string; readonly path: string; readonly files: Map<string, string>; readonly prefix?: string }

async function addBlocks(home: string, files: Map<string, string>): Promise<Fault | undefined> {
  for (const [reference, name] of (files.get('service.yaml') ?? '').matchAll(BLOCK_REFERENCE)) {
    if (name === undefined || files.has(`${reference}/block.yaml`)) continue
    const root = await realpath(join(home, name)).catch(() => undefined)
    const wrong = root === undefined ? undefined : await readFolder({ root, path: root, files, prefix: `${reference}/` })
    if (wrong !== undefined) return wrong
  }
  return undefined
}

async function readFolder({ root, path, files, prefix = '' }: Reading): Promise<Fault | undefined> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const inside = join(path, entry.name)
    const name = prefix + relative(root, inside).split(sep).join('/')
    const wrong = entry.isDirectory()
      ? await enterFolder({ root, path: inside, files, prefix }, name)
      : await readEntry(inside, { name, files, isLink: entry.isSymbolicLink() })
    if (wrong !== undefined) return wrong
  }
  return undefined
}

function enterFolder(reading: Reading, name: string): Promise<Fault | undefined> {
  if (name.split('/').length <= DEEPEST) return readFolder(reading)
  return Promise.resolve(
    fault(name, 'pack-too-deep', [`${name} lies deeper than ${DEEPEST} folders.`, 'Keep the files of a pack nearer to its top.']),
  )
}

type Entry = { readonly name: string; readonly files: Map<string, string>; readonly isLink: boolean }

async function readEntry(path: string, { name, files, isLink }: Entry): Promise<Fault | undefined> {
  if (isLink) return fault(name, 'file-outside-pack', [`${name} is a symbolic link.`, 'Put the file itself into the pack.'])
  if (!/\.(yaml|md)$/.test(name)) return undefined
  if (files.size >= MOST_FILES)
    return fault(name, 'pack-too-many-files', [`The pack has more than ${MOST_FILES} files.`, 'Take out what does not belong to it.'])
  const { size } = await lstat(path)
  if (size > LARGEST_BYTES) {
    const message = `${name} has ${size} bytes; a file of a pack has at most ${LARGEST_BYTES}.`
    return fault(name, 'file-too-big', [message, 'Split it, or take out what does not belong there.'])
  }
  try {
    files.set(name, new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)))
    return undefined
  } catch {
    return fault(name, 'file-not-text', [`${name} cannot be read as text.`, 'Save it as UTF-8, and let us read it.'])
  }
}

function fault(file: string, code: string, [message, help]: readonly [string, string]): Fault {
  return { file, line: 1, column: 1, code, message, help }
}
