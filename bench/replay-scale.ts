/** How fast a version is tried on a million past cases inside PostgreSQL, beside the same written by hand in SQL, and how that grows. */
import { join } from 'node:path'
import { type Definition, prepare, readPack } from '#core/index.ts'
import { type Columns, sidesOf, type SplitBy, trialQuery } from '#core/replay/index.ts'
import { count } from '#features/replay/commands/count.ts'
import { columnsOf, countCells } from '#features/replay/store/index.ts'
import type { Council } from '#http/council.ts'
import { readPackFiles } from '#store/pack-files.ts'
import { journeyCouncil } from './kit/council.ts'
import type { Figure, Report } from './kit/figure.ts'
import { root } from './kit/folkmoot.ts'
import { type Held, heldDuring } from './kit/loop.ts'
import { fill, withFigure } from './kit/many-cases.ts'
import { inTurn, median } from './kit/rounds.ts'
import { collectionInSql, reductionInSql } from './kit/sql-by-hand.ts'
import type { Stage } from './stage.ts'

const rounds = 5
const many = 1_000_000
const splits: readonly SplitBy[] = ['area', 'channel']

type Subject = {
  readonly name: string
  readonly service: string
  readonly from: Definition
  readonly to: Definition
  readonly byHand: (columns: Columns) => string
  readonly most: number
}

export async function measureReplayScale(stage: Stage): Promise<Report> {
  const figures: Figure[] = []
  for (const subject of await subjects()) figures.push(...(await measure(stage, subject, many)))
  return { title: 'Tried on a million past cases', about: ABOUT, figures }
}

/** The same on ten million, which takes some minutes to fill: `npm run bench -- replay-growth`. */
export async function measureReplayGrowth(stage: Stage): Promise<Report> {
  const [alone] = await subjects()
  const figures = alone === undefined ? [] : await measure(stage, { ...alone, most: Infinity }, 10 * many)
  return { title: 'Tried on ten million past cases', about: ABOUT, figures: figures.map(({ goal: _goal, ...figure }) => figure) }
}

const ABOUT = `Both versions of the rules on every case, compared and counted inside PostgreSQL. The cases are those of 5,000 different people who reach the end. By hand is SQL written for
just these rules over the same columns, without path, missing answers or acceptance.`

async function measure(stage: Stage, { name, service, from, to, byHand, most }: Subject, cases: number): Promise<readonly Figure[]> {
  const council = (await stage.councils()).of(journeyCouncil)
  const { owner } = await stage.folkmoot()
  await fill({ council, prepared: prepare(from), service, figures: [48_000, 53_000, 600_000, 900_000, 1_600_000] }, { many: cases, owner })
  const window = { service, since: '2025-01-01', until: '2027-01-01' }
  const sides = sidesOf(prepare(from), prepare(to))
  const columns = await council.store.transaction((tx) => columnsOf(tx, service))
  const query = trialQuery(sides, columns)
  if (!('count' in query)) throw new Error(query.refusals.join(', '))
  const held: Held[] = []
  const watch = { onBatch: () => Promise.resolve(), isCalledOff: () => Promise.resolve(false) }
  const found = await inTurn(rounds, {
    counted: wall(() => council.store.transaction((tx) => countCells(tx, query, window))),
    byHand: wall(() => byHandOn(council, byHand(columns), service)),
    report: wall(async () => {
      held.push(await heldDuring(() => count(council.store, { sides, window, splits }, watch)))
    }),
    latest: wall(() => council.store.transaction((tx) => countCells(tx, query, { ...window, latest: 10_000 }))),
  })
  return figuresOf({ name, cases, most }, found, held)
}

type Measured = Readonly<Record<'counted' | 'byHand' | 'report' | 'latest', readonly number[]>>

/** Milliseconds of each round in. */
function figuresOf(
  { name, cases, most }: { readonly name: string; readonly cases: number; readonly most: number },
  found: Measured,
  held: readonly Held[],
): readonly Figure[] {
  const middle = (of: keyof Measured) => Math.round(median(found[of]))
  const counted = middle('counted')
  return [
    {
      what: `${name}: counted`,
      value: counted / 1000,
      unit: 's',
      goal: { most },
      beside: `${(cases / counted / 1000).toFixed(2)} million cases a second`,
    },
    {
      what: `${name}: against SQL by hand`,
      value: middle('byHand') / counted,
      unit: 'x',
      goal: { least: 0.5 },
      beside: `by hand ${middle('byHand')} ms`,
    },
    {
      what: `${name}: report with splits and examples`,
      value: middle('report') / 1000,
      unit: 's',
      goal: { most: 3 },
      beside: `others waited at most ${longest(held, 'byClock')} ms by the clock`,
    },
    { what: `${name}: event loop held by it at most`, value: longest(held, 'byWork'), unit: 'ms', goal: { most: 20 } },
    { what: `${name}: the last 10,000, as one types`, value: middle('latest'), unit: 'ms', goal: { most: 100 } },
  ]
}

function longest(held: readonly Held[], by: keyof Held): number {
  return Math.round(Math.max(...held.map((one) => one[by])))
}

async function byHandOn(council: Council, text: string, service: string): Promise<void> {
  const { sql } = await import('#store/db.ts')
  await council.store.transaction(async (tx) => {
    await sql`select set_config('max_parallel_workers_per_gather', '2', true), set_config('jit', 'off', true)`.execute(tx)
    await sql`with cases as not materialized (select * from replay.typed_case where council_id = ${journeyCouncil} and service = ${service}) ${sql.raw(text)}`.execute(
      tx,
    )
  })
}

async function subjects(): Promise<readonly Subject[]> {
  const reduction = await definitionOf('council-tax-reduction')
  const collection = await definitionOf('bulky-waste')
  const alone = withoutGroups(reduction)
  return [
    {
      name: 'no groups',
      service: 'reduction-alone',
      from: alone,
      to: withFigure(alone, 'capital_limit', '9000.00'),
      byHand: reductionInSql,
      most: 1,
    },
    {
      name: 'a group of up to 4',
      service: 'bulky-waste',
      from: collection,
      to: withFigure(collection, 'further_item', '7.50'),
      byHand: collectionInSql,
      most: 2,
    },
  ]
}

/** Council Tax Reduction for households without other adults whose income is one amount. */
function withoutGroups(definition: Definition): Definition {
  const { service } = definition
  const isGroup = new Set(['adults', 'incomes'])
  const sections = service.sections.map((section) => ({
    ...section,
    pages: section.pages
      .map((page) => ({ ...page, questions: page.questions.filter(({ id }) => !isGroup.has(id)) }))
      .filter(({ questions }) => questions.length > 0),
  }))
  const calculations = service.calculations.map((one) =>
    one.id === 'stated_income'
      ? { ...one, is: 'benefit == benefit.universal_credit ? divide(award_income * 12, weeks, rounding.half_up) : gbp("0.00")' }
      : one.id === 'weekly_deductions'
        ? { ...one, is: '!has_other_adults ? gbp("0.00") : no_work_deduction' }
        : one,
  )
  return { ...definition, service: { ...service, id: 'reduction-alone', sections, calculations } }
}

async function definitionOf(pack: string): Promise<Definition> {
  const read = await readPackFiles(join(root, 'packs', pack))
  const { definition } = 'files' in read ? readPack(read.files) : {}
  if (definition === undefined) throw new Error(`${pack} cannot be read`)
  return definition
}

function wall(work: () => Promise<unknown>): () => Promise<number> {
  return async () => {
    const began = performance.now()
    await work()
    return performance.now() - began
  }
}
