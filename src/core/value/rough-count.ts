/** The single place for a number of cases that is said to everybody by itself, beside no table it would have to fit. */

/** Rounded down to 5, and 0 under ten: one case more or less says nothing, and few are not told from none. */
export function roughCount(count: number): number {
  return count < 10 ? 0 : Math.floor(count / 5) * 5
}
