/** The single place for what an evaluation takes and gives back: a known value, missing (`undefined`), or a `Failure`. */

/** A known value. Money is pence, a date is `YYYY-MM-DD`, days and months are counts, an option is its id, a list an array, a group an object. */
export type Known = boolean | number | string | readonly (Known | undefined)[] | { readonly [field: string]: Known | undefined }

/** The result of an evaluation: a known value, `undefined` when it hangs on an answer nobody has given, or a failure no answer could mend. */
export type Value = Known | undefined | Failure

/** Answers by name. An absent name, `undefined` and `null` are all missing. Money is pence, a date `YYYY-MM-DD`, a many-of a list of option ids. */
export type Values = Readonly<Record<string, unknown>>

/** Why an evaluation could not give a value. */
export type FailureCode = 'overflow' | 'divide-by-zero' | 'empty-list' | 'list-too-long' | 'before-birth' | 'wrong-type'

/** A place in a source, as offsets. */
export type Place = { readonly start: number; readonly end: number }

/** A failure with the place in the source it arose, as offsets. */
export class Failure {
  readonly fault: FailureCode
  readonly start: number
  readonly end: number

  constructor(fault: FailureCode, place: Place) {
    this.fault = fault
    this.start = place.start
    this.end = place.end
  }
}

/** Whether the value is a failure. */
export function isFailure(value: unknown): value is Failure {
  return value instanceof Failure
}

/** Whether the value is a list. Its members are checked as they are read. */
export function isList(value: unknown): value is readonly (Known | undefined)[] {
  return Array.isArray(value)
}

/** Whether the value is a group of fields. The fields are checked as they are read. */
export function isGroup(value: unknown): value is { readonly [field: string]: Known | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isFailure(value)
}

/** Whether an answer is missing. */
export function isAbsent(raw: unknown): boolean {
  return raw === undefined || raw === null
}

/** Whether the value is a list in which a member is missing. */
export function hasGaps(value: unknown): boolean {
  return isList(value) && value.some(isAbsent)
}
