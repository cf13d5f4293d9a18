/** The single place where somebody backs a suggested change, or takes their backing back. */
import type { Ctx } from '#http/route.ts'
import { type BackingDone, setBackings } from '../store/index.ts'

/** Counts one person once, for exactly this wording. Many at once are written together. */
export function back(
  { council, actor, now }: Pick<Ctx, 'council' | 'actor' | 'now'>,
  proposal: string,
  wording: string | null,
): Promise<BackingDone> {
  return council.store.tell(setBackings, { proposal, person: actor.id, digest: wording, at: now })
}
