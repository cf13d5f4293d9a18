/** The single place for the shape of rules in words: a sentence, or one with a list below it. */

/** `say` leads what stands in `parts`; without parts it is the whole. */
export type Told = { readonly say: string; readonly parts?: readonly Told[] }

/** One row of a table: what it asks and gives, column by column, and all of it in one sentence. */
export type RowTold = {
  readonly id: string
  readonly when: readonly string[]
  readonly then: readonly string[]
  readonly sentence: string
  /** The key of a reason. */
  readonly reason?: string
  readonly cites?: string
}

/** A table of rules in words. `hit` says how rows that fit become one result. */
export type TableTold = {
  readonly id: string
  readonly label: string
  readonly hit: string
  readonly inputs: readonly Column[]
  readonly outputs: readonly Column[]
  readonly rows: readonly RowTold[]
}
export type Column = { readonly id: string; readonly label: string }

/** Something worked out, in words. */
export type StepTold = { readonly id: string; readonly label: string; readonly cites: readonly string[] } & (
  | { readonly kind: 'condition' | 'calculation'; readonly how: Told }
  | { readonly kind: 'table'; readonly table: TableTold }
)

/** All rules of a service in words. */
export type ServiceTold = {
  /** Pages and questions that not everybody is asked, by id. */
  readonly pages: Readonly<Record<string, string>>
  readonly questions: Readonly<Record<string, string>>
  readonly exits: readonly { readonly id: string; readonly when: Told; readonly cites: readonly string[] }[]
  /** In the order in which they are worked out: each reads only earlier ones. */
  readonly steps: readonly StepTold[]
  readonly outcome?: Told
  readonly fee?: Told
}

/** All of it in one line, lists after a colon. */
export function inOneLine({ say, parts = [] }: Told): string {
  return parts.length === 0 ? say : `${say} ${parts.map(inOneLine).join('; ')}`
}
