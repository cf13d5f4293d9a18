/** The single place where a posted form is read. Total: any bytes give a form or the fact that they are not one. */

/** At most this many bytes, fields and bytes in a field name are read; more is refused with `too-large`. */
export const formLimits = { bytes: 100_000, fields: 500, nameLength: 200 } as const

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
