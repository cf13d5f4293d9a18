/** The single place for the text that counts a trial inside PostgreSQL, and for reading what it gives. */
import { dateOfDay } from '#core/value/calendar-date.ts'
import type { Side } from '../side.ts'
import type { Lack } from '../verdict.ts'
import type { Column, Columns } from './columns.ts'
import type { Node } from './graph.ts'
import { layersOf } from './layers.ts'
import { ASKED_WAYS, type Part, type TrialNodes, trialNodes, WAYS } from './trial-nodes.ts'
import { LACKS } from './verdict.ts'
import { type Bands, type Cut, nameOfBand, type SplitBy } from '../split.ts'
import { type CountedCell, type CountedFigure, MOST_EXAMPLES } from '../tally.ts'

/** Numbers of one word are packed into an int8. */
const WORD = 2n ** 62n

/** A trial in SQL. `source` is what cases are read from, with the alias `t`; rows come one for each cell, and for each cell of each value of a split. */
export type TrialQuery = {
  readonly count: (source: string) => string
  /** The first cases of some cells by their ids; the cells by the keys that `CellRow.key` gave. */
  readonly find: (source: string, keys: readonly string[]) => string
  readonly read: (row: CellRow) => CountedRow
}

/** One row: the words of its cell as text joined by commas, counts and sums as text, and the split it belongs to (0 for none) with its value. */
export type CellRow = {
  readonly key: string
  readonly split: number
  readonly value: string | null
  readonly cases: string
  readonly sums: readonly (string | null)[]
  readonly marks: readonly (string | null)[]
}
export type CountedRow = CountedCell & {
  readonly marks: readonly bigint[]
  readonly split: SplitBy | undefined
  /** The parts of the split that its cases are in; none without one. */
  readonly parts: readonly string[]
}

/** The query, or why SQL cannot say it. */
export function trialQuery(
  sides: { readonly from: Side; readonly to: Side },
  columns: Columns,
  splits: readonly Cut[] = [],
): TrialQuery | { readonly refusals: readonly string[] } {
  const nodes = trialNodes(sides, columns)
  if ('refusals' in nodes) return nodes
  const dimensions = splits.map((cut) => ({ split: cut.by, found: dimensionOf(cut, columns) }))
  const unknown = dimensions.flatMap(({ split, found }) => (found === undefined ? [`a split by ${split}`] : []))
  if (unknown.length > 0) return { refusals: unknown }
  return new Query(
    nodes,
    dimensions.flatMap(({ split, found }) => (found === undefined ? [] : [{ split, ...found }])),
  )
}

type Dimension = {
  readonly split: SplitBy
  readonly text: string
  readonly read: (value: string, codes: TrialNodes['codes']) => readonly string[]
}

/** How a split is read from a case. */
function dimensionOf({ by, bands }: Cut, { columns }: Columns): Omit<Dimension, 'split'> | undefined {
  const coded: Dimension['read'] = (value, codes) => [codes.text(Number(value))]
  if (by === 'area' || by === 'channel') return { text: `t.${by}`, read: coded }
  if (by === 'month') return { text: 't.opened_digits / 100', read: (value) => [`${value.slice(0, -2)}-${value.slice(-2)}`] }
  const path = by.slice('answer '.length)
  const column: Column | undefined = Object.hasOwn(columns, path) ? columns[path] : undefined
  // Nobody has answered it.
  if (column === undefined) return { text: 'null::int4', read: coded }
  switch (column.family) {
    case 'choice':
      return { text: `t.${column.slot}`, read: coded }
    case 'yes-no':
      return { text: `t.${column.slot}`, read: (value) => [value === 'true' ? 'yes' : 'no'] }
    case 'choices':
      return { text: `t.${column.slot}`, read: (value) => chosenIn(column, BigInt(value)) }
    default:
      return bands && { text: banded(column, bands), read: (value) => [nameOfBand(bands, Number(value))] }
  }
}

/** The options of which a mask has the bits; nobody knows which where it has none. */
function chosenIn({ seen }: Column, mask: bigint): readonly string[] {
  return mask === 0n ? [''] : seen.filter((_, at) => (mask & (1n << BigInt(at))) !== 0n)
}

function banded({ slot, family }: Column, { ends }: Bands): string {
  if (ends.length === 0) return `(case when t.${slot} is not null then 0 end)`
  const isDay = family === 'date' || family === 'month'
  const list = isDay ? ends.map((end) => `'${dateOfDay(end) ?? ''}'`) : ends.map(String)
  return `width_bucket(t.${slot}${isDay ? '' : '::int8'}, array[${list.join(', ')}]::${isDay ? 'date' : 'int8'}[])`
}

