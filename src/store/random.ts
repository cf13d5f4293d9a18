/** The single place for random bytes: asked of the system a page at a time, since each asking costs more than the bytes. */

import { randomFillSync } from 'node:crypto'

const PAGE_BYTES = 4096

const page = Buffer.alloc(PAGE_BYTES)
let used = PAGE_BYTES

/** Bytes nobody has been given before; at most 4,096 at once. */
export function randomBytes(length: number): Buffer {
  if (used + length > PAGE_BYTES) {
    randomFillSync(page)
    used = 0
  }
  const bytes = Buffer.from(page.subarray(used, used + length))
  page.fill(0, used, used + length)
  used += length
  return bytes
}
