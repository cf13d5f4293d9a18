/** The single place for which names a scope may use. */

const RESERVED = new Set(
  'as break const continue else false for function if import in let loop namespace null package prototype return true var void while'.split(
    ' ',
  ),
)

/** The option sets every scope has. */
const TAKEN = new Set(['rounding', 'bank_holidays'])

/** Whether a variable, field, option set or option may have this name: letters, digits and single underscores, beginning with a letter. */
export function isUsableName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*$/.test(name) && name.length <= 64 && !RESERVED.has(name) && !(name in Object.prototype)
}

/** Whether a variable or option set may have this name: usable, and not one the language has given out. */
export function isFreeName(name: string): boolean {
  return isUsableName(name) && !TAKEN.has(name)
}
