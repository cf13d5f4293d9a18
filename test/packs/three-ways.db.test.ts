/** The language has three ways to be worked out: closures, SQL inside PostgreSQL, and another implementation of CEL. They agree on rules made up at random over thousands of cases. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { celEnv, isCelError, parse, plan } from '@bufbuild/cel'
import fc from 'fast-check'
import { type Answers, type Prepared, prepare, readDefinition } from '#core/definition/index.ts'
import { type Compiled, compile, explain, isFailure, type Step } from '#core/expression/index.ts'
import { Walker } from '#core/journey/walker.ts'
import { keptOf, type PastCase, sidesOf } from '#core/replay/index.ts'
import { Codes } from '#core/replay/sql/codes.ts'
import type { Columns } from '#core/replay/sql/columns.ts'
import { Graph, type Node } from '#core/replay/sql/graph.ts'
import { layersOf } from '#core/replay/sql/layers.ts'
import { Rules } from '#core/replay/sql/rules.ts'
import { Refusals } from '#core/replay/sql/symbol.ts'
import { dateOfDay, dayNumber } from '#core/value/calendar-date.ts'
import { columnsOf, putTyped } from '#features/replay/store/index.ts'
import { freshStore } from '#test/kit/database.ts'
import { asTheirs, OPTIONS, type Pair, rule, THEIR_FUNCTIONS } from '#test/kit/rules-in-two-dialects.ts'

const MANY = 3_000
const RULES = 20
const ROUNDS = 12

const kit = await freshStore()
const council = kit.store.council('north')

/** A service that asks one question of each kind a rule can read, with these rules. */
function serviceWith(rules: readonly { readonly id: string; readonly is: string; readonly isCondition: boolean }[]): Prepared {
  const asks = { purpose: 'decide', optional: true }
  const people = [
    { id: 'age', kind: 'number', min: -5, max: 5, optional: true },
    { id: 'works', kind: 'yes-no', optional: true },
    { id: 'pay', kind: 'money', optional: true },
    { id: 'born', kind: 'date', optional: true },
    { id: 'role', kind: 'one-of', options: ['partner', 'child'], optional: true },
  ]
  const questions = [
    { id: 'n', kind: 'number', min: -5, max: 5, ...asks },
    { id: 'm', kind: 'number', ...asks },
    { id: 'cost', kind: 'money', ...asks },
    { id: 'p', kind: 'yes-no', ...asks },
    { id: 'q', kind: 'yes-no', ...asks },
    { id: 'born', kind: 'date', ...asks },
    { id: 'moved', kind: 'date', ...asks },
    { id: 'tenure', kind: 'one-of', options: [...OPTIONS.tenure], ...asks },
    { id: 'heating', kind: 'many-of', options: [...OPTIONS.heating], ...asks },
    { id: 'people', kind: 'group', min: 0, max: 4, ...asks, of: people },
  ]
  const definition = readDefinition({
    service: {
      schema: 1,
      id: 'rules',
      applies: ['england'],
      languages: ['en'],
      retention: { years: { keep: 'P6Y', because: 'A rule' } },
      purposes: { decide: { basis: 'public-task', readers: ['officer'], retention: 'years' } },
      sections: [{ id: 'all', pages: [{ id: 'start', questions }] }],
      conditions: Object.fromEntries(rules.flatMap(({ id, is, isCondition }) => (isCondition ? [[id, is]] : []))),
      calculations: rules.flatMap(({ id, is, isCondition }) => (isCondition ? [] : [{ id, is }])),
      outcomes: [{ id: 'done' }],
      casework: { team: 'front_desk' },
    },
    tables: [],
    words: { en: { schema: 1, language: 'en', translation: { state: 'source' } } },
  })
  assert.ok(definition)
  return prepare(definition)
}

const day = (from: string, days: number) => fc.integer({ min: 0, max: days }).map((after) => dateOfDay(dayNumber(from) + after) ?? from)
const leap = fc.constantFrom('2000-02-29', '2024-02-29', '2023-02-28', '2024-12-31', '2026-03-31')
const small = fc.integer({ min: -5, max: 5 })
const pence = fc.oneof(fc.constantFrom(0, 1, 99, 100, 999, 1000, 1001), fc.integer({ min: 0, max: 5_000_000 }))
const person = {
  age: small,
  works: fc.boolean(),
  pay: pence,
  born: fc.oneof(leap, day('1950-01-01', 27_000)),
  role: fc.constantFrom('partner', 'child'),
}
const answers = {
  n: small,
  m: fc.oneof({ arbitrary: small, weight: 6 }, fc.maxSafeInteger()),
  cost: pence,
  p: fc.boolean(),
  q: fc.boolean(),
  born: fc.oneof(leap, day('1930-01-01', 34_000)),
  moved: fc.oneof(leap, day('2020-01-01', 2_400)),
  tenure: fc.constantFrom(...OPTIONS.tenure),
  heating: fc.uniqueArray(fc.constantFrom(...OPTIONS.heating), { minLength: 1 }),
}
const whole = fc.record({ ...answers, people: fc.array(fc.record(person), { maxLength: 4 }) })
const partial = fc.record({ ...answers, people: fc.array(fc.record(person, { requiredKeys: [] }), { maxLength: 4 }) }, { requiredKeys: [] })

type Somebody = { readonly answers: Answers; readonly today: string; readonly isWhole: boolean; readonly id: string }

/** Two of three answered everything. */
const everybody: readonly Somebody[] = fc
  .sample(fc.tuple(whole, partial, day('2026-01-01', 300)), { numRuns: MANY, seed: 2026 })
  .map(([complete, pierced, today], at) => ({
    answers: at % 3 === 0 ? pierced : complete,
    today,
    isWhole: at % 3 !== 0,
    id: `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`,
  }))

