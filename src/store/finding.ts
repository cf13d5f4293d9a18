/** The single place for what a verification finds wrong. */

/** What was found wrong, and where: `seq` is the place in the stream, `checkpoint` its number. */
export type Finding = {
  readonly kind:
    | 'changed'
    | 'missing'
    | 'reordered'
    | 'cut-off'
    | 'missing-stream'
    | 'checkpoint-changed'
    | 'checkpoint-missing'
    | 'unknown-signer'
  readonly stream?: string
  readonly seq?: number
  readonly checkpoint?: number
  /** A sentence for people. */
  readonly message: string
}
