/** The single place where a posted form is read. Total: any bytes give a form, or the finding that they are too many fields. */
import { wellFormed } from './text.ts'

/** At most this many bytes and fields are read, and names of at most this many characters; more is the problem `too-large`. */
export const formLimits = { bytes: 100_000, fields: 1000, nameLength: 200 } as const

/** A posted form. Repeated fields keep their order; text is well-formed Unicode with line ends as `\n` and without NUL. */
export class Form {
  static readonly empty = new Form(new Map())

  /** Values by field name, for `core`'s question readers. */
  readonly fields: ReadonlyMap<string, readonly string[]>

  constructor(fields: ReadonlyMap<string, readonly string[]>) {
    this.fields = fields
  }

  /** The field's first value, or `''` when it was not posted. */
  get(name: string): string {
    return this.fields.get(name)?.[0] ?? ''
  }

  /** All values of a repeated field, none when it was not posted. */
  all(name: string): readonly string[] {
    return this.fields.get(name) ?? []
  }

  has(name: string): boolean {
    return this.fields.has(name)
  }
}

/**
 * Reads `application/x-www-form-urlencoded` as the WHATWG URL standard says: bad percent signs stand as they are, bytes that are not UTF-8
 * become U+FFFD. `undefined` when it exceeds `formLimits`.
 */
export function readForm(body: string): Form | undefined {
  const fields = new Map<string, string[]>()
  let count = 0
  for (const [name, value] of new URLSearchParams(body)) {
    count += 1
    if (count > formLimits.fields || name.length > formLimits.nameLength) return undefined
    const text = wellFormed(value)
    const before = fields.get(wellFormed(name))
    if (before) before.push(text)
    else fields.set(wellFormed(name), [text])
  }
  return new Form(fields)
}
