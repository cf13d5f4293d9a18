/** The door of changes: what differs between two definitions, put on another one, and said in words. */
export { type Applied, apply, type Misfit } from './apply.ts'
export { type Between, type Change, Changes, keyOfPath, type Path } from './change.ts'
export { describe } from './describe/describe.ts'
export { summary, together, type Told } from './describe/summary.ts'
export { diff } from './diff.ts'
export { digestOf } from './digest.ts'
export { type Json, JsonValue } from './json.ts'
