/** The single place that ends what is said in somebody’s words before more is said. */

/** With a full stop, where it has no end yet. */
export function ended(sentence: string): string {
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`
}
