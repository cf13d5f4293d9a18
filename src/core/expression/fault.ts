/** The single place for what can be wrong with the text of an expression. */

/** A fault in an expression: `start` and `end` are offsets into its source, `help` is the way out. */
export type ExpressionFault = {
  readonly code: ExpressionFaultCode
  readonly message: string
  readonly help: string
  readonly start: number
  readonly end: number
}

/** Every code an expression fault may carry. */
export type ExpressionFaultCode =
  | 'bad-name'
  | 'too-long'
  | 'syntax'
  | 'off-profile'
  | 'unknown-name'
  | 'unknown-function'
  | 'wrong-type'
  | 'out-of-range'
  | 'bad-literal'
