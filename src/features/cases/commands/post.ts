/** The single place where the messages of a service are handed over, in the transaction of what they tell. */
import { send } from '#features/messages/index.ts'
import { path } from '#http/language.ts'
import type { Language } from '#core/definition/model/names.ts'
import type { Db } from '#store/db.ts'
import { type Outgoing, showReference } from '../domain/index.ts'

/** Where the person follows their case. */
export function linkTo(origin: string, lang: Language, reference: string): string {
  return `${origin}${path(lang, `/track?reference=${showReference(reference)}`)}`
}

/** Hands messages over; `cause` makes each of them one message however often this is tried. */
export async function post(tx: Db, outgoing: readonly Outgoing[], cause: { readonly caseId: string; readonly seq: number }): Promise<void> {
  for (const { id, ...message } of outgoing) {
    await send(tx, { ...message, idempotency: `case/${cause.caseId}/${cause.seq}/${id}`, about: cause.caseId })
  }
}
