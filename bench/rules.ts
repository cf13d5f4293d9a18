/** How fast the rules of a real service are evaluated, against the same rules written by hand; and what a walk and a publication cost. */
import { join } from 'node:path'
import { type Answers, evaluate, prepare, type Prepared, readFileAnswers, readPack, type Rules, rulesOf, walk } from '#core/index.ts'
import { readPackFiles } from '#store/pack-files.ts'
import type { Report } from './kit/figure.ts'
import { root } from './kit/folkmoot.ts'
import { reductionByHand } from './kit/reduction.ts'
import { inTurn, median } from './kit/rounds.ts'

const rounds = 7
const times = { ruling: 300_000, evaluating: 3000, byHand: 300_000, walking: 6000, preparing: 5 } as const

type Somebody = { readonly answers: Answers; readonly today: string }

export async function measureRules(): Promise<Report> {
  const { definition, scenarios, faults } = readPack(await filesOf('council-tax-reduction'))
  if (definition === undefined) throw new Error(JSON.stringify(faults))
  const prepared = prepare(definition)
  const people = scenarios
    .map(({ answers, today }): Somebody => ({ answers: readFileAnswers(prepared, answers).answers, today }))
    .filter(({ answers, today }) => walk(prepared, answers, today).done)
  const rules = rulesOf(prepared)
  for (const somebody of people) agree(prepared, rules, somebody)
  for (const somebody of people) for (const name of Object.keys(somebody.answers)) agreeWithout(name, rules, somebody)
  const found = await inTurn(rounds, {
    ruling: each(times.ruling, people, ({ answers, today }) => rules.ruling(answers, today)),
    evaluating: each(times.evaluating, people, ({ answers, today }) => evaluate(prepared, answers, today)),
    byHand: each(times.byHand, people, ({ answers, today }) => reductionByHand(answers, today)),
    walking: each(times.walking, people, ({ answers, today }) => walk(prepared, answers, today)),
    preparing: each(times.preparing, people, () => prepare(definition)),
  })
  const [ruling, evaluating, byHand] = [median(found.ruling), median(found.evaluating), median(found.byHand)]
  const [walking, preparing] = [median(found.walking), median(found.preparing)]
  return {
    title: 'Rules',
    about: `Council Tax Reduction, over the answers of its ${people.length} scenarios that reach the end; the hand-written function gives the same exits, outcomes and figures for all of them, and like the rules none where an answer it needs is left out.`,
    figures: [
      {
        what: 'the rules alone, against the same by hand',
        value: byHand / ruling,
        unit: 'x',
        goal: { least: 0.5 },
        beside: `${Math.round(ruling * 1_000_000)} ns against ${Math.round(byHand * 1_000_000)} ns, from answers to exit, outcome and all figures shown`,
      },
      { what: 'an evaluation with its walk, reasons and trace', value: evaluating * 1000, unit: 'µs' },
      { what: 'walking all its pages', value: walking * 1000, unit: 'µs' },
      {
        what: 'preparing the definition',
        value: preparing,
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
function agree(prepared: Prepared, rules: Rules, { answers, today }: Somebody): void {
  const { outcome, values } = evaluate(prepared, answers, today)
  const said = rules.ruling(answers, today)
  const byHand = reductionByHand(answers, today)
  const shown = rules.shown.map((id) => values[id])
  const tellings = [
    [outcome, shown],
    [said?.outcome, said?.values],
    [byHand?.outcome, byHand?.shown],
  ].map((told) => JSON.stringify(told))
  if (new Set(tellings).size === 1) return
  throw new Error(`the rules give ${tellings[0]}, alone ${tellings[1]}, by hand ${tellings[2]}: ${JSON.stringify(answers)}`)
}

/** @throws Error when one of the two tells what the other does not once an answer is left out, or tells something else */
function agreeWithout(name: string, rules: Rules, { answers, today }: Somebody): void {
  const left = Object.fromEntries(Object.entries(answers).filter(([id]) => id !== name))
  const said = rules.ruling(left, today)
  const byHand = reductionByHand(left, today)
  if (JSON.stringify([said?.outcome, said?.values]) === JSON.stringify([byHand?.outcome, byHand?.shown])) return
  throw new Error(`without ${name} the rules give ${said?.outcome}, by hand ${byHand?.outcome}: ${JSON.stringify(answers)}`)
}
