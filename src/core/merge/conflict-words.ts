/** The single place where a conflict is said in words. */
import type { Conflict, Sides } from './conflict.ts'
import type { Layer } from '../diff/layer.ts'
import type { Clash } from './merger.ts'

/** The conflict with its layer, and a sentence in both languages. */
export function worded({ path, code, ...values }: Clash, layer: Layer, _sides: Sides): Conflict {
  const { base, ours, theirs } = values
  return {
    path,
    code,
    layer,
    ...(base === undefined ? {} : { base }),
    ...(ours === undefined ? {} : { ours }),
    ...(theirs === undefined ? {} : { theirs }),
    message: { en: code, cy: code },
  }
}
