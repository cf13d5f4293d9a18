/** The single place for what an officer sees of one of the cases a trial names. Pure. */
import type { Beside, PastCase, sidesOf } from '#core/replay/index.ts'

/** A case and both versions of it. `isSomeHidden` where there are answers, or steps that read them, which this reader may not see. */
export type Example = Beside & {
  readonly reference: string
  readonly past: PastCase
  readonly sides: ReturnType<typeof sidesOf>
  readonly isSomeHidden: boolean
}
