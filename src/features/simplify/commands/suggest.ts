/** The single place where a candidate becomes a suggested change: the exact change where there is one, and otherwise what to work out, in words. */
import type { Ranked } from '#core/simplify/index.ts'
import { proposeChanges, suggest } from '#features/proposals/index.ts'
import type { Published } from '#features/services/index.ts'
import type { Ctx } from '#http/route.ts'

export type Outcome = { readonly id: string } | { readonly refused: 'law' | 'not-taken' }

/** Open for backing and deciding like any other. `text` says it where it has to be worked out first. */
export async function suggestCandidate(
  ctx: Ctx,
  published: Published,
  { candidate, text }: { candidate: Ranked; text: string },
): Promise<Outcome> {
  const { council, actor, now: at, today, lang, origin } = ctx
  if (candidate.changes !== undefined) {
    const about = { service: published.service, base: published.version, source: 'officer', by: actor.id } as const
    const came = await proposeChanges(council, { ...about, changes: candidate.changes, at, today, lang, origin })
    if ('id' in came) return came
    return { refused: 'lock' in came ? 'law' : 'not-taken' }
  }
  return await suggestInWords(ctx, published, { text, page: candidate.page })
}

/** A thought somebody has yet to work out. */
export async function suggestInWords(
  ctx: Ctx,
  published: Published,
  about: { readonly text: string; readonly page: string },
): Promise<Outcome> {
  const came = await suggest(ctx, published, { ...about, email: '', warned: '' })
  return 'id' in came ? came : { refused: 'not-taken' }
}
