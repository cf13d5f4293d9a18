/** The single place for cliff edges: a penny, a day, a month, one or one entry more, all else the same, and the outcome is another. */
import type { QuestionProgram } from '#core/definition/program/program.ts'
import { evaluate, type Evaluation } from '#core/journey/index.ts'
import { type Answers, type GroupEntry, isEntries } from '#core/definition/answers.ts'
import { shortened } from '../find-person.ts'
import { Finder, type Pair } from '../model/finder.ts'
import type { AnswerModel } from '../model/answer.ts'
import { Model } from '../model/model.ts'
import type { Subject } from '../proof.ts'
import type { Prover } from '../prover.ts'
import type { Value } from '../reading/value.ts'
import { linear } from '../solver/operations/linear.ts'
import { among, between, isFixed, type Node } from '../solver/node.ts'
import type { Want } from '../wish.ts'
import { type Figure, figuresIn, figuresOf, outcomeWith } from './figure-edges.ts'

/** Steps of the solver for one edge. Most are found at once. */
const edgeBudget = 10_000

/** For every answer that can be a step more, the day itself, and every figure that rules ask of: whether the step turns one outcome into another. */
export function proveEdges(prover: Prover): void {
  const { prepared, model, places } = prover
  const { outcome, pages } = prepared.program
  if (outcome === undefined) return
  const before = model.node(outcome, pages.length)
  const below = everythingBelow(before)
  for (const { path, node, ...step } of stepsIn(prover)) {
    const at = path === 'today' ? places.of('outcome') : places.of(`questions.${path.replace(/\.\d+\./, '.')}`)
    const claim = { code: 'no-cliff-edge', at, about: { question: path } } as const
    if (below.has(node)) new EdgeSearch(prover, { path, node, before, ...step }).prove(claim)
    else prover.prove(claim)
  }
  for (const figure of figuresIn(prepared, model, below)) {
    const claim = { code: 'no-cliff-edge', at: places.of(figure.part), about: { calculation: figure.path } } as const
    new EdgeSearch(prover, { ...figure, before }).prove(claim)
  }
}

/** What is a step more: `path` names it, and with `next` in its place a model is of whoever stands beside. */
type Step = { readonly path: string; readonly node: Node; readonly next?: (model: Model) => Value }

/** Amounts, dates, months and whole numbers, those of a group’s first entry among them, and how many entries a group has. */
function stepsIn({ prepared, model }: Prover): readonly Step[] {
  const asked = prepared.program.pages.flatMap(({ questions }, page) => questions.flatMap((program) => stepsOf(model, page, program)))
  return [{ path: 'today', node: model.variables.today }, ...asked]
}

function stepsOf(model: Model, page: number, program: QuestionProgram): readonly Step[] {
  const answer = model.answer(page, program)
  const size = answer.free.find(({ what }) => what === 'size')?.node
  if (size === undefined) return stepOf(answer)
  return [{ path: answer.path, node: size }, ...(answer.entries[0]?.members ?? []).flatMap(stepOf)]
}

function stepOf({ path, program: { question }, free }: AnswerModel): readonly Step[] {
  const node = free.find(({ what }) => what === 'value' || what === 'month')?.node
  if (node === undefined || !['money', 'date', 'number', 'month'].includes(question.kind)) return []
  return question.kind === 'month' ? [{ path, node, next: (model) => model.variables.firstDay(oneMore(model, node)) }] : [{ path, node }]
}

function everythingBelow(node: Node): ReadonlySet<Node> {
  const below = new Set([node])
  for (const one of below) for (const part of one.operation.parts) below.add(part)
  return below
}

function oneMore({ variables: { ground } }: Model, node: Node): Node {
  return ground.net.make('number', linear({ terms: [{ times: 1, of: node }], offset: 1 }, [node]))
}

type Edge = Step & { readonly before: Node; readonly figure?: Figure }

/** Looks for two people one step apart. */
class EdgeSearch {
  readonly #prover: Prover
  readonly #edge: Edge
  readonly #beside: Model

  constructor(prover: Prover, edge: Edge) {
    const { node, path, next = (model) => oneMore(model, node) } = edge
    this.#prover = prover
    this.#edge = edge
    this.#beside = new Model(prover.model.variables, new Map([[path, next(prover.model)]]))
  }

  prove(claim: Parameters<Prover['prove']>[0]): void {
    const { model, prepared, findings } = this.#prover
    const { outcome, pages } = prepared.program
    if (outcome === undefined) return
    const after = this.#beside.node(outcome, pages.length)
    if (after === this.#edge.before) return void this.#prover.prove(claim)
    const finder = new Finder(model, this.#beside)
    let [isSure, isEdge] = [true, false]
    for (const [from, to] of this.#pairs(after)) {
      const wants = [this.#is(this.#edge.before, from), this.#is(after, to), ...this.#within()]
      const pair = finder.findPair({ wants, pages: pages.length, open: pages.length }, Math.min(this.#prover.budget, edgeBudget))
      const sides = typeof pair === 'object' ? this.#sides(pair, { ...claim.about, outcome: from, other: to }) : undefined
      if (sides !== undefined) findings.push({ code: 'cliff-edge', severity: 'warning', at: claim.at, ...sides })
      isEdge ||= sides !== undefined
      isSure &&= pair === 'none'
    }
    this.#prover.spend(finder.steps)
    if (isEdge) return
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

  /** The two sides, as short as they can be, if the real rules give the two outcomes; undefined where they do not. */
  #sides({ example, beside }: Pair, about: Subject): Sides | undefined {
    const { prepared } = this.#prover
    const { figure, path } = this.#edge
    const { today } = example
    const further = ({ walk }: Evaluation): Evaluation => evaluate(prepared, steppedIn(path, walk.relevant, beside.answers), beside.today)
    const outcomeBeside = (one: Evaluation): string | null =>
      figure === undefined ? further(one).outcome : outcomeWith(prepared, { answers: one.walk.relevant, today }, figure)
    const areSides = (one: Evaluation): boolean => one.outcome === about.outcome && outcomeBeside(one) === about.other
    if (!areSides(evaluate(prepared, example.answers, today))) return undefined
    const short = shortened(prepared, example, areSides)
    const one = evaluate(prepared, short.answers, today)
    if (figure !== undefined) return { about: { ...about, figures: figuresOf(figure, one) }, example: short }
    return { about, example: short, beside: { today: beside.today, answers: further(one).walk.relevant } }
  }
}

type Sides = { readonly about: Subject } & Pick<Pair, 'example'> & Partial<Pick<Pair, 'beside'>>

/** The answers with the one step that somebody beside is further, and what they are asked besides. */
function steppedIn(path: string, answers: Answers, beside: Answers): Answers {
  const [id = '', entry, member = ''] = path.split('.')
  const [own, further] = [answers[id], beside[id]]
  if (!isEntries(own) || !isEntries(further)) return { ...beside, ...answers, ...(further === undefined ? {} : { [id]: further }) }
  const stepped =
    entry === undefined
      ? [...own, ...further.slice(-1)]
      : own.map((one, at) => (at === 0 ? { ...one, ...picked(further[0], member) } : one))
  return { ...beside, ...answers, [id]: stepped }
}

function picked(entry: GroupEntry | undefined, member: string): GroupEntry {
  const answer = entry?.[member]
  return answer === undefined ? {} : { [member]: answer }
}
