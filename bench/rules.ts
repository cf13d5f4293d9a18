/** How fast the rules of a real service are evaluated, against the same rules written by hand; and what a walk and a publication cost. */
import { join } from 'node:path'
import { type Answers, evaluate, prepare, type Prepared, readFileAnswers, readPack, walk } from '#core/index.ts'
import { readPackFiles } from '#store/pack-files.ts'
import type { Report } from './kit/figure.ts'
import { root } from './kit/folkmoot.ts'
import { reductionByHand } from './kit/reduction.ts'
import { inTurn, median } from './kit/rounds.ts'

const rounds = 7
const times = { evaluating: 3000, byHand: 300_000, walking: 6000, preparing: 5 } as const

type Somebody = { readonly answers: Answers; readonly today: string }

export async function measureRules(): Promise<Report> {
  const { definition, scenarios, faults } = readPack(await filesOf('council-tax-reduction'))
  if (definition === undefined) throw new Error(JSON.stringify(faults))
  const prepared = prepare(definition)
  const people = scenarios
    .map(({ answers, today }): Somebody => ({ answers: readFileAnswers(prepared, answers).answers, today }))
    .filter(({ answers, today }) => walk(prepared, answers, today).done)
  for (const somebody of people) agree(prepared, somebody)
  const found = await inTurn(rounds, {
    evaluating: each(times.evaluating, people, ({ answers, today }) => evaluate(prepared, answers, today)),
    byHand: each(times.byHand, people, ({ answers }) => reductionByHand(answers)),
    walking: each(times.walking, people, ({ answers, today }) => walk(prepared, answers, today)),
    preparing: each(times.preparing, people, () => prepare(definition)),
  })
  const [ours, hand, walking, preparing] = [found.evaluating, found.byHand, found.walking, found.preparing].map(median)
  const [evaluating = Number.NaN, byHand = Number.NaN] = [ours, hand]
  return {
    title: 'Rules',
    about: `Council Tax Reduction, over the answers of its ${people.length} scenarios that reach the end; the hand-written function gives the same awards for all of them.`,
    figures: [
      {
        what: 'an evaluation with its walk, reasons and trace',
        value: evaluating * 1000,
        unit: 'µs',
        beside: `by hand, the award alone, ${(byHand * 1000).toFixed(2)} µs`,
      },
      { what: 'walking all its pages', value: (walking ?? Number.NaN) * 1000, unit: 'µs' },
      {
        what: 'preparing the definition',
        value: preparing ?? Number.NaN,
        unit: 'ms',
        beside: 'once for each published version and server',
      },
    ],
  }
}

async function filesOf(pack: string) {
  const read = await readPackFiles(join(root, 'packs', pack))
  if (!('files' in read)) throw new Error(JSON.stringify(read.faults))
  return read.files
}

/** CPU milliseconds for one of `times`, over everybody in turn. */
function each(count: number, people: readonly Somebody[], work: (somebody: Somebody) => unknown): () => Promise<number> {
  return () => {
    const before = process.cpuUsage()
    for (let done = 0; done < count; done += 1) {
      const somebody = people[done % people.length]
      if (somebody !== undefined) work(somebody)
    }
    const { user, system } = process.cpuUsage(before)
    return Promise.resolve((user + system) / 1000 / count)
  }
}

/** @throws Error when the engine and the hand-written rules differ, since then nothing was compared */
function agree(prepared: Prepared, { answers, today }: Somebody): void {
  const { outcome, values } = evaluate(prepared, answers, today)
  const byHand = reductionByHand(answers)
  if (outcome === byHand.outcome && values['reduction'] === byHand.reduction) return
  throw new Error(
    `the rules give ${outcome} ${String(values['reduction'])}, by hand ${byHand.outcome} ${byHand.reduction}: ${JSON.stringify(answers)}`,
  )
}
