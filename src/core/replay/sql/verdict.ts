/** The single place where SQL says what a version would do with a case, or that it can't be told and why: `verdict.ts` beside, for all cases at once. */
import { exitOutcome, OPEN } from '../verdict.ts'
import { Arithmetic } from './arithmetic.ts'
import type { Node } from './graph.ts'
import type { Asked, Moment } from './asked.ts'
import { type Ground, isGivenIn, Rules } from './rules.ts'
import { type Scalar, sound } from './symbol.ts'
import type { Side } from '../side.ts'
import type { Compiled } from '#core/expression/index.ts'

/** How a question lacks, as numbers; 0 where it does not. */
export const LACKS = ['', 'not-asked', 'not-kept', 'not-accepted'] as const

/** So many questions are asked where the condition holds. */
export type Share = { readonly isIn: Node; readonly count: Node }

/** What a version says of a case, in nodes. Only `fee` and `shown` can be null. */
export type SqlVerdict = {
  readonly isTold: Node
  /** Told with every answer there: only then it is known what would be asked. */
  readonly isWhole: Node
  readonly outcome: Node
  readonly fee: Node
  readonly shown: ReadonlyMap<string, Node>
  /** By question, numbers of `LACKS`. */
  readonly lacks: ReadonlyMap<string, Node>
  readonly asked: readonly Share[]
}

type Exit = { readonly id: string; readonly page: number; readonly isReached: Node }
type Page = { readonly isReached: Node; readonly questions: readonly Asked[] }

/** The verdict of one version over the graph of both. */
export function sqlVerdict(side: Side, ground: Ground): SqlVerdict {
  return new Verdict(side, ground).read()
}

class Verdict {
  readonly #rules: Rules
  readonly #ground: Ground
  readonly #exits: readonly Exit[]
  readonly #pages: readonly Page[]
  readonly #end: Moment

  constructor(side: Side, ground: Ground) {
    const { graph } = ground
    const { program, schedule } = side.prepared
    this.#ground = ground
    this.#rules = new Rules(side, ground)
    this.#end = { after: program.pages.length - 1 }
    this.#exits = schedule.after.flatMap(({ exits }, page) =>
      exits.map(({ id, when }) => ({ id, page, isReached: this.#rules.holds(when, { after: page }) })),
    )
    this.#pages = program.pages.map(({ questions }, page) => ({
      isReached: graph.and(...this.#exits.filter((exit) => exit.page < page).map(({ isReached }) => graph.not(isReached))),
      questions: questions.flatMap(({ question }) => this.#rules.asked(question.id) ?? []),
    }))
  }

  read(): SqlVerdict {
    const { graph } = this.#ground
    const { program } = this.#rules.side.prepared
    const lacks = this.#lacks()
    const isWhole = graph.and(...[...lacks.values()].map((lack) => graph.make(['(', ' = 0)'], [lack], { type: 'bool', isNullable: false })))
    const isRefused = graph.or(
      ...this.#pages.flatMap(({ isReached, questions }) => questions.map((asked) => graph.and(isReached, this.#isRefused(asked)))),
    )
    const isSure = this.#rules.side.isSettled && lacks.size > 0 ? graph.and(graph.not(isRefused), this.#isSettled()) : graph.no
    const isOpen = graph.not(graph.or(...this.#exits.map(({ isReached }) => isReached)))
    const shown = this.#rules.side.shown.map((id) => {
      const result = this.#rules.result(id, this.#end)
      if (result.kind !== 'scalar') this.#ground.refusals.add(`the list ${id} that people are shown`)
      return [id, result.kind === 'scalar' ? graph.when(isOpen, result.node) : graph.unknown('int')] as const
    })
    const fee = program.fee === undefined ? graph.unknown('int') : graph.when(isOpen, this.#rules.scalar(program.fee, this.#end).node)
    return { isTold: graph.or(isWhole, isSure), isWhole, outcome: this.#outcome(), fee, shown: new Map(shown), lacks, asked: this.#asked() }
  }

  #code(outcome: string): Node {
    return this.#ground.graph.code(this.#ground.codes.of(outcome))
  }

  #outcome(): Node {
    const { graph } = this.#ground
    const { outcome } = this.#rules.side.prepared.program
    const proposed = outcome === undefined ? this.#code(OPEN) : graph.orElse(this.#rules.scalar(outcome, this.#end).node, this.#code(OPEN))
    return this.#exits.reduceRight((rest, { id, isReached }) => graph.choose(isReached, this.#code(exitOutcome(id)), rest), proposed)
  }

  #lacks(): ReadonlyMap<string, Node> {
    const { graph } = this.#ground
    const lacks = new Map<string, Node>()
    for (const { isReached, questions } of this.#pages) {
      for (const asked of questions) {
        for (const [path, lack] of this.#lacksOf(asked)) {
          const code = graph.choose(isReached, lack, graph.int(0))
          if (code.constant !== 0n) lacks.set(path, code)
        }
      }
    }
    return lacks
  }

