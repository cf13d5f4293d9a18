/** The single place for the sockets on which we speak to PostgreSQL: what is written in one turn of the event loop leaves in one piece. */

import { Socket } from 'node:net'

/**
 * Each piece costs a system call here and one in PostgreSQL, and a transaction is begun, worked and ended by several statements. Over TLS
 * the pieces leave one by one, as they always do.
 */
export class GatheringSocket extends Socket {
  #isGathering = false

  constructor() {
    super()
    // Connecting puts Node's own `write` before ours.
    this.once('connect', () => Reflect.deleteProperty(this, 'write'))
  }

  override write(chunk: Uint8Array | string, done?: (error?: Error | null) => void): boolean
  override write(chunk: Uint8Array | string, encoding?: BufferEncoding, done?: (error?: Error | null) => void): boolean
  override write(
    chunk: Uint8Array | string,
    encoding?: BufferEncoding | ((error?: Error | null) => void),
    done?: (error?: Error | null) => void,
  ): boolean {
    this.#gather()
    return typeof encoding === 'function' ? super.write(chunk, encoding) : super.write(chunk, encoding, done)
  }

  #gather(): void {
    if (this.#isGathering) return
    this.#isGathering = true
    this.cork()
    setImmediate(() => {
      this.#isGathering = false
      this.uncork()
    })
  }
}
