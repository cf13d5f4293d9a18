/** The single place for cliff edges: a penny or a day more, all else the same, and the outcome is another. */
import type { Prepared } from '#core/definition/index.ts'
import type { Question } from '#core/definition/model/question.ts'
import { evaluate, type Evaluation } from '#core/journey/index.ts'
import { Finder, freeBelow, type Pair } from '../model/finder.ts'
import { Model } from '../model/model.ts'
import type { Finding } from '../proof.ts'
import type { Prover } from '../prover.ts'
import type { Value } from '../reading/value.ts'
import { linear } from '../solver/operations/linear.ts'
import { among, between, isFixed, type Node } from '../solver/node.ts'
import type { Want } from '../wish.ts'

/** Steps of the solver for one edge. Most are found at once. */
const edgeBudget = 20_000

/** For every amount and date the outcome rests on, and for the day itself: whether one step turns one outcome into another. */
export function proveEdges(prover: Prover): void {
  const { prepared, model, places } = prover
  const { outcome, pages } = prepared.program
  if (outcome === undefined) return
  const before = model.node(outcome, pages.length)
  const below = freeBelow(before)
  const { today } = model.variables
  for (const { path, node } of [{ path: 'today', node: today }, ...steppedIn(prover)]) {
    const claim = {
      code: 'no-cliff-edge',
      at: path === 'today' ? places.of('outcome') : places.of(`questions.${path.replace(/\.\d+\./, '.')}`),
      about: { question: path },
    } as const
    if (!below.has(node)) prover.prove(claim)
    else new EdgeSearch(prover, { path, node, before }).prove(claim)
  }
}

type Stepped = { readonly path: string; readonly node: Node }

/** Amounts and dates, those of a group’s first entry among them. */
function steppedIn({ prepared, model }: Prover): readonly Stepped[] {
  return prepared.program.pages.flatMap(({ questions }, page) =>
    questions.flatMap((program) => {
      const answer = model.answer(page, program)
      const answers = program.question.kind === 'group' ? (answer.entries[0]?.members ?? []) : [answer]
      return answers.flatMap(({ path, program: { question }, free }) => {
        const node = free.find(({ what }) => what === 'value')?.node
        return node === undefined || !isStepped(question) ? [] : [{ path, node }]
      })
    }),
  )
}

function isStepped({ kind }: Question): boolean {
  return kind === 'money' || kind === 'date'
}

type Edge = Stepped & { readonly before: Node }

/** Looks for two people one step apart. */
class EdgeSearch {
  readonly #prover: Prover
  readonly #edge: Edge
  readonly #beside: Model

  constructor(prover: Prover, edge: Edge) {
    const { net } = prover.model.variables.ground
    const { node, path } = edge
    const step: Value = net.make('number', linear({ terms: [{ times: 1, of: node }], offset: 1 }, []))
    this.#prover = prover
    this.#edge = edge
    this.#beside = new Model(prover.model.variables, new Map([[path, step]]))
  }

  prove(claim: Parameters<Prover['prove']>[0]): void {
    const { model, budget, prepared, findings } = this.#prover
    const { outcome, pages } = prepared.program
    if (outcome === undefined) return
    const after = this.#beside.node(outcome, pages.length)
    if (after === this.#edge.before) return void this.#prover.prove(claim)
    const finder = new Finder(model, this.#beside)
    let isSure = true
    for (const [from, to] of this.#pairs(after)) {
      const wants = [this.#is(this.#edge.before, from), this.#is(after, to), ...this.#within()]
      const pair = finder.findPair({ wants, pages: pages.length, open: pages.length }, Math.min(budget, edgeBudget))
      const about = { question: this.#edge.path, outcome: from, other: to }
      if (typeof pair === 'object' && areSides(prepared, pair, about))
        findings.push({ code: 'cliff-edge', severity: 'warning', at: claim.at, about, ...pair })
      else if (pair !== 'none') isSure = false
    }
    if (findings.some(({ code, about }) => code === 'cliff-edge' && about.question === this.#edge.path)) return
    if (isSure) this.#prover.prove(claim)
    else this.#prover.leave(claim, 'budget')
  }

  /** Outcomes before and after the step that are not the same. */
  #pairs(after: Node): readonly (readonly [string, string])[] {
    const { model } = this.#prover
    const outcomes = this.#prover.prepared.program.scope.options['outcome'] ?? []
    const may = (node: Node): readonly string[] => outcomes.filter((outcome) => (node.choices & model.optionBit('outcome', outcome)) !== 0n)
    return may(this.#edge.before).flatMap((from) => may(after).flatMap((to) => (from === to ? [] : [[from, to] as const])))
  }

  #is(node: Node, outcome: string): Want {
    return { node, to: among(this.#prover.model.optionBit('outcome', outcome)) }
  }

  /** One step more is still an answer that may be given. */
  #within(): readonly Want[] {
    const { node } = this.#edge
    return isFixed(node) ? [] : [{ node, to: between(node.least, node.most - 1) }]
  }
}

/** Whether the real rules give the two outcomes on the two sides. */
function areSides(prepared: Prepared, { example, beside }: Pair, about: Finding['about']): boolean {
  const [from, to] = [example, beside].map(({ answers, today }): Evaluation => evaluate(prepared, answers, today))
  return from?.outcome === about.outcome && to?.outcome === about.other
}
