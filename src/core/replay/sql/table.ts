/** The single place where a decision table becomes SQL: by its hit policy, and not known wherever a missing answer could change the result. */
import type { CompiledTable, TableTrees } from '#core/decision/index.ts'
import { areApart } from './apart.ts'
import type { Translator } from './expression.ts'
import type { Graph, Node } from './graph.ts'
import { type Around, type Fields, type Refusals, type Scalar, sound, type Spots, type Sym } from './symbol.ts'

type Row = TableTrees['rows'][number]
/** A row in SQL: whether it matches (null where that is not known), whether it failed, and what it gives, all of it known or none. */
type Matched = { readonly row: Row; readonly match: Node; readonly fault: Node; readonly gives: Readonly<Record<string, Node>> }

/** Tables of one graph. */
export class Tables {
  readonly #graph: Graph
  readonly #translator: Translator
  readonly #refusals: Refusals

  constructor({ graph, translator, refusals }: { readonly graph: Graph; readonly translator: Translator; readonly refusals: Refusals }) {
    this.#graph = graph
    this.#translator = translator
    this.#refusals = refusals
  }

  of(table: CompiledTable, around: Around): Sym {
    const { policy, collect, inputs, rows } = table.trees
    const items = new Map(inputs.map((input, at) => [`input ${at}`, this.#translator.of(input, around)] as const))
    const outputs = Object.keys(table.outputs)
    const matched = rows.map((row) => this.#matched(row, { outputs, around: { ...around, items } }))
    if (policy === 'rule-order' || (policy === 'collect' && collect === 'list')) return this.#list(matched)
    const fields = outputs.map((output, at) => [output, sound(this.#graph, this.#field(table, matched, { output, at }))] as const)
    return { kind: 'fields', fields: Object.fromEntries(fields) } satisfies Fields
  }

  #matched(row: Row, { outputs, around }: { readonly outputs: readonly string[]; readonly around: Around }): Matched {
    const graph = this.#graph
    const tests = row.tests.flatMap((test) => (test === undefined ? [] : [this.#translator.scalar(test, around)]))
    const match = graph.and(...tests.map(({ node }) => node))
    const fails = graph.or(...tests.map(({ fault }) => fault))
    const isMissing = graph.or(...tests.map(({ node, fault }) => graph.and(graph.not(graph.isKnown(node)), graph.not(fault))))
    const results = row.results.map((result) => this.#translator.scalar(result, around).node)
    const areKnown = graph.and(...results.map((node) => graph.isKnown(node)))
    const gives = outputs.map((output, at) => [output, graph.when(areKnown, results[at] ?? graph.unknown('bool'))] as const)
    return {
      row,
      match,
      fault: graph.and(fails, graph.not(graph.isFalse(match)), graph.not(isMissing)),
      gives: Object.fromEntries(gives),
    }
  }

  #field(table: CompiledTable, rows: readonly Matched[], { output, at }: { readonly output: string; readonly at: number }): Node {
    const { policy, collect } = table.trees
    switch (policy) {
      case 'first':
        return this.#first(rows, output)
      case 'unique':
        return areApart(table.trees.rows) ? this.#first(rows, output) : this.#only(rows, output)
      case 'any':
        return this.#any(rows, output)
      case 'priority':
        return this.#priority(rows, output)
      default:
        if (collect === 'count' && at > 0) return this.#graph.unknown('int')
        return collect === 'sum' || collect === 'count' ? this.#sum(rows, output, collect) : this.#most(rows, output, collect)
    }
  }

  #unknown(rows: readonly Matched[], output: string): Node {
    return this.#graph.unknown(rows[0]?.gives[output]?.type ?? 'bool')
  }

  /** A row that may match before the first that does leaves it open. */
  #first(rows: readonly Matched[], output: string): Node {
    return rows.reduceRight(
      (rest, { match, gives }) => this.#graph.choose(match, this.#out(gives, output), rest),
      this.#unknown(rows, output),
    )
  }

  #only(rows: readonly Matched[], output: string): Node {
    const graph = this.#graph
    const pieces = rows.map((_, at) => (at === 0 ? '(' : '::int4 + '))
    const about = { type: 'int', isNullable: rows.some(({ match }) => match.isNullable) } as const
    const count = graph.make(
      [...pieces, '::int4 = 1)'],
      rows.map(({ match }) => match),
      { ...about, type: 'bool' },
    )
    return rows.length === 0 ? this.#unknown(rows, output) : graph.when(count, this.#first(rows, output))
  }

  #any(rows: readonly Matched[], output: string): Node {
    const graph = this.#graph
    if (rows.some(({ gives }) => Object.values(gives).some(({ constant }) => constant === undefined)))
      this.#refusals.add('an any table that calculates')
    const groups = Map.groupBy(rows, ({ gives }) =>
      Object.values(gives)
        .map(({ id }) => id)
        .join(','),
    )
    const faults = graph.or(...rows.map(({ fault }) => fault))
    return [...groups].reduceRight(
      (rest, [key, own]) => {
        const others = graph.or(...[...groups].filter(([other]) => other !== key).flatMap(([, some]) => some.map(({ match }) => match)))
        const isIt = graph.and(graph.isTrue(graph.or(...own.map(({ match }) => match))), graph.isFalse(others), graph.not(faults))
        return graph.choose(isIt, this.#out(own[0]?.gives, output), rest)
      },
      this.#unknown(rows, output),
    )
  }

  #priority(rows: readonly Matched[], output: string): Node {
    const graph = this.#graph
    const faults = graph.or(...rows.map(({ fault }) => fault))
    const ranks = [...Map.groupBy(rows, ({ row }) => row.rank)].sort(([a], [b]) => a - b)
    const best = ranks.reduceRight(
      (rest, [, own]) => graph.choose(graph.or(...own.map(({ match }) => match)), this.#out(own[0]?.gives, output), rest),
      this.#unknown(rows, output),
    )
    return graph.when(graph.not(faults), best)
  }

  #sum(rows: readonly Matched[], output: string, collect: 'sum' | 'count'): Node {
    const graph = this.#graph
    const { arithmetic } = this.#translator.calls
    const nothing = sound(graph, graph.int(0))
    const total = rows.reduce<Scalar>((sum, { match, gives }) => {
      const given = this.#out(gives, output)
      const own = collect === 'sum' ? given : graph.when(graph.isKnown(given), graph.int(1))
      return arithmetic.add({ a: sum, b: sound(graph, graph.choose(match, own, nothing.node)) })
    }, nothing)
    return total.node
  }

  #most(rows: readonly Matched[], output: string, collect: 'min' | 'max' | 'list'): Node {
    const graph = this.#graph
    const list = this.#spots(rows, ({ gives }) => sound(graph, this.#out(gives, output)))
    const isSound = graph.and(
      list.isSound,
      ...rows.map(({ match, gives }) => graph.or(graph.isFalse(match), graph.isKnown(this.#out(gives, output)))),
    )
    return this.#translator.calls.lists.most({ ...list, isSound }, collect === 'min' ? '<' : '>').node
  }

  #list(rows: readonly Matched[]): Spots {
    const list = this.#spots(rows, ({ gives }) => ({
      kind: 'fields',
      fields: Object.fromEntries(Object.entries(gives).map(([output, node]) => [output, sound(this.#graph, node)])),
    }))
    const given = rows.map(({ match, gives }) => {
      const [first] = Object.values(gives)
      return first === undefined ? this.#graph.yes : this.#graph.or(this.#graph.isFalse(match), this.#graph.isKnown(first))
    })
    const isSound = this.#graph.and(list.isSound, ...given)
    return { ...list, isGiven: isSound, isSound }
  }

  #spots(rows: readonly Matched[], value: (row: Matched) => Sym): Spots {
    const graph = this.#graph
    const isSound = graph.and(...rows.map(({ match }) => graph.isKnown(match)))
    const spots = rows.map((row) => ({ isThere: graph.yes, isPicked: row.match, value: value(row) }))
    return { kind: 'list', isGiven: isSound, isSound, fault: graph.no, spots }
  }

  #out(gives: Matched['gives'] | undefined, output: string): Node {
    return gives?.[output] ?? this.#graph.unknown('bool')
  }
}
