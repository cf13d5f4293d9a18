/** The single place where rows of a table get names and their cells are kept by column, so that rows and columns can be changed apart. */
import type { Table } from '../definition/definition.ts'

type Row = Table['rows'][number]
type Cell = Row['when'][number]

/** A row whose cells are kept by the id of their column. `id` is the row’s own, or `when` and its conditions. */
export type NamedRow = Omit<Row, 'id' | 'when' | 'then'> & {
  readonly id: string
  readonly when: Readonly<Record<string, Cell>> | readonly Cell[]
  readonly then: Readonly<Record<string, Cell>> | readonly Cell[]
}
export type NamedTable = Omit<Table, 'rows'> & { readonly rows: readonly NamedRow[] }

/** How a row without an id begins; no id holds a space. */
const mark = 'when '

/**
 * The table with its rows named. A row without an id is named by its conditions; where `like` is given, a row that stands where one of its
 * rows stood and whose conditions alone are other is taken for that row.
 */
export function namedTable(table: Table, like?: NamedTable): NamedTable {
  const names = namesOf(table.rows, like)
  const rows = table.rows.map((row, index) => {
    const { when, then, ...rest } = row
    return { ...rest, id: names[index] ?? '', when: byColumn(when, table.inputs), then: byColumn(then, table.outputs) }
  })
  return { ...table, rows }
}

/** Whether a row has this name because it has no id. */
export function isMadeName(name: string): boolean {
  return name.startsWith(mark)
}

function namesOf(rows: readonly Row[], like: NamedTable | undefined): readonly string[] {
  const known = new Set(like?.rows.map(({ id }) => id))
  const own = rows.map(({ id, when }) => id ?? `${mark}${when.join(' | ')}`)
  const given = new Set(own)
  const next = new Map(like?.rows.map(({ id }, index, all) => [all[index - 1]?.id ?? '', id]))
  const used = new Set<string>()
  let previous = ''
  return own.map((name) => {
    const standing = next.get(previous)
    const isOther = isMadeName(name) && !known.has(name) && standing !== undefined && isMadeName(standing) && !given.has(standing)
    previous = unused(isOther ? standing : name, used)
    return previous
  })
}

function unused(name: string, used: Set<string>): string {
  let free = name
  for (let count = 2; used.has(free); count += 1) free = `${name} (${count})`
  used.add(free)
  return free
}

/** Where there are more or fewer cells than columns, a check says so; such cells stay a list. */
function byColumn(cells: readonly Cell[], columns: readonly { readonly id: string }[]): Readonly<Record<string, Cell>> | readonly Cell[] {
  const names = new Set(columns.map(({ id }) => id))
  if (cells.length !== columns.length || names.size !== columns.length) return cells
  return Object.fromEntries(columns.map(({ id }, index) => [id, cells[index] ?? '-']))
}
