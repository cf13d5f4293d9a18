/** The single place for what a definition is once it is resolved: blocks placed, defaults applied, complete by itself, plain JSON. */
import type { Language } from './model/names.ts'
import type { BlockFile, Page, Section, Service } from './model/service.ts'
import type { TableFile } from './model/table.ts'
import type { WordsFile } from './model/words.ts'

/** A page in its place. `block` says which block it came from, `placed` the condition under which the block's pages stand there. */
export type ResolvedPage = Page & { readonly block?: string; readonly placed?: string }

export type ResolvedSection = Omit<Section, 'pages'> & { readonly pages: readonly ResolvedPage[] }

export type ResolvedService = Omit<Service, 'sections'> & { readonly sections: readonly ResolvedSection[] }

export type Table = TableFile

export type Words = WordsFile

/** Optional questions asked after submitting and stored apart from the case: a block of its own with its own words. */
export type EqualityQuestions = { readonly block: BlockFile; readonly words: Readonly<Partial<Record<Language, Words>>> }

/** What is published, stored and hashed. */
export type Definition = {
  readonly service: ResolvedService
  readonly tables: readonly Table[]
  readonly words: Readonly<Partial<Record<Language, Words>>>
  readonly equality?: EqualityQuestions
}

/** `sha256:` and 64 hexadecimal digits. */
export type Version = `sha256:${string}`
