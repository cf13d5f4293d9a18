/** The single place where a service and the blocks it uses become one definition that is complete by itself. */
import type { Definition, EqualityQuestions, ResolvedPage, ResolvedSection, ResolvedService, Table, Words } from './definition.ts'
import type { Fault } from './fault.ts'
import type { Language } from './model/names.ts'
import type { BlockFile, Section, Service } from './model/service.ts'
import { Origins, type Place } from './origins.ts'
import type { Path, SourceDocument } from './source/document.ts'
import { suggest } from '#core/expression/nearest.ts'

/** A file that has the right shape. */
export type Shaped<Value> = { readonly document: SourceDocument; readonly value: Value }

/** The files of a service or a block, in the order of their names. */
export type WordFiles = Partial<Record<Language, Shaped<Words>>>
export type BlockFiles = { readonly block: Shaped<BlockFile>; readonly tables: readonly Shaped<Table>[]; readonly words: WordFiles }
export type ServiceFiles = {
  readonly service: Shaped<Service>
  readonly tables: readonly Shaped<Table>[]
  readonly words: WordFiles
  /** By reference, `blocks/contact@1`. */
  readonly blocks: ReadonlyMap<string, BlockFiles>
}

/** A definition that may still be wrong in meaning, and where its parts came from. */
export type Resolved = { readonly definition: Definition; readonly origins: Origins; readonly faults: readonly Fault[] }

/** Places the blocks. Names that clash, and blocks unknown, unused or placed twice, are faults. */
export function resolve(files: ServiceFiles): Resolved {
  return new Resolver(files).resolve()
}

const merged = ['retention', 'purposes', 'constants', 'conditions'] as const
const mergedWords = ['purposes', 'sections', 'pages', 'questions', 'conditions', 'calculations', 'reasons'] as const

class Resolver {
  readonly #files: ServiceFiles
  readonly #origins = new Origins()
  readonly #faults: Fault[] = []
  readonly #placed = new Map<string, string>()

  constructor(files: ServiceFiles) {
    this.#files = files
  }

  resolve(): Resolved {
    const { document, value } = this.#files.service
    this.#origins.add(['service'], document)
    const sections = value.sections.map((section, index) => this.#section(section, index))
    const used = value.uses.filter((reference, index) => this.#isUsable(reference, index))
    const service: ResolvedService = { ...value, sections, ...this.#mergeNames(value, used), calculations: this.#calculations(value, used) }
    const equality = this.#equality(value)
    const definition = {
      service,
      tables: this.#tables(used),
      words: this.#words(value, used),
      ...(equality === undefined ? {} : { equality }),
    }
    return { definition, origins: this.#origins, faults: this.#faults }
  }

  /** Whether the block is there and does something: its pages placed, its names merged, or the equality questions. */
  #isUsable(reference: string, index: number): boolean {
    const place = { path: ['service', 'uses', index] }
    const block = this.#files.blocks.get(reference)
    if (block === undefined) {
      this.#add(place, {
        code: 'unknown-block',
        message: `The block “${reference}” is not there.`,
        help: suggest(reference, [...this.#files.blocks.keys()]),
      })
      return false
    }
    const { id, version, pages } = block.block.value
    if (reference !== `blocks/${id}@${version}`) {
      this.#add(place, {
        code: 'wrong-block',
        message: `The file of “${reference}” says it is blocks/${id}@${version}.`,
        help: 'Give the folder and the file the same name and version.',
      })
    }
    if (reference === this.#files.service.value.equality) return false
    if (pages.length > 0 && !this.#placed.has(reference)) {
      this.#add(place, {
        code: 'unused-block',
        message: `The pages of “${reference}” stand nowhere.`,
        help: `Place them in a section: - use: ${reference}`,
      })
    }
    return true
  }

  #section(section: Section, index: number): ResolvedSection {
    const pages: ResolvedPage[] = []
    for (const [number, page] of section.pages.entries()) {
      const from: Path = ['sections', index, 'pages', number]
      if ('use' in page) pages.push(...this.#blockPages(page, from, pages.length))
      else {
        this.#origins.add(['service', 'sections', index, 'pages', pages.length], this.#files.service.document, from)
        pages.push(page)
      }
    }
    return { ...section, pages }
  }

