/** The single place where the messages of a service become messages to somebody. */
import type { Language } from '#core/definition/model/names.ts'
import type { Message } from '#features/messages/index.ts'
import { path } from '#http/language.ts'
import { type Outgoing, showReference } from '../domain/index.ts'

/** Where the person follows their case. */
export function linkTo(origin: string, lang: Language, reference: string): string {
  return `${origin}${path(lang, `/track?reference=${showReference(reference)}`)}`
}

/** Messages to be sent with the fact of this seq: each is one message however often it is tried. */
export function messagesFrom(outgoing: readonly Outgoing[], cause: { readonly caseId: string; readonly seq: number }): readonly Message[] {
  return outgoing.map(({ id, ...message }) => ({ ...message, idempotency: `case/${cause.caseId}/${cause.seq}/${id}`, about: cause.caseId }))
}
