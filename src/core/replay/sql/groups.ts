/** The single place for groups that repeat in SQL: each entry there may be, the members asked of it, and what is wrong with them. */
import type { QuestionProgram } from '#core/definition/program/program.ts'
import type { Compiled } from '#core/expression/index.ts'
import type { Codes } from './codes.ts'
import { ordered } from './comparison.ts'
import type { Graph, Node } from './graph.ts'
import { isOffered, type Questions, type Raw } from './questions.ts'
import type { Asked, Flawed, Moment } from './asked.ts'
import type { Scalar, Sym } from './symbol.ts'

type Member = { readonly program: QuestionProgram; readonly path: string; readonly raw: Raw; readonly isThere: Node }
type ReadMember = {
  readonly path: string
  readonly isAsked: Node
  readonly isEmpty: Node
  readonly isOdd: Node
  readonly isMissing: Node
  readonly isRefused: Node
  readonly value: Sym
  readonly id: string
}
type Ground = {
  readonly graph: Graph
  readonly codes: Codes
  readonly questions: Questions
  readonly evaluate: (compiled: Compiled, moment: Moment, own: ReadonlyMap<string, Sym>) => Scalar
}

/** Groups of one version. */
export class Groups {
  readonly #ground: Ground

  constructor(ground: Ground) {
    this.#ground = ground
  }

  asked(program: QuestionProgram, { isAsked, before }: { readonly isAsked: Node; readonly before: Moment }): Asked {
    const { graph, questions } = this.#ground
    const { question } = program
    const { most, count } = questions.entries(question.id)
    const isPresent = graph.isKnown(count)
    const entries = Array.from({ length: most }, (_, at) => {
      const isThere = graph.isTrue(ordered(graph, '>=', { left: count, right: graph.int(at + 1) }))
      return { isThere, members: this.#members(program, { entry: at + 1, isThere, before }) }
    })
    const isMiscounted = this.#isMiscounted(question, count)
    const kinds = entries.flatMap(({ members }) => members.map(({ isOdd }) => isOdd))
    const isFirstFine = graph.not(graph.or(isMiscounted, ...kinds))
    const flaws = this.#flaws(program, { entries, isFirstFine, isMiscounted })
    const isMissing = question.optional ? graph.no : graph.not(isPresent)
    const isFlawed = graph.or(...flaws.flatMap((flaw) => [flaw.isMissing, flaw.isRefused]))
    const isIn = graph.and(isAsked, isPresent, graph.not(isFlawed))
    return {
      program,
      isAsked,
      taken: {
        kind: 'list',
        isGiven: isIn,
        isSound: isIn,
        fault: graph.no,
        spots: entries.map(({ isThere, members }) => ({
          isThere,
          isPicked: graph.yes,
          value: { kind: 'fields', fields: Object.fromEntries(members.map(({ id, value }) => [id, value])) },
        })),
      },
      flaws: [{ path: question.id, isMissing, isRefused: isMiscounted }, ...flaws.filter(({ path }) => path !== question.id)],
      entries: entries.map(({ isThere, members }) => ({ isThere, members })),
      isUnanswered: graph.not(isPresent),
    }
  }

  #isMiscounted(question: QuestionProgram['question'], count: Node): Node {
    const { graph } = this.#ground
    if (question.kind !== 'group') return graph.no
    const few = ordered(graph, '<', { left: count, right: graph.int(question.min) })
    return graph.isTrue(graph.or(few, ordered(graph, '>', { left: count, right: graph.int(question.max) })))
  }

  #flaws(
    program: QuestionProgram,
    {
      entries,
      isFirstFine,
      isMiscounted,
    }: {
      readonly entries: readonly { readonly members: readonly ReadMember[] }[]
      readonly isFirstFine: Node
      readonly isMiscounted: Node
    },
  ): readonly Flawed[] {
    const { graph } = this.#ground
    const members = program.of.map(({ question }, at): Flawed => {
      const own = entries.flatMap((entry) => entry.members[at] ?? [])
      const isLater = (part: 'isMissing' | 'isRefused') => graph.and(isFirstFine, graph.or(...own.map((one) => one[part])))
      const isOdd = graph.and(graph.not(isMiscounted), graph.or(...own.map((one) => one.isOdd)))
      return {
        path: `${program.question.id}.${question.id}`,
        isMissing: isLater('isMissing'),
        isRefused: graph.or(isOdd, isLater('isRefused')),
      }
    })
    return [{ path: program.question.id, isMissing: graph.no, isRefused: isMiscounted }, ...members]
  }

  /** The members of one entry in order: each may read those before it. */
  #members(
    program: QuestionProgram,
    at: { readonly entry: number; readonly isThere: Node; readonly before: Moment },
  ): readonly ReadMember[] {
    const { questions } = this.#ground
    const own = new Map<string, Sym>(program.of.map(({ question }) => [question.id, questions.unanswered(question.kind)]))
    const read = program.of.map((member) => {
      const path = `${program.question.id}.${member.question.id}`
      const raw = questions.raw(path, member.question, at.entry)
      const one = this.#member({ program: member, path, raw, isThere: at.isThere }, at.before, own)
      own.set(member.question.id, one.value)
      return one
    })
    return read.map((one, place) => ({
      ...one,
      isRefused: this.#ground.graph.or(one.isRefused, this.#isInvalid(program.of[place], { one, before: at.before, own })),
    }))
  }

  #member({ program, path, raw, isThere }: Member, before: Moment, own: ReadonlyMap<string, Sym>): ReadMember {
    const { graph, codes, questions, evaluate } = this.#ground
    const { question } = program
    const known = new Map(own)
    const ask = (one: Compiled | undefined) => (one === undefined ? undefined : evaluate(one, before, known))
    const when = ask(program.when)
    const isAsked = graph.and(isThere, when === undefined ? graph.yes : graph.isTrue(when.node))
    const isOdd = graph.and(isThere, raw.isPresent, graph.not(questions.isAccepted(question, raw)))
    const isOpen = isOffered(graph, codes, { program, value: raw.value, ask })
    const isAbsent = raw.column?.hasGaps === false ? graph.no : graph.not(raw.isPresent)
    const isRefused = graph.and(isAsked, raw.isPresent, graph.not(isOpen))
    const isMissing = question.optional ? graph.no : graph.and(isAsked, isAbsent)
    const isIn = when === undefined ? isOpen : graph.and(graph.isTrue(when.node), isOpen)
    const isEmpty = graph.and(isThere, graph.or(graph.not(isAsked), isAbsent))
    return { id: question.id, path, isAsked, isEmpty, isOdd, isMissing, isRefused, value: this.#masked(raw.value, isIn) }
  }

  #isInvalid(
    program: QuestionProgram | undefined,
    { one, before, own }: { readonly one: ReadMember; readonly before: Moment; readonly own: ReadonlyMap<string, Sym> },
  ): Node {
    const { graph, evaluate } = this.#ground
    const fails = program?.valid.map(({ is }) => graph.isFalse(evaluate(is, before, own).node)) ?? []
    return graph.and(one.isAsked, graph.not(one.isEmpty), graph.or(...fails))
  }

  #masked(value: Sym, isIn: Node): Sym {
    const { graph } = this.#ground
    if (isIn === graph.yes || value.kind === 'fields') return value
    if (value.kind === 'list') return { ...value, isGiven: graph.and(isIn, value.isGiven), isSound: graph.and(isIn, value.isSound) }
    const digits = value.digits && graph.when(isIn, value.digits)
    return { ...value, node: graph.when(isIn, value.node), ...(digits && { digits }) }
  }
}
