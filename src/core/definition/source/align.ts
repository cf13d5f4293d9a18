/** The single place that finds where in a file a character of a YAML text came from, through quotes, escapes, folds and indents. */

/**
 * Offsets into `raw` of each character of `value`, and one past its end. `raw` is the scalar as written, with its quotes or block header.
 * Characters align one by one; runs of white space, which YAML folds and re-indents, align as runs.
 */
export function align(raw: string, value: string): readonly number[] {
  const quote = raw[0] === '"' || raw[0] === "'" ? raw[0] : ''
  const start = quote === '' ? bodyStart(raw) : 1
  const offsets: number[] = []
  let at = start
  let index = 0
  while (index < value.length) {
    if (isSpace(value[index])) {
      const from = at
      while (isSpace(raw[at])) at += 1
      for (; isSpace(value[index]); index += 1) offsets.push(Math.min(from + 1, at))
      if (at === from && quote === '"') at += escapeLength(raw, at)
    } else {
      while (isSpace(raw[at])) at += 1
      offsets.push(at)
      const length = quote === '"' ? escapeLength(raw, at) : quote === "'" && raw.startsWith("''", at) ? 2 : 1
      at += length
      index += 1
    }
  }
  offsets.push(at)
  return offsets
}

function bodyStart(raw: string): number {
  const header = /^[|>][+-]?\d?[+-]?[ \t]*(#[^\n]*)?\r?\n/.exec(raw)
  return header === null ? 0 : header[0].length
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r'
}

function escapeLength(raw: string, at: number): number {
  if (raw[at] !== '\\') return 1
  const kind = raw[at + 1]
  return kind === 'x' ? 4 : kind === 'u' ? 6 : kind === 'U' ? 10 : 2
}
