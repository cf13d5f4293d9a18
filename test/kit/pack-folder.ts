/** The single place where tests open a starter pack from its folder. */
import { fileURLToPath } from 'node:url'
import { type PackFiles, prepare, type Prepared, readPack } from '#core/index.ts'
import { readPackFiles } from '#store/pack-files.ts'

/** The pack of this name in `packs/`, ready to be walked. */
export async function starterPack(name: string): Promise<Prepared> {
  const { definition, faults } = readPack(await starterFiles(name))
  if (!definition) throw new Error(JSON.stringify(faults))
  return prepare(definition)
}

/** Its files, with those of its blocks. */
export async function starterFiles(name: string): Promise<PackFiles> {
  const read = await readPackFiles(fileURLToPath(new URL(`../../packs/${name}`, import.meta.url)))
  if (!('files' in read)) throw new Error(JSON.stringify(read.faults))
  return read.files
}
