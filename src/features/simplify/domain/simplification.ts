/** The single place for everything that is known of what could be simpler in a service. */
import type { PageBurden, Ranked } from '#core/simplify/index.ts'
import type { Needed } from './event.ts'
import type { Study } from './study.ts'

/** Everything that is shown of a service. `since` is the first month measured, `YYYY-MM`. */
export type Simplification = {
  readonly study: Study | undefined
  readonly burdens: readonly PageBurden[]
  readonly since: string | undefined
  readonly isMadeUp: boolean
  readonly ranked: readonly Ranked[]
  readonly needed: readonly Needed[]
}