  #lacksOf(asked: Asked): readonly (readonly [string, Node])[] {
    const { graph } = this.#ground
    const { optional } = this.#rules.side
    const { questions } = this.#rules
    const number = (because: (typeof LACKS)[number]) => graph.int(LACKS.indexOf(because))
    return asked.flaws.map(({ path, isMissing, isRefused }, at) => {
      const isInvalid = at === 0 ? this.#rules.isInvalid(path) : graph.no
      const isUnsure = optional.has(path) ? graph.and(this.#isEmpty(asked, path), graph.not(questions.bit('left', path))) : graph.no
      const why = graph.choose(questions.bit('given', path), number('not-kept'), number('not-asked'))
      const missing = graph.choose(graph.and(asked.isAsked, graph.or(isMissing, isUnsure)), why, number(''))
      return [path, graph.choose(graph.and(asked.isAsked, graph.or(isRefused, isInvalid)), number('not-accepted'), missing)]
    })
  }

  /** Whether a question that may be left has no answer, or one that an entry of a group has not. */
  #isEmpty(asked: Asked, path: string): Node {
    const { graph } = this.#ground
    if (path === asked.program.question.id) return asked.isUnanswered
    const isEmpty = asked.entries.flatMap(({ members }) => members.filter((member) => member.path === path).map((member) => member.isEmpty))
    return graph.and(isGivenIn(graph, asked.taken), graph.not(this.#rules.isInvalid(asked.program.question.id)), graph.or(...isEmpty))
  }

  #isRefused(asked: Asked): Node {
    const { graph } = this.#ground
    return graph.and(
      asked.isAsked,
      graph.or(this.#rules.isInvalid(asked.program.question.id), ...asked.flaws.map(({ isRefused }) => isRefused)),
    )
  }

  /** Whether all that is compared is known although answers are missing. */
  #isSettled(): Node {
    const { graph } = this.#ground
    const { exits, outcome, fee } = this.#rules.side.prepared.program
    const isKnown = (moment: Moment, but?: string) =>
      graph.and(...exits.filter(({ id }) => id !== but).map(({ when }) => this.#isKnown(this.#rules.scalar(when, moment))))
    const results = [outcome, fee].filter((one): one is Compiled => one !== undefined).map((one) => this.#rules.scalar(one, this.#end))
    const shown = this.#rules.side.shown.map((id) => this.#rules.result(id, this.#end))
    const atEnd = graph.and(
      isKnown(this.#end),
      ...[...results, ...shown].map((one) => (one.kind === 'scalar' ? this.#isKnown(one) : graph.no)),
    )
    return this.#exits.reduceRight((rest, { id, page, isReached }) => graph.choose(isReached, isKnown({ after: page }, id), rest), atEnd)
  }

  #isKnown({ node, fault }: Scalar): Node {
    return this.#ground.graph.or(this.#ground.graph.isKnown(node), fault)
  }

  #asked(): readonly Share[] {
    const { graph, refusals } = this.#ground
    const one = graph.int(1)
    const arithmetic = new Arithmetic(graph, refusals)
    return this.#pages.flatMap(({ isReached, questions }) =>
      questions.map((asked): Share => {
        const isIn = graph.and(isReached, asked.isAsked)
        if (asked.program.question.kind !== 'group') return { isIn, count: one }
        const members = asked.entries.flatMap((entry) => entry.members.map((member) => graph.choose(member.isAsked, one, graph.int(0))))
        const count = members.reduce((sum, node) => arithmetic.add({ a: sound(graph, sum), b: sound(graph, node) }).node, graph.int(0))
        return { isIn, count: graph.choose(isGivenIn(graph, asked.taken), count, one) }
      }),
    )
  }
}
