/** The single place where the column of a question becomes its value: masked where the question is not asked, judged as the version judges answers. */
import type { Question } from '#core/definition/model/question.ts'
import { penceOf } from '#core/definition/questions/money.ts'
import type { QuestionProgram } from '#core/definition/program/program.ts'
import { equal, among, ordered } from './comparison.ts'
import type { Column, Columns } from './columns.ts'
import type { Codes } from './codes.ts'
import type { About, Graph, Node } from './graph.ts'
import { type Refusals, type Scalar, sound, type Spots, type Sym } from './symbol.ts'

/** A column as it lies in the database. `node` is null where there is no answer. */
export type Raw = { readonly value: Sym; readonly isPresent: Node; readonly column: Column | undefined }

type Ground = { readonly graph: Graph; readonly codes: Codes; readonly refusals: Refusals; readonly columns: Columns }

/** Columns of one table of past cases, over one graph. */
export class Questions {
  readonly #graph: Graph
  readonly #codes: Codes
  readonly #refusals: Refusals
  readonly #columns: Columns

  constructor({ graph, codes, refusals, columns }: Ground) {
    this.#graph = graph
    this.#codes = codes
    this.#refusals = refusals
    this.#columns = columns
  }

  get today(): Scalar {
    const { least, most } = this.#columns.opened
    const range = { least: BigInt(least), most: BigInt(most) }
    const node = this.#leaf('opened', { type: 'date', isNullable: false, range })
    return { kind: 'scalar', node, fault: this.#graph.no, digits: this.#leaf('opened_digits', { type: 'int', isNullable: false }) }
  }

  /** The answer to a question, or of an entry of a group by its place from 1. */
  raw(path: string, { kind }: Pick<Question, 'kind'>, entry?: number): Raw {
    const column = Object.hasOwn(this.#columns.columns, path) ? this.#columns.columns[path] : undefined
    if (column === undefined) return { value: this.unanswered(kind), isPresent: this.#graph.no, column }
    if (!fits(kind, column)) this.#refusals.add(`“${path}”, which was answered as something else before`)
    const at = entry === undefined ? '' : `[${entry}]`
    // A member of an entry that is not there is null, and is looked at by nobody.
    const isNullable = column.hasGaps
    const node = this.#leaf(`${column.slot}${at}`, { type: columnType(column), isNullable, ...boundsOf(column) })
    const isPresent = this.#graph.isKnown(node)
    if (column.family === 'choices') return { value: this.#choices(node, column), isPresent, column }
    if (columnType(column) !== 'date') return { value: sound(this.#graph, node), isPresent, column }
    const digits = this.#leaf(`${column.slot.replace('d', 'e')}${at}`, { type: 'int', isNullable })
    return { value: { kind: 'scalar', node, fault: this.#graph.no, digits }, isPresent, column }
  }

  /** The value of a question nobody has answered. */
  unanswered(kind: Question['kind']): Sym {
    const { no } = this.#graph
    if (kind === 'many-of' || kind === 'group') return { kind: 'list', isGiven: no, isSound: no, fault: no, spots: [] }
    return sound(this.#graph, this.#graph.unknown(typeOf(kind)))
  }

  /** How many entries a group may have among the cases, and the node that counts them. */
  entries(id: string): { readonly most: number; readonly count: Node } {
    const column = Object.hasOwn(this.#columns.columns, id) ? this.#columns.columns[id] : undefined
    if (column?.family !== 'group') {
      if (column !== undefined) this.#refusals.add(`“${id}”, which was answered as something else before`)
      return { most: 0, count: this.#graph.unknown('int') }
    }
    return {
      most: Math.max(0, column.most),
      count: this.#leaf(column.slot, { type: 'int', isNullable: column.hasGaps, ...boundsOf(column) }),
    }
  }

  /** Whether an answer that is there would be accepted by itself. Never null. */
  isAccepted(question: Question, { value, column, isPresent }: Raw): Node {
    const graph = this.#graph
    if (column === undefined) return graph.yes
    if (value.kind === 'list') return graph.or(graph.not(isPresent), this.#areAccepted(question, column))
    if (value.kind !== 'scalar') return graph.yes
    const judged = this.#judged(question, value.node, column)
    return graph.not(graph.isFalse(judged))
  }

  /** Whether it is remembered that a question had an answer of another kind, or was left empty. */
  bit(word: 'given' | 'left', path: string): Node {
    const bit = this.#columns.bits.indexOf(path)
    if (bit < 0) return this.#graph.no
    const name = `${word === 'given' ? 'g' : 'l'}${Math.floor(bit / 62) + 1}`
    const leaf = this.#leaf(name, { type: 'int', isNullable: false })
    return this.#graph.make(['(', ` & ${1n << BigInt(bit % 62)} <> 0)`], [leaf], { type: 'bool', isNullable: false })
  }

  #judged(question: Question, node: Node, column: Column): Node {
    const graph = this.#graph
    const at = (bound: number) => graph.int(bound)
    switch (question.kind) {
      case 'number':
      case 'money': {
        const [min, max] = question.kind === 'number' ? [question.min, question.max] : [penceOf(question.min) ?? 0, penceOf(question.max)]
        const low = min === undefined ? graph.yes : ordered(graph, '>=', { left: node, right: at(min) })
        return graph.and(low, max === undefined ? graph.yes : ordered(graph, '<=', { left: node, right: at(max) }))
      }
      case 'one-of': {
        const options = question.options.map(({ id }) => id)
        if (column.seen.every((option) => options.includes(option))) return graph.yes
        return among(
          graph,
          node,
          options.map((option) => graph.code(this.#codes.of(option))),
        )
      }
      case 'declaration':
        return column.seen.includes('false') ? node : graph.yes
      default:
        return graph.yes
    }
  }

  #areAccepted(question: Question, column: Column): Node {
    const graph = this.#graph
    if (question.kind !== 'many-of') return graph.yes
    const options = new Set<string>(question.options.map(({ id }) => id))
    const mask = this.#leaf(column.slot, { type: 'int', isNullable: column.hasGaps })
    const bits = (chosen: (option: string) => boolean) =>
      column.seen.reduce((all, option, at) => (chosen(option) ? all | (1n << BigInt(at)) : all), 0n)
    const has = (word: bigint) =>
      word === 0n ? graph.no : graph.make(['(', ` & ${word} <> 0)`], [mask], { type: 'bool', isNullable: mask.isNullable })
    const isNone = question.none === undefined ? graph.no : has(bits((option) => option === question.none))
    const others = has(bits((option) => option !== question.none))
    const count = graph.make(['bit_count(', '::bit(64))'], [mask], {
      type: 'int',
      isNullable: mask.isNullable,
      range: { least: 0n, most: 62n },
    })
    const { min, max } = question
    const few = min === undefined ? graph.no : ordered(graph, '<', { left: count, right: graph.int(min) })
    const many = max === undefined ? graph.no : ordered(graph, '>', { left: count, right: graph.int(max) })
    const isEmpty = question.optional ? equal(graph, count, graph.int(0)) : graph.no
    const isOdd = graph.or(
      has(bits((option) => !options.has(option))),
      graph.choose(isNone, others, graph.and(graph.not(isEmpty), graph.or(few, many))),
    )
    return graph.not(graph.isTrue(isOdd))
  }

  #choices(mask: Node, column: Column): Spots {
    const graph = this.#graph
    const isKnown = graph.isKnown(mask)
    const spots = column.seen.map((option, at) => ({
      isThere: graph.yes,
      isPicked: graph.make(['(', ` & ${1n << BigInt(at)} <> 0)`], [mask], { type: 'bool', isNullable: mask.isNullable }),
      value: sound(graph, graph.code(this.#codes.of(option))),
    }))
    return { kind: 'list', isGiven: isKnown, isSound: isKnown, fault: graph.no, spots }
  }

  #leaf(name: string, about: About): Node {
    return this.#graph.make([`t.${name}`], [], about)
  }
}

/** The earliest and latest date of a question, and the options it offers under conditions: not null. */
export function isOffered(
  graph: Graph,
  codes: Codes,
  given: { readonly program: QuestionProgram; readonly value: Sym; readonly ask: (one: QuestionProgram['when']) => Scalar | undefined },
): Node {
  const { program, value, ask } = given
  const chosen = (option: string): Node => {
    if (value.kind === 'scalar') return graph.isTrue(equal(graph, value.node, graph.code(codes.of(option))))
    if (value.kind !== 'list') return graph.no
    return graph.or(
      ...value.spots.map((spot) =>
        graph.and(
          graph.isTrue(spot.isPicked),
          spot.value.kind === 'scalar' ? graph.isTrue(equal(graph, spot.value.node, graph.code(codes.of(option)))) : graph.no,
        ),
      ),
    )
  }
  const offers = [...program.offered].map(([option, when]) => {
    const isOpen = ask(when)
    return graph.or(graph.not(chosen(option)), isOpen === undefined ? graph.yes : graph.isTrue(isOpen.node))
  })
  if (value.kind !== 'scalar') return graph.and(...offers)
  const [earliest, latest] = [ask(program.earliest), ask(program.latest)]
  const early = earliest === undefined ? graph.no : graph.isTrue(ordered(graph, '<', { left: value.node, right: earliest.node }))
  const late = latest === undefined ? graph.no : graph.isTrue(ordered(graph, '>', { left: value.node, right: latest.node }))
  return graph.and(...offers, graph.not(early), graph.not(late))
}

function fits(kind: Question['kind'], { family, slot }: Column): boolean {
  if (kind === 'number' || kind === 'money') return family === 'number'
  if (kind === 'yes-no' || kind === 'declaration') return family === 'yes-no'
  if (kind === 'one-of') return family === 'choice'
  if (kind === 'many-of') return family === 'choices'
  return slot !== '' && kind === family
}

function typeOf(kind: Question['kind']): Node['type'] {
  switch (kind) {
    case 'number':
    case 'money':
      return 'int'
    case 'date':
    case 'month':
      return 'date'
    case 'yes-no':
    case 'declaration':
      return 'bool'
    default:
      return 'code'
  }
}

function columnType({ family }: Column): Node['type'] {
  switch (family) {
    case 'date':
    case 'month':
      return 'date'
    case 'yes-no':
      return 'bool'
    case 'choice':
      return 'code'
    default:
      return 'int'
  }
}

function boundsOf({ family, least, most }: Column): Pick<Node, 'range'> {
  const isBounded = family === 'number' || family === 'date' || family === 'month' || family === 'group'
  if (!isBounded || most < least) return {}
  return { range: { least: BigInt(least), most: BigInt(most) } }
}
