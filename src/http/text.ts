/** The single place where text from outside becomes text that PostgreSQL, JSON and a header can carry. */

const unwanted = /\0|\r\n?/
const lineEnds = /\r\n?/g
const nul = /\0/g

/** The text without NUL and lone surrogates, its line ends as `\n`. */
export function wellFormed(text: string): string {
  const clean = unwanted.test(text) ? text.replace(nul, '').replace(lineEnds, '\n') : text
  return clean.isWellFormed() ? clean : clean.toWellFormed()
}

/** True for text that needs no mending: what an address or an API's JSON must be from the start. */
export function isCarriable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

const local = /^\/(?![/\\])[\x21-\x7e]*$/

/** The path when it leads to this site and nowhere else, for `?return=`. */
export function findLocalPath(text: string): string | undefined {
  return text.length <= 2000 && local.test(text) && !text.includes('\\') ? text : undefined
}
