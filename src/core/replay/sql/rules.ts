/** The single place where the names of a version are worked out in SQL, each as it stands after a page: what is asked later is not known yet. */
import type { Derived, QuestionProgram } from '#core/definition/program/program.ts'
import type { Compiled, Type } from '#core/expression/index.ts'
import { dayNumber, isDate } from '#core/value/calendar-date.ts'
import type { Side } from '../side.ts'
import type { Codes } from './codes.ts'
import type { Columns } from './columns.ts'
import { Translator } from './expression.ts'
import type { Graph, Node, SqlType } from './graph.ts'
import type { Asked, Moment } from './asked.ts'
import { Groups } from './groups.ts'
import { isOffered, Questions } from './questions.ts'
import { type Refusals, type Scalar, sound, type Sym } from './symbol.ts'
import { Tables } from './table.ts'

/** What both versions share: one graph over one table of past cases. */
export type Ground = { readonly graph: Graph; readonly codes: Codes; readonly refusals: Refusals; readonly columns: Columns }

/** The names of one version. */
export class Rules {
  readonly side: Side
  readonly questions: Questions
  readonly groups: Groups
  readonly #ground: Ground
  readonly #translator: Translator
  readonly #tables: Tables
  readonly #values = new Map<string, Sym>()
  readonly #asked = new Map<string, Asked>()
  readonly #pageOf: ReadonlyMap<string, { readonly page: number; readonly at: number; readonly program: QuestionProgram }>
  readonly #dueAfter: ReadonlyMap<string, readonly number[]>
  readonly #derived: ReadonlyMap<string, Derived>

  constructor(side: Side, ground: Ground) {
    this.side = side
    this.#ground = ground
    this.questions = new Questions(ground)
    this.#translator = new Translator(ground)
    this.#tables = new Tables({ ...ground, translator: this.#translator })
    this.groups = new Groups({
      ...ground,
      questions: this.questions,
      evaluate: (compiled, moment, own) => this.scalar(compiled, moment, own),
    })
    const { program, schedule } = side.prepared
    const placed = program.pages.flatMap(({ questions }, page) =>
      questions.map((asked, at) => [asked.question.id, { page, at, program: asked }] as const),
    )
    this.#pageOf = new Map(placed)
    this.#derived = new Map(program.derived.map((one) => [one.id, one]))
    const due = new Map<string, number[]>(schedule.first.map(({ id }) => [id, [-1]]))
    for (const [page, { derived }] of schedule.after.entries()) for (const { id } of derived) due.set(id, [...(due.get(id) ?? []), page])
    this.#dueAfter = due
  }

  get graph(): Graph {
    return this.#ground.graph
  }

  /** The value of an expression; `own` are names that mean something else in it. */
  of(compiled: Compiled, moment: Moment, own: ReadonlyMap<string, Sym> = new Map()): Sym {
    return this.#translator.of(compiled.ast, this.#around(moment, own))
  }

  scalar(compiled: Compiled, moment: Moment, own?: ReadonlyMap<string, Sym>): Scalar {
    return this.#translator.calls.lists.scalar(this.of(compiled, moment, own))
  }

  /** Whether a condition is known to hold. Never null. */
  holds(compiled: Compiled | undefined, moment: Moment, own?: ReadonlyMap<string, Sym>): Node {
    return compiled === undefined ? this.graph.yes : this.graph.isTrue(this.scalar(compiled, moment, own).node)
  }

  /** What a name worked out gave, its failure included. */
  result(id: string, moment: Moment): Sym {
    return this.#derivedAt(id, moment, 'result')
  }

  /** One question of a page, as its version asks and judges it. */
  asked(id: string): Asked | undefined {
    const place = this.#pageOf.get(id)
    if (place === undefined) return undefined
    const found = this.#asked.get(id)
    if (found !== undefined) return found
    const asked = this.#ask(place)
    this.#asked.set(id, asked)
    return asked
  }

  /** Whether a page counts. Never null. */
  counts(page: number): Node {
    const conditions = this.side.prepared.program.pages[page]?.when ?? []
    return this.graph.and(...conditions.map((when) => this.holds(when, { after: page - 1 })))
  }

