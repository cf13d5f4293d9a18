/** The door of merging: two ways a definition went, put together over the version both come from, and what the law fixes. */
export type { Conflict, ConflictCode, Merging, Settlements, Sides } from './conflict.ts'
export { type Layer, type Lock, layerOf, lockOn } from '../diff/layer.ts'
export { merge, settle } from './merge.ts'
