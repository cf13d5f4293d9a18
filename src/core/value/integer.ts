/** The single place for the bounds of whole numbers: ±(2^53-1), so that a number is always exact. */

/** The largest whole number, 9,007,199,254,740,991. The smallest is its negative. */
export const LARGEST_INTEGER = Number.MAX_SAFE_INTEGER

/** The number itself when it is a whole number within bounds (never `-0`), else `undefined`: an overflow or not whole. */
export function exactInteger(value: number): number | undefined {
  return Number.isSafeInteger(value) ? value + 0 : undefined
}

/** A whole number written in digits, with an optional minus sign; `undefined` when it is anything else or out of bounds. */
export function parseInteger(text: string): number | undefined {
  return /^-?\d{1,16}$/.test(text) ? exactInteger(Number(text)) : undefined
}
