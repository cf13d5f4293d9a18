/** The single place for the SQL of links that lead back to a draft. */
import type { Language } from '#core/definition/index.ts'
import type { Db } from '#store/db.ts'
import { bound, journeys } from './tables.ts'

/** `secretHash` is the hex SHA-256 of what the link carries. */
export type ReturnLink = { readonly secretHash: string; readonly draftId: string; readonly expiresAt: string }

/** Keeps the link in place of any before it. */
export async function keepReturnLink(tx: Db, { secretHash, draftId, expiresAt }: ReturnLink): Promise<void> {
  const row = { secret_hash: secretHash, expires_at: expiresAt }
  await journeys(tx)
    .insertInto('journeys.return_link')
    .values({ council_id: bound, draft_id: draftId, ...row })
    .onConflict((conflict) => conflict.columns(['council_id', 'draft_id']).doUpdateSet(row))
    .execute()
}

/** The unfinished draft a link leads to. */
export type LinkedDraft = { readonly id: string; readonly holder: string; readonly service: string; readonly lang: Language }

export async function findLinkedDraft(tx: Db, secretHash: string, now: string): Promise<LinkedDraft | undefined> {
  const row = await journeys(tx)
    .selectFrom('journeys.return_link as link')
    .innerJoin('journeys.draft as draft', (join) =>
      join.onRef('draft.council_id', '=', 'link.council_id').onRef('draft.id', '=', 'link.draft_id'),
    )
    .select(['draft.id', 'draft.holder', 'draft.service_id', 'draft.lang'])
    .where('link.council_id', '=', bound)
    .where('link.secret_hash', '=', secretHash)
    .where('link.expires_at', '>', now)
    .where('draft.answers', 'is not', null)
    .executeTakeFirst()
  return row && { id: row.id, holder: row.holder, service: row.service_id, lang: row.lang === 'cy' ? 'cy' : 'en' }
}

/** Hands a draft to another holder, in place of what that holder had of the same service. */
export async function moveDraft(tx: Db, draft: LinkedDraft, holder: string): Promise<void> {
  if (draft.holder === holder) return
  await journeys(tx)
    .deleteFrom('journeys.draft')
    .where('council_id', '=', bound)
    .where('holder', '=', holder)
    .where('service_id', '=', draft.service)
    .execute()
  await journeys(tx)
    .updateTable('journeys.draft')
    .set((at) => ({ holder, revision: at('revision', '+', 1) }))
    .where('council_id', '=', bound)
    .where('id', '=', draft.id)
    .execute()
}
