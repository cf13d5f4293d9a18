/** The single place for what a fault is: an author's mistake in a pack, and a person's mistake in an answer. */

/** A mistake in a pack. `line` and `column` count from 1; `code` is kebab-case and stable; `help` is the way out. */
export type Fault = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly code: string
  readonly message: string
  readonly help: string
}

/**
 * A mistake in one answer, without its place in the journey.
 * `code` chooses the words; `path` leads into a group (`[entry, member]`); `part` names the field of an answer with several
 * (`day`, `postcode`); `values` are for the words (`max`, `min`, `found`).
 */
export type Flaw = {
  readonly code: string
  readonly path?: readonly (string | number)[]
  readonly part?: string
  readonly values?: Readonly<Record<string, string | number>>
}

/** A flaw with its place: the page and the question. */
export type AnswerFault = Flaw & { readonly page: string; readonly question: string }
