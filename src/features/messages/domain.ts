/** The single place for what a message is and when it is tried again. Pure. */
import type { Language } from '#core/definition/model/names.ts'

/** A message to one person, in their language. */
export interface Message {
  /** An email address, or for a letter the name and address line by line. */
  readonly to: string
  /** An email unless told otherwise; a letter waits to be printed. */
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

/** A message as kept. Moments are ISO 8601 in UTC. */
export interface KeptMessage {
  readonly id: string
  readonly idempotency: string
  readonly by: 'email' | 'letter'
  readonly to: string
  readonly lang: Language
  readonly subject: string
  readonly body: string
  readonly askedAt: string
  readonly tries: number
  readonly doneAt: string | null
  readonly givenUpAt: string | null
}

/** Tries before a message is left for a person to look at; the waits between them double from ten seconds to some hours. */
export const mostTries = 12
const firstWaitMs = 10_000

/** When to try again after a try that failed; `undefined` when it is time to give up. `tries` counts those made. */
export function findNextTry(now: string, tries: number): string | undefined {
  if (tries >= mostTries) return undefined
  return new Date(Date.parse(now) + firstWaitMs * 2 ** (tries - 1)).toISOString()
}

/** How long a message is kept after it went out; what was said stays in the history of its case. */
export const keptDays = 30

const bareAddress = /(?<![([])https?:\/\/[^\s()[\]\\]*[^\s()[\]\\.,;:!?*]/g

/** The body with addresses that stand in it as they are made links, for readers whose mail program makes none. */
export function withLinks(body: string): string {
  return body.replace(bareAddress, (address) => `[${address}](${address})`)
}
