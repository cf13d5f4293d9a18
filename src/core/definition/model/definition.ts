/** The single place where plain data from a store, a package or a change is read as a resolved definition. */
import { z } from 'zod'
import type { Definition } from '../definition.ts'
import { BlockReference, Expression } from './names.ts'
import { BlockFile, Page, Section, Service } from './service.ts'
import { TableFile } from './table.ts'
import { WordsFile } from './words.ts'

const ResolvedPage = Page.extend({ block: BlockReference.exactOptional(), placed: Expression.exactOptional() })
const ResolvedSection = Section.extend({ pages: z.array(ResolvedPage).min(1) })
const SpokenWords = z.strictObject({ en: WordsFile.exactOptional(), cy: WordsFile.exactOptional() })

const DefinitionShape: z.ZodType<Definition> = z.strictObject({
  service: Service.extend({ sections: z.array(ResolvedSection).min(1) }),
  tables: z.array(TableFile),
  words: SpokenWords,
  equality: z.strictObject({ block: BlockFile, words: SpokenWords }).exactOptional(),
})

/** The definition, whole in shape though not yet checked in meaning; undefined where the data is none. */
export function readDefinition(value: unknown): Definition | undefined {
  const read = DefinitionShape.safeParse(value)
  return read.success ? read.data : undefined
}

/** The words of a definition by themselves, for whoever has read the rest. */
export function readWords(value: unknown): Definition['words'] | undefined {
  const read = SpokenWords.safeParse(value)
  return read.success ? read.data : undefined
}
