/** The single place for what became of an example person when a change was tried on them. Pure. */
import type { Definition, Language } from '#core/definition/index.ts'
import type { Change } from '#core/diff/index.ts'

/** `what` is `fee`, `outcome`, `exit`, `pages`, `faults`, or a figure of the service by its id; both sides as the engine writes them. */
export type Difference = { readonly what: string; readonly expected: string; readonly came: string }

export type Example = {
  /** Its file among what travels with the service. */
  readonly path: string
  readonly title: string
  readonly isAsExpected: boolean
  readonly differences: readonly Difference[]
}

/** An edit looked through: what would change in all, in words, and what example people would get. */
export type Examined = {
  readonly changes: readonly Change[]
  readonly words: Readonly<Partial<Record<Language, readonly string[]>>>
  readonly after: Definition
  readonly examples: readonly Example[]
}