const asked = serviceWith([])
await council.transaction(async (tx) => {
  const remembered = everybody.map(({ answers: given, today, id }) => {
    const past: PastCase = { ...keptOf(asked, given, { today }), id, today, channel: 'web' }
    return { service: 'rules', prepared: asked, past, spelledOut: id }
  })
  await putTyped(tx, remembered)
})
const columns: Columns = await council.transaction((tx) => columnsOf(tx, 'rules'))

type Ruled = { readonly id: string; readonly pair: Pair; readonly compiled: Compiled }

type Said = { readonly caseId: Node; readonly rules: readonly { readonly value: Node; readonly fault: Node }[] }

/** The rules in SQL, by their nodes; undefined where it cannot say one of them. */
function inSql(prepared: Prepared, ids: readonly string[]): Said | undefined {
  const graph = new Graph()
  const refusals = new Refusals()
  const rules = new Rules(sidesOf(prepared, prepared).from, { graph, codes: new Codes(columns.codes), refusals, columns })
  const found = ids.flatMap((id) => {
    const result = rules.result(id, { after: 0 })
    return result.kind === 'scalar' ? [{ value: result.node, fault: result.fault }] : []
  })
  const caseId = graph.make(['t.case_id'], [], { type: 'int', isNullable: false })
  return refusals.list().length === 0 && found.length === ids.length ? { caseId, rules: found } : undefined
}

/** By case: for each rule what SQL says, `fault` where it failed and null where it is not known. */
async function bySql(prepared: Prepared, ids: readonly string[]): Promise<ReadonlyMap<string, readonly (string | null)[]>> {
  const nodes = inSql(prepared, ids)
  assert.ok(nodes)
  const { from, text } = layersOf([...nodes.rules.flatMap(({ value, fault }) => [value, fault]), nodes.caseId], 'cases t')
  const said = nodes.rules.map(({ value, fault }) => `case when ${text(fault)} then 'fault' else ${text(value)}::text end`)
  const rows = await kit.asOwner<{ case_id: string; said: (string | null)[] }>(
    `with cases as not materialized (select * from replay.typed_case where service = 'rules')
      select ${text(nodes.caseId)}::text as case_id, array[${said.join(', ')}]::text[] as said from ${from}`,
  )
  return new Map(rows.map((row) => [row.case_id, row.said]))
}

const overflows = ({ value, steps }: Step): boolean => (isFailure(value) && value.fault === 'overflow') || steps.some(overflows)

function saidBy(value: unknown): string | null {
  return value === undefined ? null : isFailure(value) ? 'fault' : String(value)
}

const env = celEnv({ funcs: THEIR_FUNCTIONS })
const counts = { rules: 0, refused: 0, bySql: 0, byCel: 0, faults: 0, missing: 0, overflows: 0 }

/** Rules that are well-formed and that SQL can say. */
function sayable(pairs: readonly Pair[]): readonly Ruled[] {
  return pairs.flatMap((pair, at): readonly Ruled[] => {
    // As the definition hands it on: the options of a member are one set.
    const compiled = compile(pair.ours.replaceAll('people.role', 'people_role'), asked.program.scope)
    counts.rules += 1
    const id = `rule_${at}`
    const isSaid = !('faults' in compiled) && inSql(preparedWith([{ id, pair, compiled }]), [id]) !== undefined
    if (!isSaid) counts.refused += 1
    return isSaid ? [{ id, pair, compiled }] : []
  })
}

function preparedWith(ruled: readonly Ruled[]): Prepared {
  return serviceWith(ruled.map(({ id, pair, compiled }) => ({ id, is: pair.ours, isCondition: compiled.type.kind === 'bool' })))
}

/** Everybody is asked of the closures and of SQL; of each rule the other implementation is asked for some who answered everything, others each time. */
async function agree(pairs: readonly Pair[]): Promise<void> {
  const ruled = sayable(pairs)
  const prepared = preparedWith(ruled)
  const sql = await bySql(
    prepared,
    ruled.map(({ id }) => id),
  )
  const theirs = ruled.map(({ pair }) => plan(env, parse(pair.theirs)))
  for (const [place, somebody] of everybody.entries()) {
    const { results, values } = new Walker(prepared, somebody.answers, somebody.today).walk()
    const bindings = Object.fromEntries(
      Object.entries({ ...somebody.answers, today: somebody.today }).map(([id, one]) => [id, asTheirs(one)]),
    )
    for (const [at, { id, pair, compiled }] of ruled.entries()) {
      const mine = saidBy(results.get(id))
      const where = () => `${pair.ours} of ${JSON.stringify(somebody)}`
      assert.equal(sql.get(somebody.id)?.[at], mine, where())
      counts.bySql += 1
      if (mine === 'fault') counts.faults += 1
      if (mine === null) counts.missing += 1
      if (!somebody.isWhole || (place + counts.rules + at) % 20 !== 0) continue
      // Beyond 2^53 the two differ on purpose.
      if (overflows(explain(compiled, values))) counts.overflows += 1
      else {
        const other = theirs[at]?.(bindings)
        assert.equal(isCelError(other) ? 'fault' : String(other), mine, `${where()}: ${pair.theirs}`)
        counts.byCel += 1
      }
    }
  }
}

test('closures, SQL and another implementation of CEL say the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rule, { minLength: RULES, maxLength: RULES }), (pairs) => agree(pairs)),
    { numRuns: ROUNDS },
  )
  assert.ok(counts.bySql > 500_000 && counts.byCel > 15_000, JSON.stringify(counts))
  assert.ok(counts.missing > 10_000 && counts.faults > 10_000 && counts.refused < counts.rules / 5, JSON.stringify(counts))
})
