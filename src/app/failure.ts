/** The single place for why the program does not start: each reason with its way out, shown as it is. */

export interface Reason {
  /** What it is about: a variable, a file with line and column, the database. */
  readonly place: string
  readonly message: string
  readonly help: string
}

export class StartFailure extends Error {
  readonly reasons: readonly Reason[]

  constructor(reasons: readonly Reason[]) {
    super(reasons.map(({ place, message, help }) => `${place}: ${message}\n  ${help}`).join('\n'))
    this.name = 'StartFailure'
    this.reasons = reasons
  }
}
