/** The single place for what became of an example person when a change was tried on them. Pure. */

/** `what` is `fee`, `outcome`, `exit`, `pages`, `faults`, or a figure of the service by its id; both sides as the engine writes them. */
export type Difference = { readonly what: string; readonly expected: string; readonly came: string }

export type Example = {
  /** Its file among what travels with the service. */
  readonly path: string
  readonly title: string
  readonly isAsExpected: boolean
  readonly differences: readonly Difference[]
}