  #blockPages(placing: { readonly use: string; readonly when?: string | undefined }, from: Path, first: number): readonly ResolvedPage[] {
    const { use, when } = placing
    const { document, value: service } = this.#files.service
    const earlier = this.#placed.get(use)
    const place = { path: ['service', ...from, 'use'] }
    if (!service.uses.includes(use))
      this.#add(place, {
        code: 'unknown-block',
        message: `“${use}” is not among the blocks the service uses.`,
        help: `Add it: uses: [${use}]`,
      })
    if (earlier !== undefined)
      this.#add(place, { code: 'block-twice', message: `The pages of “${use}” stand here and at ${earlier}.`, help: 'Place a block once.' })
    this.#placed.set(use, this.#origins.nameOf(place.path))
    const block = this.#files.blocks.get(use)
    if (block === undefined || earlier !== undefined) return []
    return block.block.value.pages.map((page, index) => {
      const path: Path = ['service', 'sections', from[1] ?? 0, 'pages', first + index]
      this.#origins.add(path, block.block.document, ['pages', index])
      this.#origins.add([...path, 'placed'], document, [...from, 'when'])
      return { ...page, block: use, ...(when === undefined ? {} : { placed: when }) }
    })
  }

  #mergeNames(service: Service, used: readonly string[]): Pick<Service, (typeof merged)[number]> {
    const names = {
      retention: { ...service.retention },
      purposes: { ...service.purposes },
      constants: { ...service.constants },
      conditions: { ...service.conditions },
    }
    for (const { block } of this.#blocksOf(used)) {
      for (const part of merged)
        this.#mergeRecord<unknown>(names[part], block.value[part], { to: ['service', part], document: block.document, from: [part] })
    }
    return names
  }

  #mergeRecord<Value>(target: Record<string, Value>, source: Readonly<Record<string, Value>>, place: MergePlace): void {
    for (const [name, value] of Object.entries(source)) {
      const path = [...place.to, name]
      if (Object.hasOwn(target, name)) {
        const help = `${place.document.file}:${place.document.locate([...place.from, name], 'key').line} has it too. Give one of them another name.`
        this.#add({ path, part: 'key' }, { code: 'clash', message: `“${name}” is given twice.`, help })
        continue
      }
      this.#origins.add(path, place.document, [...place.from, name])
      target[name] = value
    }
  }

  #calculations(service: Service, used: readonly string[]): Service['calculations'] {
    const calculations = [...service.calculations]
    for (const { block } of this.#blocksOf(used)) {
      for (const [index, calculation] of block.value.calculations.entries()) {
        this.#origins.add(['service', 'calculations', calculations.length], block.document, ['calculations', index])
        calculations.push(calculation)
      }
    }
    return calculations
  }

  #tables(used: readonly string[]): readonly Table[] {
    const tables = [...this.#files.tables, ...this.#blocksOf(used).flatMap((block) => block.tables)]
    for (const [index, { document }] of tables.entries()) this.#origins.add(['tables', index], document)
    return tables.map(({ value }) => value)
  }

  #words(service: Service, used: readonly string[]): Definition['words'] {
    const words: Partial<Record<Language, Words>> = {}
    for (const file of Object.values(this.#files.words)) this.#isDeclared(file, service)
    for (const language of service.languages) {
      const own = this.#files.words[language]
      if (own === undefined) continue
      this.#origins.add(['words', language], own.document)
      const target: Words = structuredCloneOf(own.value)
      for (const block of this.#blocksOf(used)) {
        const theirs = block.words[language]
        if (theirs !== undefined) this.#mergeWords(target, theirs, language)
      }
      words[language] = target
    }
    return words
  }

  #isDeclared({ document, value }: Shaped<Words>, { languages }: Service): void {
    if (languages.includes(value.language)) return
    const message = `The service does not declare the language “${value.language}”.`
    const help = `Add it to languages in service.yaml, or take ${document.file} out.`
    this.#faults.push({ file: document.file, ...document.locate(['language']), code: 'undeclared-language', message, help })
  }

  #mergeWords(target: Words, { document, value }: Shaped<Words>, language: Language): void {
    for (const part of mergedWords) {
      const place = { to: ['words', language, part], document, from: [part] }
      this.#mergeRecord<unknown>(target[part], value[part], place)
    }
  }

  #equality(service: Service): EqualityQuestions | undefined {
    if (service.equality === undefined) return undefined
    const place = { path: ['service', 'equality'] }
    if (!service.uses.includes(service.equality)) {
      this.#add(place, {
        code: 'unknown-block',
        message: `“${service.equality}” is not among the blocks the service uses.`,
        help: `Add it: uses: [${service.equality}]`,
      })
    }
    const files = this.#files.blocks.get(service.equality)
    if (files === undefined) return undefined
    this.#origins.add(['equality', 'block'], files.block.document)
    const words: Partial<Record<Language, Words>> = {}
    for (const language of service.languages) {
      const file = files.words[language]
      if (file === undefined) continue
      this.#origins.add(['equality', 'words', language], file.document)
      words[language] = file.value
    }
    return { block: files.block.value, words }
  }

  #blocksOf(used: readonly string[]): readonly BlockFiles[] {
    return used.map((reference) => this.#files.blocks.get(reference)).filter((block) => block !== undefined)
  }

  #add(place: Place, told: Pick<Fault, 'code' | 'message' | 'help'>): void {
    this.#faults.push(this.#origins.faultAt(place, told))
  }
}

type MergePlace = { readonly to: Path; readonly document: SourceDocument; readonly from: Path }

/** A copy whose own records can be added to without touching the block or file they came from. */
function structuredCloneOf(words: Words): Words {
  const { purposes, sections, pages, questions, conditions, calculations, reasons } = words
  return {
    ...words,
    purposes: { ...purposes },
    sections: { ...sections },
    pages: { ...pages },
    questions: { ...questions },
    conditions: { ...conditions },
    calculations: { ...calculations },
    reasons: { ...reasons },
  }
}
