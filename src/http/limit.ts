/** The single place that counts how often one address tries something, without keeping addresses. */
import { createHmac, randomBytes } from 'node:crypto'

const mostAddresses = 20_000

export interface Allowance {
  /** How many tries in one window. */
  readonly tries: number
  readonly windowSeconds: number
}

/**
 * Counts tries per address in windows of fixed length. An address is known only as an HMAC under a secret that lives as long as the window
 * and never leaves the memory; when too many addresses come at once, counting begins again.
 */
export class Limit {
  readonly #allowance: Allowance
  #secret = randomBytes(32)
  #endsAt = 0
  readonly #tries = new Map<string, number>()

  constructor(allowance: Allowance) {
    this.#allowance = allowance
  }

  /** Counts one try; true when it is one too many. `nowMs` is in milliseconds. */
  isOver(address: string, nowMs: number): boolean {
    if (nowMs >= this.#endsAt || this.#tries.size >= mostAddresses) this.#begin(nowMs)
    const key = createHmac('sha256', this.#secret).update(networkOf(address)).digest('base64')
    const tries = (this.#tries.get(key) ?? 0) + 1
    this.#tries.set(key, tries)
    return tries > this.#allowance.tries
  }

  /** Seconds until the window ends, at least 1: for `Retry-After`. */
  secondsLeft(nowMs: number): number {
    return Math.max(1, Math.ceil((this.#endsAt - nowMs) / 1000))
  }

  #begin(nowMs: number): void {
    this.#secret = randomBytes(32)
    this.#tries.clear()
    this.#endsAt = nowMs + this.#allowance.windowSeconds * 1000
  }
}

/** One IPv6 customer has at least a /64 and could use a new address for each try. */
function networkOf(address: string): string {
  return address.includes(':') && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address
}

/** A name such as `127.example.org` leads anywhere: only whole addresses count. */
const loopback = /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/

/** True for this machine itself: behind a proxy that does not say whom it serves, counting would count everybody together. */
export function isLoopback(address: string): boolean {
  return address === '::1' || loopback.test(address)
}
