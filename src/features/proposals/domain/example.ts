/** The single place for what became of an example person when a change was tried on them. Pure. */
import type { Definition, Language } from '#core/definition/index.ts'
import type { Change } from '#core/diff/index.ts'
import type { ToldMismatch } from '#core/scenario/index.ts'

export type Example = {
  /** Its file among what travels with the service. */
  readonly path: string
  readonly title: string
  readonly isAsExpected: boolean
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
}
