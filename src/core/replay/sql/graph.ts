/** The single place for SQL expressions as a graph in which equal parts are one node, so that two versions share what they have in common. */

/** `int` covers counts, pence and lengths; a `code` stands for an option or a text. */
export type SqlType = 'bool' | 'int' | 'date' | 'code'

/** The least and the most a number can be, both included; of a date, days since 1 January 1970. */
export type Range = { readonly least: bigint; readonly most: bigint }

/**
 * What is known of a node before any row is read. `isNullable`: it may be missing or failed, which SQL says by null. `isRisky`: the database may refuse to work it out,
 * so that it stands only behind a condition.
 */
export type About = {
  readonly type: SqlType
  readonly isNullable: boolean
  readonly range?: Range
  readonly constant?: Constant
  readonly isRisky?: true
}
export type Constant = boolean | bigint | null

/** One expression: its text with gaps, and the nodes that stand in the gaps. */
export type Node = About & { readonly id: number; readonly pieces: readonly string[]; readonly parts: readonly Node[] }

const SQL_NAMES: Readonly<Record<SqlType, string>> = { bool: 'boolean', int: 'int8', date: 'date', code: 'int4' }

/** Makes nodes, each once. Null is what is not known, so the logic of `and`, `or` and `not` is that of SQL. */
export class Graph {
  readonly #made = new Map<string, Node>()
  readonly yes: Node = this.#constant('bool', 'true', true)
  readonly no: Node = this.#constant('bool', 'false', false)

