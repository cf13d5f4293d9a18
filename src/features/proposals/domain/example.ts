/** The single place for what became of an example person when a change was tried on them. Pure. */
import type { Definition, Language, PackFiles } from '#core/definition/index.ts'
import type { Change } from '#core/diff/index.ts'
import type { Drafted } from '#features/services/index.ts'
import type { ToldMismatch } from '#core/scenario/index.ts'

/** Files of example people who change together with a service: the new text of each, null for one there is no longer. */
export type ExampleFiles = Readonly<Record<string, string | null>>

/** Said of an example person who answered what can no longer be answered: they are not there any more. */
export const leftOut = 'left-out'

/** What travels with the service, these example people changed or left out. */
export function withExamples(companions: PackFiles, examples: ExampleFiles): PackFiles {
  const kept = [...companions].filter(([path]) => examples[path] !== null)
  const changed = Object.entries(examples).flatMap(([path, text]) => (text === null ? [] : [[path, text] as const]))
  return new Map([...kept, ...changed])
}

/** An answer of an example person that can no longer be chosen, and those that can. */
export type Stranded = { readonly question: string; readonly option: string; readonly others: readonly string[] }

export type Example = {
  /** Its file among what travels with the service. */
  readonly path: string
  readonly title: string
  /** The same in other languages. */
  readonly titles?: Readonly<Partial<Record<Language, string>>> | undefined
  readonly isAsExpected: boolean
  readonly stranded?: Stranded | undefined
  /** In sentences that programs read, and in words: what it is about, what was expected, what came. */
  readonly differences: readonly string[]
  readonly told: Readonly<Partial<Record<Language, readonly ToldMismatch[]>>>
}

/** An edit looked through: what would change in all, in words, and what example people would get. */
export type Examined = {
  readonly changes: readonly Change[]
  readonly words: Readonly<Partial<Record<Language, readonly string[]>>>
  readonly after: Definition
  readonly examples: readonly Example[]
  /** Files of example people who can no longer be asked what they answered: without those answers. */
  readonly fitted: ExampleFiles
  /** What could be proved of it, beside what is so already. */
  readonly checks: Drafted['checks']
}
