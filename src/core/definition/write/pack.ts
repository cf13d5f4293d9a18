/** The single place where a definition becomes the files of a pack again. */
import type { Definition, Table, Words } from '../definition.ts'
import { BlockFile, Service } from '../model/service.ts'
import { TableFile } from '../model/table.ts'
import { WordsFile } from '../model/words.ts'
import type { PackFiles } from '../pack.ts'
import { placingOf, withWholeBlocks } from './blocks.ts'
import { brief } from './brief.ts'
import { yamlOf } from './yaml.ts'

/**
 * The files of a pack that reads back as the same version, complete with its blocks. Names, words, tables and calculations that came from a
 * block are the service’s own there; a block keeps its pages. `companions` are files that are no part of a version and are kept beside it:
 * scenarios, README.md. Remarks of the files a definition was once read from are not in it and do not come back.
 */
export function packOf(definition: Definition, companions: PackFiles = new Map()): PackFiles {
  const whole = withWholeBlocks(definition)
  const { service, tables, words, equality } = whole
  const { sections, blocks } = placingOf(whole)
  const files = new Map([['service.yaml', yamlOf(brief(Service, { ...service, sections }))]])
  for (const [path, table] of namedFiles(tables)) files.set(path, yamlOf(brief(TableFile, table)))
  for (const language of service.languages) addWords(files, `words.${language}.yaml`, words[language])
  for (const reference of service.uses) {
    if (reference === service.equality) continue
    const pages = blocks.get(reference) ?? []
    files.set(`${reference}/block.yaml`, yamlOf(brief(BlockFile, { schema: 1, ...nameOf(reference), pages })))
  }
  if (service.equality !== undefined && equality !== undefined) {
    files.set(`${service.equality}/block.yaml`, yamlOf(brief(BlockFile, equality.block)))
    for (const language of service.languages) addWords(files, `${service.equality}/words.${language}.yaml`, equality.words[language])
  }
  for (const [path, text] of companions) if (isCompanion(path)) files.set(path, text)
  return files
}

/** Whether a file of a pack is no part of the definition: example people, and what is not YAML. */
export function isCompanion(path: string): boolean {
  return /^scenarios\/[^/]+\.yaml$/.test(path) || !/\.ya?ml$/i.test(path)
}

/** Tables are read in the order of their files’ names; numbers stand before the names where these alone would give another order. */
function namedFiles(tables: readonly Table[]): readonly (readonly [path: string, table: Table])[] {
  const paths = tables.map(({ id }) => `rules/${id}.yaml`)
  const isInOrder = paths.every((path, index) => index === 0 || (paths[index - 1] ?? '') < path)
  const digits = String(tables.length).length
  return tables.map((table, index) => [
    isInOrder ? `rules/${table.id}.yaml` : `rules/${String(index + 1).padStart(digits, '0')}-${table.id}.yaml`,
    table,
  ])
}

function addWords(files: Map<string, string>, path: string, words: Words | undefined): void {
  if (words !== undefined) files.set(path, yamlOf(brief(WordsFile, words)))
}

function nameOf(reference: string): { readonly id: string; readonly version: number } {
  const [, id = '', version = '1'] = /^blocks\/(.+)@(\d+)$/.exec(reference) ?? []
  return { id, version: Number(version) }
}
