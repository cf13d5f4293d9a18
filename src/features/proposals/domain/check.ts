/** The single place that reads what somebody is about to publish for what should not be there. Pure. */

/** Details of a person that are better kept out of public: the writer is asked before they are shown to everybody. */
export type Detail = { readonly kind: 'email' | 'phone' | 'postcode' | 'national-insurance'; readonly found: string }

/** Why a text is not taken as it is. */
export type Flaw = 'empty' | 'too-long' | 'link' | 'shouting' | 'gibberish'

/** At most this many characters in a suggestion and in an appeal. */
export const longestText = 2000

const patterns: readonly (readonly [Detail['kind'], RegExp])[] = [
  ['email', /[^\s@<>(),;:"']{1,64}@[^\s@<>(),;:"']{1,190}\.[a-z]{2,24}/giu],
  ['national-insurance', /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/giu],
  ['postcode', /\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b/giu],
  ['phone', /(?<![\d£.,])(?:\+44[ -]?(?:\(0\))?|\(?0)(?:[ -]?\(?\d\)?){9,10}(?!\d)/gu],
]

/** Every detail found, in the order of the kinds, each text once. */
export function detailsIn(text: string): readonly Detail[] {
  const seen = new Set<string>()
  return patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].flatMap(([found]) => {
      const key = `${kind} ${found.toLowerCase()}`
      if (seen.has(key)) return []
      seen.add(key)
      return [{ kind, found: found.trim() }]
    }),
  )
}

const link = /\b(?:https?:\/\/|www\.)\S|\b[a-z0-9-]{2,}\.(?:com|net|org|info|biz|ru|cn|top|xyz|shop|online|site|io)\b(?!@)/iu

/** The first reason not to take the text; undefined when there is none. Addresses of emails are no links. */
export function flawOf(text: string): Flaw | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return 'empty'
  if (trimmed.length > longestText) return 'too-long'
  const withoutEmails = patterns[0] ? trimmed.replace(patterns[0][1], ' ') : trimmed
  if (link.test(withoutEmails)) return 'link'
  if (isShouted(trimmed)) return 'shouting'
  return isGibberish(trimmed) ? 'gibberish' : undefined
}

function isShouted(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length >= 40 && letters === letters.toUpperCase()
}

/** The same character twenty times, or the same word ten times running. */
function isGibberish(text: string): boolean {
  return /(.)\1{19,}/u.test(text) || /(\b\S{1,40}\b)(?:\s+\1){9,}/iu.test(text)
}

/** The text as it is compared with others: letters and figures only, in lower case. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** How many suggestions and edits of one person, and of all people for one service, are taken in a day. */
export const dailyLimits = { person: 5, edits: 30, service: 60 } as const
