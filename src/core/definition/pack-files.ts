/** The single place that says which file of a pack is what, and reads each by its shape. */
import type { z } from 'zod'
import type { Table } from './definition.ts'
import type { Fault } from './fault.ts'
import { Language } from './model/names.ts'
import { ScenarioFile } from './model/scenario.ts'
import { BlockFile, Service } from './model/service.ts'
import { TableFile } from './model/table.ts'
import { WordsFile } from './model/words.ts'
import type { BlockFiles, Shaped, WordFiles } from './resolve.ts'
import { readDocument } from './source/document.ts'
import { suggest } from '#core/expression/nearest.ts'
import { readShape } from './source/shape.ts'

/** What a pack’s files say, as far as they have the right shape. `areRulesWhole`: service, blocks and rules were all read. */
export type ReadFiles = {
  readonly service?: Shaped<Service>
  readonly tables: readonly Shaped<Table>[]
  readonly words: WordFiles
  readonly blocks: ReadonlyMap<string, BlockFiles>
  readonly scenarios: readonly Shaped<ScenarioFile>[]
  readonly areRulesWhole: boolean
  readonly faults: readonly Fault[]
}

const largestPack = 4 * 1024 * 1024
const mostFiles = 500
const yaml = /\.ya?ml$/i

/** Reads every YAML file of a pack. Other files, such as README.md, are not looked at. */
export function readFiles(files: ReadonlyMap<string, string>): ReadFiles {
  const reader = new FilesReader()
  const sources = [...files].filter(([path]) => yaml.test(path)).sort(([a], [b]) => (a < b ? -1 : 1))
  const size = sources.reduce((sum, [, text]) => sum + text.length, 0)
  if (size > largestPack || sources.length > mostFiles) {
    reader.add('service.yaml', {
      code: 'too-large',
      message: 'The pack is too large.',
      help: `A pack has at most ${mostFiles} files and ${largestPack} characters.`,
    })
    return reader.done()
  }
  for (const [path, text] of sources) reader.read(path, text)
  if (!files.has('service.yaml')) {
    reader.add('service.yaml', {
      code: 'missing-file',
      message: 'The pack has no service.yaml.',
      help: 'Write one, or begin with a new pack.',
    })
  }
  return reader.done()
}

class FilesReader {
  readonly #faults: Fault[] = []
  readonly #tables: Shaped<Table>[] = []
  readonly #words: WordFiles = {}
  readonly #scenarios: Shaped<ScenarioFile>[] = []
  readonly #blocks = new Map<string, { block?: Shaped<BlockFile>; tables: Shaped<Table>[]; words: WordFiles }>()
  #service: Shaped<Service> | undefined
  #areRulesWhole = true

  read(path: string, text: string): void {
    const [, reference, inside = path] = /^(blocks\/[^/]+)\/(.*)$/.exec(path) ?? []
    const part = reference === undefined ? { tables: this.#tables, words: this.#words } : this.#blockAt(reference)
    const language = /^words\.([a-z-]+)\.yaml$/.exec(inside)?.[1]
    if (inside === 'service.yaml' && reference === undefined) this.#service = this.#shaped(path, text, Service)
    else if (inside === 'block.yaml' && reference !== undefined) this.#readBlock(reference, path, text)
    else if (/^rules\/[^/]+\.yaml$/.test(inside)) this.#readTable(part.tables, path, text)
    else if (language !== undefined) this.#readWords(part.words, { path, text, language })
    else if (/^scenarios\/[^/]+\.yaml$/.test(inside) && reference === undefined) this.#readScenario(path, text)
    else this.#stray(path, inside)
  }

  add(file: string, told: Pick<Fault, 'code' | 'message' | 'help'>): void {
    this.#faults.push({ file, line: 1, column: 1, ...told })
  }

  done(): ReadFiles {
    const blocks = new Map<string, BlockFiles>()
    for (const [reference, { block, tables, words }] of this.#blocks) {
      if (block !== undefined) blocks.set(reference, { block, tables, words })
      else if (this.#areRulesWhole) {
        this.#areRulesWhole = false
        this.add(`${reference}/block.yaml`, {
          code: 'missing-file',
          message: `The block “${reference}” has no block.yaml.`,
          help: 'Write one.',
        })
      }
    }
    return {
      ...(this.#service === undefined ? {} : { service: this.#service }),
      tables: this.#tables,
      words: this.#words,
      blocks,
      scenarios: this.#scenarios,
      areRulesWhole: this.#areRulesWhole && this.#service !== undefined,
      faults: this.#faults,
    }
  }

  #blockAt(reference: string): { block?: Shaped<BlockFile>; tables: Shaped<Table>[]; words: WordFiles } {
    const block = this.#blocks.get(reference) ?? { tables: [], words: {} }
    this.#blocks.set(reference, block)
    return block
  }

  #readBlock(reference: string, path: string, text: string): void {
    const block = this.#shaped(path, text, BlockFile)
    if (block === undefined) this.#areRulesWhole = false
    else this.#blockAt(reference).block = block
  }

  #readTable(tables: Shaped<Table>[], path: string, text: string): void {
    const table = this.#shaped(path, text, TableFile)
    if (table === undefined) this.#areRulesWhole = false
    else tables.push(table)
  }

  #readWords(
    words: WordFiles,
    { path, text, language }: { readonly path: string; readonly text: string; readonly language: string },
  ): void {
    const known = Language.safeParse(language)
    if (!known.success) {
      this.add(path, {
        code: 'unknown-language',
        message: `“${language}” is not a language packs are written in.`,
        help: `Known: ${Language.options.join(', ')}.`,
      })
      return
    }
    const file = this.#shaped(path, text, WordsFile)
    if (file === undefined) return
    words[known.data] = file
    if (file.value.language === known.data) return
    const place = file.document.locate(['language'])
    this.#faults.push({
      file: path,
      ...place,
      code: 'wrong-language',
      message: `The file says “${file.value.language}”, its name says “${language}”.`,
      help: 'Make them the same.',
    })
  }

  #readScenario(path: string, text: string): void {
    const scenario = this.#shaped(path, text, ScenarioFile)
    if (scenario === undefined) return
    const earlier = this.#scenarios.find(({ value }) => value.id === scenario.value.id)
    if (earlier !== undefined) {
      const place = scenario.document.locate(['id'])
      const help = `${earlier.document.file} has it already. Give one of them another id.`
      this.#faults.push({
        file: path,
        ...place,
        code: 'duplicate-id',
        message: `The scenario “${scenario.value.id}” is given twice.`,
        help,
      })
    }
    this.#scenarios.push(scenario)
  }

  #stray(path: string, inside: string): void {
    const known = ['service.yaml', 'words.en.yaml', 'words.cy.yaml', 'rules/….yaml', 'scenarios/….yaml']
    this.add(path, { code: 'unknown-file', message: `“${path}” is not a file of a pack.`, help: suggest(inside, known) })
  }

  #shaped<Shape extends z.ZodType>(path: string, text: string, shape: Shape): Shaped<z.output<Shape>> | undefined {
    const { document, faults } = readDocument(path, text)
    if (document === undefined) {
      this.#faults.push(...faults)
      return undefined
    }
    const read = readShape(document, shape)
    this.#faults.push(...read.faults)
    return read.value === undefined ? undefined : { document, value: read.value }
  }
}
