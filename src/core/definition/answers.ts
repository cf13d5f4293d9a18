/** The single place for what an answer is, as it is stored: plain JSON, one shape for each kind of question. */

/** An address, chosen from the council's own (with `uprn`, `ward`, `parish`) or typed. */
export type Address = {
  readonly uprn?: string
  readonly lines: readonly string[]
  readonly town?: string
  readonly postcode?: string
  readonly ward?: string
  readonly parish?: string
}

/** A place told in words, by Ordnance Survey grid reference (`SN 589 814`) or by postcode; at least one. */
export type Place = { readonly description?: string; readonly grid?: string; readonly postcode?: string }

/** An organisation by name and, where known, its company or charity number. */
export type Organisation = { readonly name: string; readonly number?: string }

/**
 * text, long-text, email, phone, identifier: string · number: integer · money: integer pence · date `YYYY-MM-DD` · month `YYYY-MM` ·
 * yes-no, declaration: boolean · one-of: option id · many-of: option ids · address, place, organisation: as above.
 */
export type SimpleAnswer = string | number | boolean | readonly string[] | Address | Place | Organisation

/** One of a group that repeats: member question id to answer. */
export type GroupEntry = Readonly<Record<string, SimpleAnswer>>

export type Answer = SimpleAnswer | readonly GroupEntry[]

/** Question id to answer. A question not answered is absent. */
export type Answers = Readonly<Record<string, Answer>>

/** Whether an answer is that of a group. Nothing chosen of many looks the same. */
export function isEntries(answer: unknown): answer is readonly GroupEntry[] {
  return Array.isArray(answer) && answer.every((entry) => typeof entry === 'object')
}
