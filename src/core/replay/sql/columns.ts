/** The single place that says in which typed column of the database each answer of a past case lies, and what is known of everything in it. */
import type { QuestionKind } from '#core/definition/model/question.ts'
import { Codes } from './codes.ts'

/** What a column holds. An entry of a group is a member of an array, `group` counts the entries; a `month` is the date of its first day. */
export type Family = 'number' | 'choice' | 'yes-no' | 'date' | 'month' | 'choices' | 'group'

/**
 * One answer of all cases of a service. `slot` names the column. `least` and `most` bound its numbers, days or entries (the least above the most where there are none); `seen` are the options ever chosen (of
 * `choices` in the order of their bits), or `true` and `false`; `hasGaps` says whether a case, or an entry of a group, lacks it.
 */
export type Column = {
  readonly slot: string
  readonly family: Family
  readonly hasGaps: boolean
  readonly least: number
  readonly most: number
  readonly seen: readonly string[]
}

/** Where everything of a service lies. Members of groups go by `group.member`. Never narrower than what is there, so that SQL may rest on it. */
export type Columns = {
  /** Options, channels and areas by their numbers. */
  readonly codes: readonly string[]
  readonly columns: Readonly<Record<string, Column>>
  /** Questions of which it is remembered that there was an answer, or that it was left, by their bits. */
  readonly bits: readonly string[]
  /** Day numbers between which the cases were opened. */
  readonly opened: { readonly least: number; readonly most: number }
  readonly cases: number
}

export const NO_COLUMNS: Columns = { codes: [], columns: {}, bits: [], opened: { least: 0, most: 0 }, cases: 0 }

/** How many columns of each sort there are: of single answers, and of arrays with a member for each entry. */
export const SLOTS = {
  n: 40,
  c: 48,
  b: 40,
  d: 12,
  m: 8,
  k: 8,
  an: 16,
  ac: 16,
  ab: 12,
  ad: 6,
  am: 4,
} as const
export type SlotSort = keyof typeof SLOTS

/** Words of bits for what was given and left, and how many bits of each are used. */
export const BIT_WORDS = 3
export const BITS = 62
/** Entries of a group that are written out; a case with more is tried by the rules themselves. */
export const MOST_ENTRIES = 10

const FAMILIES: Partial<Record<QuestionKind, Family>> = {
  number: 'number',
  money: 'number',
  date: 'date',
  month: 'month',
  'yes-no': 'yes-no',
  declaration: 'yes-no',
  'one-of': 'choice',
  'many-of': 'choices',
  group: 'group',
}

/** In what kind of column the answers of a kind lie; undefined for those that are not remembered. */
export function familyOf(kind: QuestionKind): Family | undefined {
  return FAMILIES[kind]
}

const SORTS: Readonly<Record<Family, { readonly one: SlotSort; readonly many: SlotSort | undefined }>> = {
  number: { one: 'n', many: 'an' },
  choice: { one: 'c', many: 'ac' },
  'yes-no': { one: 'b', many: 'ab' },
  date: { one: 'd', many: 'ad' },
  month: { one: 'd', many: 'ad' },
  choices: { one: 'm', many: 'am' },
  group: { one: 'k', many: undefined },
}

/** Columns while cases are put in: they only ever grow wider. */
export class ColumnsBuilder {
  readonly codes: Codes
  readonly #columns: Map<string, Column>
  readonly #bits: string[]
  readonly #used: Map<SlotSort, number>
  #opened: Columns['opened']
  #cases: number

  constructor(columns: Columns) {
    this.codes = new Codes(columns.codes)
    this.#columns = new Map(Object.entries(columns.columns))
    this.#bits = [...columns.bits]
    this.#opened = columns.opened
    this.#cases = columns.cases
    this.#used = new Map()
    for (const { slot } of this.#columns.values()) this.#use(slot)
  }

  read(): Columns {
    const columns = Object.fromEntries(this.#columns)
    return { codes: this.codes.list(), columns, bits: this.#bits, opened: this.#opened, cases: this.#cases }
  }

  /** The column of a path; undefined where another family has it or no slot is left. */
  columnOf(path: string, family: Family, at: { readonly isInGroup: boolean; readonly hasGaps: boolean }): Column | undefined {
    const found = this.#columns.get(path)
    if (found !== undefined) return found.family === family ? found : undefined
    const sort = at.isInGroup ? SORTS[family].many : SORTS[family].one
    const place = sort === undefined ? undefined : (this.#used.get(sort) ?? 0) + 1
    if (sort === undefined || place === undefined || place > SLOTS[sort]) return undefined
    const column: Column = { slot: `${sort}${place}`, family, hasGaps: at.hasGaps, least: 0, most: -1, seen: [] }
    this.#use(column.slot)
    this.#columns.set(path, column)
    return column
  }

  /** Whether cases were put in before: what they lack is a gap. */
  get hasCases(): boolean {
    return this.#cases > 0
  }

  /** Takes a number, a day or a count of entries in. */
  widen(path: string, value: number): void {
    this.#change(path, (column) => {
      const isFirst = column.most < column.least
      return { ...column, least: isFirst ? value : Math.min(column.least, value), most: isFirst ? value : Math.max(column.most, value) }
    })
  }

  /** Takes an option in; answers its place among those seen. */
  see(path: string, option: string): number {
    const column = this.#columns.get(path)
    const place = column?.seen.indexOf(option) ?? -1
    if (place >= 0 || column === undefined) return place
    this.#columns.set(path, { ...column, seen: [...column.seen, option] })
    return column.seen.length
  }

  gap(path: string): void {
    if (this.#columns.get(path)?.hasGaps === false) this.#change(path, (column) => ({ ...column, hasGaps: true }))
  }

  /** The bit of a question; undefined when there are no more. */
  bitOf(path: string): number | undefined {
    const found = this.#bits.indexOf(path)
    if (found >= 0) return found
    return this.#bits.length < BITS * BIT_WORDS ? this.#bits.push(path) - 1 : undefined
  }

  /** Counts a case in; what it has no answer to is a gap from then on. `day` is the day number it was opened on. */
  count(day: number, answered: ReadonlySet<string>): void {
    for (const [path, { hasGaps }] of this.#columns) if (!hasGaps && !path.includes('.') && !answered.has(path)) this.gap(path)
    const { least, most } = this.#opened
    this.#opened = this.#cases === 0 ? { least: day, most: day } : { least: Math.min(least, day), most: Math.max(most, day) }
    this.#cases += 1
  }

  #use(slot: string): void {
    const sort = sortOf(slot)
    this.#used.set(sort, Math.max(this.#used.get(sort) ?? 0, Number(slot.replace(/^[a-z]+/, ''))))
  }

  #change(path: string, change: (column: Column) => Column): void {
    const column = this.#columns.get(path)
    if (column !== undefined) this.#columns.set(path, change(column))
  }
}

const sorts = new Set<string>(Object.keys(SLOTS))

/** @throws RangeError for a slot that there is not */
function sortOf(slot: string): SlotSort {
  const sort = slot.replace(/\d+$/, '')
  if (isSort(sort)) return sort
  throw new RangeError(`there is no column ${slot}`)
}

function isSort(sort: string): sort is SlotSort {
  return sorts.has(sort)
}