class Query implements TrialQuery {
  readonly #nodes: TrialNodes
  readonly #dimensions: readonly Dimension[]
  readonly #words: readonly Word[]
  readonly #sums: readonly Node[]

  constructor(nodes: TrialNodes, dimensions: readonly Dimension[]) {
    this.#nodes = nodes
    this.#dimensions = dimensions
    const { graph, isTold, parts, lacks } = nodes
    const lackParts = lacks.map(([path, node]) => ({ name: path, node, size: 4 }))
    const madeUp = parts.find(({ name }) => name === 'madeUp')?.node ?? graph.int(0)
    const untold = graph.make(['(-1 - ', ')'], [madeUp], { type: 'int', isNullable: false })
    this.#words = [
      ...wordsOf(parts).map((word): Word => ({ ...word, kind: 'told', node: packed(nodes, word.parts, { isTold, otherwise: untold }) })),
      ...wordsOf(lackParts).map(
        (word): Word => ({
          ...word,
          kind: 'lacks',
          node: packed(nodes, word.parts, { isTold: graph.not(isTold), otherwise: graph.int(0) }),
        }),
      ),
    ]
    this.#sums = [...new Set(nodes.sums.flatMap(({ before, after }) => [before, after]))].filter(({ constant }) => constant !== null)
  }

  count(source: string): string {
    const marks = ['t.mark1', 't.mark2'].map((mark) => this.#nodes.graph.make([mark], [], { type: 'int', isNullable: false }))
    const dimensions = this.#dimensions.map(({ text }) => this.#nodes.graph.make([text], [], { type: 'code', isNullable: true }))
    const keys = this.#words.map(({ node }) => node)
    const { from, text } = layersOf([...keys, ...this.#sums, ...marks, ...dimensions], source)
    const grouped = [...keys, ...dimensions].map((node, at) => `${text(node)} as k${at}`)
    const added = [...this.#sums, ...marks].map((node, at) => `sum(${text(node)}) as s${at}`)
    const places = grouped.map((_, at) => String(at + 1)).join(', ')
    const fine = `select ${[...grouped, 'count(*) as n', ...added].join(', ')} from ${from} group by ${places}`
    return this.#summary(fine, { keys: keys.length, sums: this.#sums.length, added: added.length })
  }

  find(source: string, wanted: readonly string[]): string {
    const caseId = this.#nodes.graph.make(['t.case_id'], [], { type: 'int', isNullable: false })
    const keys = this.#words.map(({ node }) => node)
    const { from, text } = layersOf([...keys, caseId], source)
    const names = keys.map((_, at) => `k${at}`).join(', ')
    const words = keys.map((node, at) => `${text(node)}::int8 as k${at}`).join(', ')
    const rows = wanted
      .map(
        (key) =>
          `(${key
            .split(',')
            .map((word) => `${BigInt(word)}::int8`)
            .join(', ')})`,
      )
      .join(', ')
    const placed = `row_number() over (partition by ${names} order by case_id) as place`
    const all = `select ${words}, ${text(caseId)} as case_id from ${from}`
    return `select concat_ws(',', ${names}) as key, case_id::text as case_id from (select ${names}, case_id, ${placed} from (${all}) c
      where (${names}) in (${rows})) f where place <= ${MOST_EXAMPLES}`
  }

  read({ key, split, value, cases, sums, marks }: CellRow): CountedRow {
    const words = key.split(',').map(BigInt)
    const numbers = new Map<string, number>()
    const lacks: Lack[] = []
    for (const [at, word] of this.#words.entries()) {
      const packedWord = words[at] ?? 0n
      if (packedWord < 0n) continue
      for (const [name, number] of unpacked(word.parts, packedWord)) {
        const because = LACKS[number]
        if (word.kind === 'told') numbers.set(name, number)
        else if (because !== undefined && because !== '') lacks.push({ question: name, because })
      }
    }
    const dimension = this.#dimensions[split - 1]
    const said = dimension === undefined ? [] : value === null ? [''] : dimension.read(value, this.#nodes.codes)
    return {
      ...this.#cell({ count: Number(cases), isMadeUp: words[0] === -2n || numbers.get('madeUp') === 1, numbers, lacks, sums }),
      marks: marks.map((mark) => BigInt(mark ?? 0)),
      split: dimension?.split,
      parts: said,
    }
  }

  #cell({ count, isMadeUp, numbers, lacks, sums }: Decoded): CountedCell {
    if (!numbers.has('from')) return { count, isMadeUp, lacks }
    const outcome = (end: 'from' | 'to') => this.#nodes.codes.text(numbers.get(end) ?? -1)
    const sum = (node: Node | undefined) => Number(node === undefined ? 0 : (sums[this.#sums.indexOf(node)] ?? 0))
    const figure = (name: Part['name']): CountedFigure => {
      const own = this.#nodes.sums.find((one) => one.name === name)
      return { way: WAYS[numbers.get(name) ?? 0] ?? 'same', before: sum(own?.before), after: sum(own?.after) }
    }
    const values = this.#nodes.parts.flatMap(({ name }) =>
      name.startsWith('value ') ? [[name.slice('value '.length), figure(name)] as const] : [],
    )
    const asked = ASKED_WAYS[numbers.get('asked') ?? 0] ?? 'same'
    return {
      count,
      isMadeUp,
      told: { from: outcome('from'), to: outcome('to'), fee: figure('fee'), values: Object.fromEntries(values), asked },
    }
  }

  /** Adds the cells up for the whole, and for the values of each split: over the few rows that were counted. */
  #summary(fine: string, { keys, sums, added }: { readonly keys: number; readonly sums: number; readonly added: number }): string {
    const key = Array.from({ length: keys }, (_, at) => `k${at}`)
    const dimensions = this.#dimensions.map((_, at) => `k${keys + at}`)
    const sets = [key, ...dimensions.map((dimension) => [...key, dimension])].map((set) => `(${set.join(', ')})`)
    const isIn = dimensions.map((dimension, at) => `when grouping(${dimension}) = 0 then ${at + 1}`)
    const split = isIn.length === 0 ? '0' : `case ${isIn.join(' ')} else 0 end`
    const value = dimensions.length === 0 ? 'null' : `coalesce(${dimensions.map((dimension) => `${dimension}::text`).join(', ')}, null)`
    const total = (from: number, to: number) =>
      `array[${Array.from({ length: to - from }, (_, at) => `sum(s${from + at})::text`).join(', ')}]::text[]`
    return `select concat_ws(',', ${key.join(', ')}) as key, ${split} as split, ${value} as value, sum(n)::text as cases, ${total(0, sums)} as sums, ${total(sums, added)} as marks from (${fine}) f group by grouping sets (${sets.join(', ')})`
  }
}

type Decoded = {
  readonly count: number
  readonly isMadeUp: boolean
  readonly numbers: ReadonlyMap<string, number>
  readonly lacks: readonly Lack[]
  readonly sums: CellRow['sums']
}
type WordPart = { readonly name: string; readonly node: Node; readonly size: number }
type Word = { readonly kind: 'told' | 'lacks'; readonly parts: readonly WordPart[]; readonly node: Node }

/** As many parts together as one number holds. */
function wordsOf(parts: readonly WordPart[]): readonly { readonly parts: readonly WordPart[] }[] {
  const words: { parts: WordPart[] }[] = []
  let room = 0n
  for (const part of parts) {
    const size = BigInt(part.size)
    const word = words.at(-1)
    if (word === undefined || room < size) {
      words.push({ parts: [part] })
      room = WORD / size
    } else {
      word.parts.push(part)
      room /= size
    }
  }
  return words
}

function packed({ graph }: TrialNodes, parts: readonly WordPart[], when: { readonly isTold: Node; readonly otherwise: Node }): Node {
  let factor = 1n
  let constant = 0n
  const terms: { readonly node: Node; readonly factor: bigint }[] = []
  for (const { node, size } of parts) {
    if (typeof node.constant === 'bigint') constant += node.constant * factor
    else terms.push({ node, factor })
    factor *= BigInt(size)
  }
  const told = terms.reduce(
    (sum, term) => graph.make(['(', ' + ', `::int8 * ${term.factor})`], [sum, term.node], { type: 'int', isNullable: false }),
    graph.int(constant),
  )
  return graph.choose(when.isTold, told, when.otherwise)
}

function unpacked(parts: readonly WordPart[], word: bigint): readonly (readonly [string, number])[] {
  let rest = word
  return parts.map(({ name, size }) => {
    const number = rest % BigInt(size)
    rest /= BigInt(size)
    return [name, Number(number)] as const
  })
}
