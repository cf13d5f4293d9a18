/** The single place for the shape of a copy of everything held about a person, and for its rows in a spreadsheet. */
import type { Json } from '#store/json.ts'

/** Everything held, section by section; an empty section says that nothing of the sort is held. */
export type PersonCopy = {
  readonly council: string
  readonly person: string
  /** ISO instant. */
  readonly madeAt: string
  readonly sections: Readonly<Record<string, readonly Json[]>>
}

export const columns = ['section', 'entry', 'field', 'value'] as const

/** One row for each single value: which section, which entry of it counted from 1, which field, and what it says. */
export function rowsOf({ sections }: PersonCopy): readonly (readonly string[])[] {
  return Object.entries(sections).flatMap(([section, entries]) =>
    entries.flatMap((entry, index) => leavesOf(entry, []).map(([field, value]) => [section, String(index + 1), field, value])),
  )
}

function leavesOf(value: Json, path: readonly (string | number)[]): [string, string][] {
  if (value === null || typeof value !== 'object') return [[path.join('.'), value === null ? '' : String(value)]]
  return Object.entries(value).flatMap(([name, member]: [string, Json]) => leavesOf(member, [...path, name]))
}