  make(pieces: readonly string[], parts: readonly Node[], about: About): Node {
    const key = `${about.type}|${pieces.join('\u0000')}|${parts.map(({ id }) => id).join(',')}`
    const found = this.#made.get(key)
    if (found !== undefined) return found
    const node = { ...about, id: this.#made.size, pieces, parts }
    this.#made.set(key, node)
    return node
  }

  bool(value: boolean): Node {
    return value ? this.yes : this.no
  }

  int(value: bigint | number): Node {
    // Two signs beside each other would begin a comment.
    return this.#constant('int', value < 0 ? `(${value}::int8)` : `${value}::int8`, BigInt(value))
  }

  code(value: number): Node {
    return this.#constant('code', String(value), BigInt(value))
  }

  /** `date` has been found to be one; `day` is its day number. */
  date(date: string, day: number): Node {
    return this.#constant('date', `date '${date}'`, BigInt(day))
  }

  unknown(type: SqlType): Node {
    return this.#constant(type, `null::${SQL_NAMES[type]}`, null)
  }

  not(node: Node): Node {
    if (typeof node.constant === 'boolean') return this.bool(!node.constant)
    if (node.constant === null) return node
    const [inner] = node.parts
    if (node.pieces[0] === '(not ' && inner !== undefined) return inner
    return this.make(['(not ', ')'], [node], { type: 'bool', isNullable: node.isNullable })
  }

  and(...nodes: readonly Node[]): Node {
    return this.#joined(nodes, 'and')
  }

  or(...nodes: readonly Node[]): Node {
    return this.#joined(nodes, 'or')
  }

  /** `then` where the condition holds, `otherwise` where it does not, not known where that is not known. */
  choose(condition: Node, then: Node, otherwise: Node): Node {
    const { type } = then
    if (condition.constant === true) return then
    if (condition.constant === false) return otherwise
    if (condition.constant === null) return this.unknown(type)
    if (then === otherwise) return condition.isNullable ? this.when(this.isKnown(condition), then) : then
    if (then === this.yes && otherwise === this.no) return condition
    if (then === this.no && otherwise === this.yes) return this.not(condition)
    if (otherwise.constant === null) return this.when(condition, then)
    if (then.constant === null) return this.when(this.not(condition), otherwise)
    const about = { type, isNullable: condition.isNullable || then.isNullable || otherwise.isNullable, ...hull(then, otherwise) }
    if (!condition.isNullable) return this.make(['(case when ', ' then ', ' else ', ' end)'], [condition, then, otherwise], about)
    return this.make(['(case when ', ' then ', ' when not ', ' then ', ' end)'], [condition, then, condition, otherwise], about)
  }

  /** The same where it is certain that `otherwise` is not known if the condition is not. */
  chooseOr(condition: Node, then: Node, otherwise: Node): Node {
    if (condition.constant !== undefined || !condition.isNullable) return this.choose(condition, then, otherwise)
    const about = { type: then.type, isNullable: true, ...hull(then, otherwise) }
    return this.make(['(case when ', ' then ', ' else ', ' end)'], [condition, then, otherwise], about)
  }

  /** `then` where the condition holds, else not known. */
  when(condition: Node, then: Node): Node {
    if (condition.constant === true || then.constant === null) return then
    if (condition.constant !== undefined) return this.unknown(then.type)
    const about = { type: then.type, isNullable: true, ...(then.range && { range: then.range }) }
    return this.make(['(case when ', ' then ', ' end)'], [condition, then], about)
  }

  isKnown(node: Node): Node {
    if (node.constant !== undefined) return this.bool(node.constant !== null)
    return node.isNullable ? this.make(['(', ' is not null)'], [node], { type: 'bool', isNullable: false }) : this.yes
  }

  /** Whether a condition is known to hold: never null. */
  isTrue(node: Node): Node {
    if (node.constant === null) return this.no
    const inside = guarded(node)
    if (inside !== undefined) return this.and(this.isTrue(inside.condition), this.isTrue(inside.then))
    return node.isNullable ? this.make(['(', ' is true)'], [node], { type: 'bool', isNullable: false }) : node
  }

  /** Whether a condition is known not to hold: never null. */
  isFalse(node: Node): Node {
    if (node.constant === null) return this.no
    const inside = guarded(node)
    if (inside !== undefined) return this.and(this.isTrue(inside.condition), this.isFalse(inside.then))
    return node.isNullable ? this.make(['(', ' is false)'], [node], { type: 'bool', isNullable: false }) : this.not(node)
  }

  /** The node, or `otherwise` where it is not known. */
  orElse(node: Node, otherwise: Node): Node {
    if (!node.isNullable) return node
    if (node.constant === null) return otherwise
    return this.make(['coalesce(', ', ', ')'], [node, otherwise], {
      type: node.type,
      isNullable: otherwise.isNullable,
      ...hull(node, otherwise),
    })
  }

  #joined(nodes: readonly Node[], word: 'and' | 'or'): Node {
    const decisive = this.bool(word === 'or')
    const open = [...new Set(nodes.flatMap((node) => (node.pieces[1] === ` ${word} ` ? node.parts : [node])))].filter(
      ({ constant }) => constant !== (word === 'and'),
    )
    const [first] = open
    if (first === undefined) return this.bool(word === 'and')
    if (open.includes(decisive)) return decisive
    if (open.length === 1) return first
    const pieces = open.map((_, at) => (at === 0 ? '(' : ` ${word} `))
    return this.make([...pieces, ')'], open, { type: 'bool', isNullable: open.some(({ isNullable }) => isNullable) })
  }

  #constant(type: SqlType, text: string, constant: Constant): Node {
    const range = typeof constant === 'bigint' && type !== 'code' ? { range: { least: constant, most: constant } } : {}
    return this.make([text], [], { type, isNullable: constant === null, constant, ...range })
  }
}

/** What `when` made. */
function guarded({ pieces, parts }: Node): { readonly condition: Node; readonly then: Node } | undefined {
  const [condition, then] = parts
  return pieces.length === 3 && pieces[0] === '(case when ' && condition && then ? { condition, then } : undefined
}

function hull(a: Node, b: Node): { readonly range?: Range } {
  if (a.constant === null) return b.range === undefined ? {} : { range: b.range }
  if (b.constant === null) return a.range === undefined ? {} : { range: a.range }
  if (a.range === undefined || b.range === undefined) return {}
  return {
    range: {
      least: a.range.least < b.range.least ? a.range.least : b.range.least,
      most: a.range.most > b.range.most ? a.range.most : b.range.most,
    },
  }
}
