/** How long it takes to try a suggested version on the past cases of a service, and what of it are the rules, against the same rules written by hand. */
import { join } from 'node:path'
import {
  type Answers,
  type Definition,
  evaluate,
  keptOf,
  type PastCase,
  prepare,
  type Prepared,
  readFileAnswers,
  readPack,
  trial,
  walk,
} from '#core/index.ts'
import { type TrialRequest, tryOn } from '#features/replay/index.ts'
import type { Council } from '#http/council.ts'
import { catchUp } from '#store/follow.ts'
import { newId } from '#store/uuid.ts'
import { readPackFiles } from '#store/pack-files.ts'
import { collectionByHand } from './kit/collection.ts'
import { journeyCouncil } from './kit/council.ts'
import type { Figure, Report } from './kit/figure.ts'
import { root } from './kit/folkmoot.ts'
import { remember, taken } from './kit/past-cases.ts'
import { reductionByHand } from './kit/reduction.ts'
import { inTurn, median } from './kit/rounds.ts'
import type { Stage } from './stage.ts'

const rounds = 7
const many = 10_000
const at = '2026-11-23T12:00:00.000Z'

type Somebody = { readonly answers: Answers; readonly today: string }
type ByHand = (answers: Answers, today: string) => { readonly outcome: string; readonly amount: number }
/** A service, the figure of it that is changed, and its rules by hand with the calculation they give. */
type Asked = { readonly service: string; readonly constant: string; readonly is: string; readonly byHand: ByHand; readonly amount: string }
type Subject = {
  readonly service: string
  readonly from: Definition
  readonly to: Definition
  readonly people: readonly Somebody[]
  readonly past: readonly PastCase[]
  readonly byHand: ByHand
}

const reduction: Asked = {
  ...{ service: 'council-tax-reduction', constant: 'capital_limit', is: '14000.00', amount: 'reduction' },
  byHand: (answers, today) => {
    const said = reductionByHand(answers, today)
    return { outcome: said?.outcome ?? 'nothing told', amount: said?.reduction ?? 0 }
  },
}
const collection: Asked = {
  ...{ service: 'bulky-waste', constant: 'further_item', is: '7.50', amount: 'price' },
  byHand: (answers) => {
    const { outcome, price: amount } = collectionByHand(answers)
    return { outcome, amount }
  },
}

export async function measureReplay(stage: Stage): Promise<Report> {
  const subjects = [await subjectOf(reduction), await subjectOf(collection)]
  const council = (await stage.councils()).of(journeyCouncil)
  // What follows the log has begun, so that it does not begin by clearing what is put there next.
  for (const projection of council.store.projections) if (projection.follows) await catchUp(council.store, projection)
  for (const subject of subjects) await remember((await stage.folkmoot()).owner, subject)
  const figures: Figure[] = []
  for (const { service, from, to, people, past, byHand } of subjects) {
    const [before, after] = [prepare(from), prepare(to)]
    const found = await inTurn(rounds, {
      whole: wall(() => tried(council, { service, from, to, by: 'bench', at })),
      rules: cpu(() => trial(before, after, past)),
      byHand: cpu(() => twice(people, byHand)),
    })
    figures.push(...figuresOf(service, found))
  }
  return {
    title: 'Tried on past cases',
    about: `A version with another figure tried on ${many.toLocaleString('en-GB')} past cases of a service, each with the answers of one of its scenarios.`,
    figures,
  }
}

function figuresOf(service: string, found: Readonly<Record<'whole' | 'rules' | 'byHand', readonly number[]>>): readonly Figure[] {
  const [whole, rules, byHand] = [median(found.whole), median(found.rules), median(found.byHand)]
  return [
    {
      what: `${service}: asked, counted and kept`,
      value: whole,
      unit: 'ms',
      goal: { most: 1000 },
      beside: `the rules of both versions ${rules.toFixed(0)} ms CPU`,
    },
    {
      what: `${service}: against outcome and amount by hand`,
      value: byHand / rules,
      unit: 'x',
      beside: `by hand ${byHand.toFixed(1)} ms, without path, faults, missing answers or any comparison`,
    },
  ]
}

/** The service, a version of it with one figure changed, and past cases from the people of its scenarios. */
async function subjectOf(asked: Asked): Promise<Subject> {
  const { service, constant, is, byHand } = asked
  const read = await readPackFiles(join(root, 'packs', service))
  if (!('files' in read)) throw new Error(JSON.stringify(read.faults))
  const { definition: from, scenarios } = readPack(read.files)
  const figure = from?.service.constants[constant]
  if (from === undefined || figure === undefined) throw new Error(`${service} has no figure ${constant}`)
  const to = { ...from, service: { ...from.service, constants: { ...from.service.constants, [constant]: { ...figure, is } } } }
  const prepared = prepare(from)
  const people = scenarios
    .map(({ answers, today }) => ({ answers: readFileAnswers(prepared, answers).answers, today }))
    .filter(({ answers, today }) => walk(prepared, answers, today).done)
  for (const somebody of people) agree(prepared, somebody, asked)
  const kept = people.map(({ answers, today }) => ({ ...keptOf(prepared, answers, { today }), today }))
  const past = Array.from({ length: many }, (_, place) => ({ ...taken(kept, place), id: newId(), channel: 'web' }))
  return { service, from, to, people: Array.from({ length: many }, (_, place) => taken(people, place)), past, byHand }
}

/** Both versions of everybody, as a trial does. */
function twice(people: readonly Somebody[], byHand: ByHand): number {
  let sum = 0
  for (const { answers, today } of people) sum += byHand(answers, today).amount + byHand(answers, today).amount
  return sum
}

/** @throws Error when the engine and the hand-written rules differ, since then nothing was compared */
function agree(prepared: Prepared, { answers, today }: Somebody, { byHand, amount }: Pick<Asked, 'byHand' | 'amount'>): void {
  const { outcome, values } = evaluate(prepared, answers, today)
  const hand = byHand(answers, today)
  if (outcome !== hand.outcome || values[amount] !== hand.amount)
    throw new Error(
      `the rules give ${outcome} ${String(values[amount])}, by hand ${hand.outcome} ${hand.amount}: ${JSON.stringify(answers)}`,
    )
}

/** @throws Error when it was not tried on all cases, since then it was not measured */
async function tried(council: Council, request: TrialRequest): Promise<void> {
  const { cases, trial: found } = await tryOn(council, request)
  if (cases !== many || found === undefined || found.cantTell.count > 0) throw new Error(`${request.service} was tried on ${cases} cases`)
}

function wall(work: () => Promise<unknown>): () => Promise<number> {
  return async () => {
    const began = performance.now()
    await work()
    return performance.now() - began
  }
}

/** CPU milliseconds. */
function cpu(work: () => unknown): () => Promise<number> {
  return () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return Promise.resolve((user + system) / 1000)
  }
}
