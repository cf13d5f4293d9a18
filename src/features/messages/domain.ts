/** The single place for what a message is before it is sent. Pure. */
import type { Language } from '#core/definition/model/names.ts'

/** A message to one person, in their language. */
export interface Message {
  /** An email address, or for a letter the name and address line by line. */
  readonly to: string
  readonly by?: 'email' | 'letter'
  readonly lang: Language
  readonly subject: string
  /** The small safe Markdown subset of packs. */
  readonly body: string
  /** Two messages of one council with the same key are one message, however often it is sent. */
  readonly idempotency: string
  /** What it is about, such as a case id; never a person's name. */
  readonly about?: string
}
