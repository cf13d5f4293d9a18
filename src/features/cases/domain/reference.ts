/** The single place for references: made from a digest, safe to read over the telephone, with a character that shows a slip. */

/** 23 characters, a prime: no vowels, nothing that looks like another (0 O, 1 I L, 5 S, 8 B) except by voice, no words by chance. */
const ALPHABET = '23456789CDFGHJKMPRTVWXZ'
const LENGTH = 8

/**
 * A reference of eight characters and one check character, from at least eight bytes of a digest. The check is a weighted sum modulo 23:
 * it finds every single wrong character and every two that were swapped.
 */
export function referenceFrom(digest: Uint8Array): string {
  let number = 0n
  for (const byte of digest.subarray(0, 8)) number = number * 256n + BigInt(byte)
  let characters = ''
  for (let place = 0; place < LENGTH; place += 1) {
    characters += ALPHABET.charAt(Number(number % 23n))
    number /= 23n
  }
  return characters + checkOf(characters)
}

/** What somebody typed, without spaces and hyphens and in capitals; undefined when it cannot be a reference. */
export function parseReference(typed: string): string | undefined {
  if (typed.length > 40) return undefined
  const text = typed.toUpperCase().replace(/[\s\-–.]/g, '')
  if (text.length !== LENGTH + 1 || [...text].some((character) => !ALPHABET.includes(character))) return undefined
  return checkOf(text.slice(0, LENGTH)) === text.charAt(LENGTH) ? text : undefined
}

/** As it is shown and read out: `C4D-7FG-2HK`. */
export function showReference(reference: string): string {
  return reference.replace(/(.{3})(?=.)/g, '$1-')
}

function checkOf(characters: string): string {
  const sum = [...characters].reduce((total, character, place) => total + (place + 2) * ALPHABET.indexOf(character), 0)
  return ALPHABET.charAt(sum % ALPHABET.length)
}
