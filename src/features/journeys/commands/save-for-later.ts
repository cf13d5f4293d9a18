/** The single place where a draft is saved for later: a link goes out by email, and whoever follows it goes on with the draft. */
import { formatDate } from '#core/value/date-words.ts'
import { send } from '#features/messages/index.ts'
import { dayInLondon } from '#http/clock.ts'
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { digest, newSecret } from '#http/session.ts'
import { type Draft, idleDays } from '../domain/index.ts'
import { findLinkedDraft, keepReturnLink, type LinkedDraft, moveDraft } from '../store/index.ts'
import { wordsFor } from '../words/index.ts'

/** Sends a link in the language of the page; links sent before it stop working. */
export async function sendReturnLink(ctx: Ctx, draft: Draft, { email, service }: { email: string; service: string }): Promise<void> {
  const { council, lang, now, origin } = ctx
  const secret = newSecret()
  const expiresAt = new Date(Date.parse(now) + idleDays * 86_400_000).toISOString()
  const words = wordsFor(lang)
  const link = `${origin}${path(lang, `/return/${secret}`)}`
  await council.store.transaction(async (tx) => {
    await keepReturnLink(tx, { secretHash: digest(secret), draftId: draft.id, expiresAt })
    await send(tx, {
      to: email,
      lang,
      subject: words.saveSubject(service),
      body: words.saveMessage(link, formatDate(dayInLondon(new Date(expiresAt)), lang)),
      idempotency: `return/${digest(secret)}`,
      about: draft.id,
    })
  })
}

/** The draft a link leads to; undefined when the link was replaced, the draft sent or the time is over. */
export function findReturn({ council, now }: Ctx, secret: string): Promise<LinkedDraft | undefined> {
  return council.store.transaction((tx) => findLinkedDraft(tx, digest(secret), now))
}

/** Hands the draft to this browser. The link goes on working, so that closing the browser again loses nothing. */
export function takeUp({ council, now, session }: Ctx, secret: string): Promise<LinkedDraft | undefined> {
  return council.store.transaction(async (tx) => {
    const draft = await findLinkedDraft(tx, digest(secret), now)
    if (draft) await moveDraft(tx, draft, session.visitor)
    return draft
  })
}