  #ask({ page, at, program }: { readonly page: number; readonly at: number; readonly program: QuestionProgram }): Asked {
    const { graph, questions } = this
    const { question } = program
    const before = { after: page - 1, within: at }
    const isAsked = graph.and(this.counts(page), this.holds(program.when, { after: page - 1 }))
    if (question.kind === 'group') return this.groups.asked(program, { isAsked, before })
    const raw = questions.raw(question.id, question)
    const ask = (one: Compiled | undefined) => (one === undefined ? undefined : this.scalar(one, before))
    const isFine = graph.and(questions.isAccepted(question, raw), isOffered(graph, this.#ground.codes, { program, value: raw.value, ask }))
    const isMissing = question.optional ? graph.no : graph.not(raw.isPresent)
    const isRefused = graph.and(raw.isPresent, graph.not(isFine))
    const taken = this.#masked(raw.value, graph.and(isAsked, isFine))
    return {
      program,
      isAsked,
      taken,
      flaws: [{ path: question.id, isMissing, isRefused }],
      entries: [],
      isUnanswered: graph.not(raw.isPresent),
    }
  }

  /** Whether an answer that was taken is held to fail a condition on it. */
  isInvalid(id: string): Node {
    const place = this.#pageOf.get(id)
    const asked = this.asked(id)
    if (place === undefined || asked === undefined || place.program.valid.length === 0) return this.graph.no
    const moment = { after: place.page, unjudged: place.page }
    const fails = place.program.valid.map(({ is }) => this.graph.isFalse(this.scalar(is, moment).node))
    return this.graph.and(isGivenIn(this.graph, asked.taken), ...[this.graph.or(...fails)])
  }

  #around({ after, within, unjudged }: Moment, own: ReadonlyMap<string, Sym>) {
    return {
      variable: (name: string) =>
        own.get(name) ??
        this.#value(name, { after, ...(within === undefined ? {} : { within }), ...(unjudged === undefined ? {} : { unjudged }) }),
      items: new Map<string, Sym>(),
      constants: this.side.prepared.program.constants,
    }
  }

  #value(name: string, moment: Moment): Sym {
    if (name === 'today') return this.questions.today
    const { constants, scope } = this.side.prepared.program
    if (Object.hasOwn(constants, name)) return this.#constant(name, constants[name])
    const place = this.#pageOf.get(name)
    if (place === undefined) return this.#derivedAt(name, moment, 'value')
    const isTaken = place.page <= moment.after || (place.page === moment.after + 1 && place.at < (moment.within ?? 0))
    if (!isTaken) return this.#unknown(scope.variables[name])
    const asked = this.asked(name)
    if (asked === undefined) return this.#unknown(scope.variables[name])
    const isJudged = place.page <= moment.after && place.page !== moment.unjudged && place.program.valid.length > 0
    return isJudged ? this.#kept(`${name} judged`, () => this.#masked(asked.taken, this.graph.not(this.isInvalid(name)))) : asked.taken
  }

  #derivedAt(id: string, moment: Moment, which: 'value' | 'result'): Sym {
    const one = this.#derived.get(id)
    const last = (this.#dueAfter.get(id) ?? []).findLast((page) => page <= moment.after)
    if (one === undefined || last === undefined) return this.#unknown(one?.type)
    const at = { after: last, ...(moment.unjudged === undefined || last < moment.unjudged ? {} : { unjudged: moment.unjudged }) }
    const made = this.#kept(`${id} ${at.after} ${at.unjudged ?? ''}`, () =>
      one.kind === 'table' ? this.#tables.of(one.table, this.#around(at, new Map())) : this.of(one.compiled, at),
    )
    return which === 'result' ? made : unfailing(this.graph, made)
  }

  #kept(key: string, make: () => Sym): Sym {
    const found = this.#values.get(key)
    if (found !== undefined) return found
    const made = make()
    this.#values.set(key, made)
    return made
  }

  #constant(name: string, value: unknown): Sym {
    const type = this.side.prepared.program.scope.variables[name]
    if (typeof value === 'number') return sound(this.graph, this.graph.int(value))
    if (typeof value !== 'string') return this.#unknown(type)
    if (type?.kind !== 'date' || !isDate(value)) return sound(this.graph, this.graph.code(this.#ground.codes.of(value)))
    const digits = this.graph.int(Number(value.replaceAll('-', '')))
    return { kind: 'scalar', node: this.graph.date(value, dayNumber(value)), fault: this.graph.no, digits }
  }

  #unknown(type: Type | undefined): Sym {
    const { no } = this.graph
    if (type?.kind === 'list') return { kind: 'list', isGiven: no, isSound: no, fault: no, spots: [] }
    if (type?.kind === 'map')
      return {
        kind: 'fields',
        fields: Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, this.#unknown(field)])),
      }
    return sound(this.graph, this.graph.unknown(type === undefined ? 'bool' : sqlType(type)))
  }

  #masked(value: Sym, isIn: Node): Sym {
    const { graph } = this
    if (isIn === graph.yes) return value
    if (value.kind === 'scalar') {
      const digits = value.digits && graph.when(isIn, value.digits)
      return { ...value, node: graph.when(isIn, value.node), ...(digits && { digits }) }
    }
    if (value.kind === 'list') return { ...value, isGiven: graph.and(isIn, value.isGiven), isSound: graph.and(isIn, value.isSound) }
    return value
  }
}

/** A name passes a failure on as what is not known. */
function unfailing(graph: Graph, value: Sym): Sym {
  return value.kind === 'fields' ? value : { ...value, fault: graph.no }
}

/** Whether an answer counts. Never null. */
export function isGivenIn(graph: Graph, value: Sym): Node {
  return value.kind === 'scalar' ? graph.isKnown(value.node) : value.kind === 'list' ? value.isSound : graph.no
}

function sqlType({ kind }: Type): SqlType {
  switch (kind) {
    case 'bool':
    case 'date':
      return kind
    case 'string':
    case 'option':
      return 'code'
    default:
      return 'int'
  }
}
