/** The single place for what a conflict is: where two sides went different ways and somebody has to choose. */
import type { Definition } from '../definition/definition.ts'
import type { Language } from '../definition/model/names.ts'
import type { Change, Path } from '../diff/change.ts'
import type { Json } from '../diff/json.ts'
import type { Layer } from '../diff/layer.ts'

/**
 * `both-changed` the same thing to different things · `deleted-and-changed` one took away what the other changed · `both-added` different things
 * under one name · `order` both moved it, or both added where the order counts · `too-few` between them they took away what there must be at
 * least one or two of · `too-many` together they have more than a service can hold, and nothing was put together · `translation` the words of this language belong to words in conflict in another.
 */
export type ConflictCode = 'both-changed' | 'deleted-and-changed' | 'both-added' | 'order' | 'too-few' | 'too-many' | 'translation'

/** A side that has nothing there is absent. `merged` holds `ours` there, or `theirs` where the layer is statutory, until it is settled. */
export type Conflict = {
  readonly path: Path
  readonly base?: Json
  readonly ours?: Json
  readonly theirs?: Json
  readonly layer: Layer
  readonly code: ConflictCode
  readonly message: Readonly<Record<Language, string>>
}

/** `base` is the version both sides come from; `theirs` is upstream, whose word counts on what the law fixes. */
export type Sides = { readonly base: Definition; readonly ours: Definition; readonly theirs: Definition }

/** `taken` is what came from theirs, `kept` what was ours already. A settlement turns a conflict into one or the other. */
export type Merging = Sides & {
  readonly merged: Definition
  readonly taken: readonly Change[]
  readonly kept: readonly Change[]
  readonly conflicts: readonly Conflict[]
}

/** By the key of a conflict’s path (`keyOfPath`): whose way it goes. */
export type Settlements = Readonly<Record<string, 'ours' | 'theirs'>>
