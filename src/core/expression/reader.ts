/** The single place where an answer from outside becomes a value, or is found to be of the wrong type. */
import { isDate } from '#core/value/calendar-date.ts'
import type { Type } from './type.ts'
import { Failure, isAbsent, isGroup, isList, type Place, type Value } from './value.ts'

/** Reads one answer. */
export type Reader = (raw: unknown) => Value

/** Lists longer than this are refused, so that no walk can take long. */
export const LONGEST_LIST = 200

/** How answers of a type are read; a failure carries the place that read it. */
export function readerOf(type: Type, place: Place): Reader {
  const wrong = new Failure('wrong-type', place)
  switch (type.kind) {
    case 'bool':
      return (raw) => (typeof raw === 'boolean' ? raw : isAbsent(raw) ? undefined : wrong)
    case 'string':
    case 'option':
      return (raw) => (typeof raw === 'string' ? raw : isAbsent(raw) ? undefined : wrong)
    case 'date':
      return (raw) => (typeof raw === 'string' && isDate(raw) ? raw : isAbsent(raw) ? undefined : wrong)
    case 'list': {
      const long = new Failure('list-too-long', place)
      return (raw) => (isList(raw) ? (raw.length > LONGEST_LIST ? long : raw) : isAbsent(raw) ? undefined : wrong)
    }
    case 'map':
      return (raw) => (isAbsent(raw) ? undefined : isGroup(raw) ? raw : wrong)
    default:
      return (raw) => (typeof raw === 'number' && Number.isSafeInteger(raw) ? raw : isAbsent(raw) ? undefined : wrong)
  }
}
