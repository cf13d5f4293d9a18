/** The single place for what people are told about a suggested change, as an email in their language. */
import type { Message } from '#features/messages/index.ts'
import { type Language, path } from '#http/language.ts'
import type { Proposal } from '../domain/index.ts'
import { mailFor } from '../words/index.ts'

/** What has happened that somebody is told. `asked-again`: the wording changed under those who backed it. */
export const newsKinds = ['received', 'changed', 'asked-again', 'released', 'refused', 'hidden', 'shown-again', 'upheld'] as const
export type News = (typeof newsKinds)[number]

export function isNews(text: string): text is News {
  return newsKinds.some((kind) => kind === text)
}

/** Somebody to be told. `key` tells them from others in the name of the message. */
export type Reader = { readonly to: string; readonly lang: Language; readonly key: string }

/** The message: fixed words, the service and a link; never what anybody typed. */
export function messageOf({ proposal, news, service }: { proposal: Proposal; news: News; service: string }, reader: Reader): Message {
  const { subject, body } = mailFor(reader.lang)[news](service)
  const link = `${proposal.origin}${path(reader.lang, `/suggestions/${proposal.id}`)}`
  return {
    to: reader.to,
    lang: reader.lang,
    subject,
    body: `${body}\n\n${link}`,
    idempotency: `proposal-${proposal.id}-${proposal.seq}-${news}-${reader.key}`,
    about: proposal.id,
  }
}
