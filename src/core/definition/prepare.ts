/** The single place where a checked definition is made ready to be walked and evaluated. */
import type { Definition, Version } from './definition.ts'
import type { Language } from './model/names.ts'
import type { Question } from './model/question.ts'
import { compileDefinition } from './program/compile.ts'
import type { Program } from './program/program.ts'
import { scheduleOf, type Schedule } from './program/schedule.ts'
import { versionOf } from './version.ts'

/** A page in the order of the journey. `section` is the section’s id, `block` the block the page came from. */
export type PreparedPage = {
  readonly id: string
  readonly section: string
  readonly block?: string
  readonly questions: readonly Question[]
}

/** A definition with its expressions and tables compiled. Made once for each version and kept. */
export type Prepared = {
  readonly definition: Definition
  readonly version: Version
  /** The languages of the service; the first is the one it was written in. */
  readonly languages: readonly Language[]
  /** Every page, relevant or not, in order. */
  readonly pages: readonly PreparedPage[]
  /** Every question outside groups by its id, with its page. */
  readonly questions: ReadonlyMap<string, { readonly question: Question; readonly page: string }>
  readonly program: Program
  readonly schedule: Schedule
}

/** Compiles a definition that `readPack` gave. Throws only for one that was never checked. */
export function prepare(definition: Definition): Prepared {
  const { program, findings } = compileDefinition(definition)
  const [finding] = findings
  if (finding !== undefined) throw new Error(`The definition was never checked: ${finding.message} (${finding.place.path.join('.')})`)
  return prepareCompiled(definition, program)
}

/** Prepares a definition already compiled and found clean. */
export function prepareCompiled(definition: Definition, program: Program): Prepared {
  const pages = pagesOf(definition)
  const questions = new Map(pages.flatMap((page) => page.questions.map((question) => [question.id, { question, page: page.id }] as const)))
  const { languages } = definition.service
  return { definition, version: versionOf(definition), languages, pages, questions, program, schedule: scheduleOf(program) }
}

function pagesOf({ service }: Definition): readonly PreparedPage[] {
  return service.sections.flatMap((section) =>
    section.pages.map(({ id, block, questions }) => ({ id, section: section.id, questions, ...(block === undefined ? {} : { block }) })),
  )
}
