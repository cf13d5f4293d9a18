/** The single place for claims on decision tables: somebody for every row, a row for everybody, and no two rows that must not meet. */
import type { Derived } from '#core/definition/program/program.ts'
import type { Evaluation, Step } from '#core/journey/index.ts'
import type { Model } from '../model/model.ts'
import { noRow, type TableModel } from '../model/table.ts'
import type { Finding } from '../proof.ts'
import type { Prover, Sought } from '../prover.ts'
import { count } from '../solver/operations/calculated.ts'
import { compared } from '../solver/operations/linear.ts'
import { isUntold, isYes, mapped, reversed } from '../solver/operations/truth.ts'
import { isFixed, type Node, states, yes } from '../solver/node.ts'
import type { Want } from '../wish.ts'

type TableOf = Extract<Derived, { kind: 'table' }>

/** Every table: its rows, its gaps and its overlaps. */
export function proveTables(prover: Prover): void {
  for (const one of prover.prepared.program.derived) {
    if (one.kind !== 'table') continue
    proveRows(prover, one)
    const { policy, collect } = one.table.trees
    const mayBeEmpty = policy === 'rule-order' || (policy === 'collect' && collect !== 'min' && collect !== 'max')
    if (!mayBeEmpty) proveComplete(prover, one)
    if (policy === 'unique' || policy === 'any') proveApart(prover, one)
  }
}

/** A row that tests nothing may stand at the end as a precaution; any other that nobody matches is at fault. */
function proveRows(prover: Prover, one: TableOf): void {
  const { places } = prover
  const cut = prover.model.settledAt(one.asks)
  for (const [at, { id, tests }] of one.table.trees.rows.entries()) {
    const about = { table: one.id, rows: [id] }
    const place = places.row(one.id, at)
    const isPrecaution = tests.every((test) => test === undefined)
    prover.exists({
      claim: { code: 'row-matches', at: place, about },
      sought: { wants: (model) => rowWant(model, { id: one.id, at, cut }), pages: cut + 1, open: cut },
      seen: `row ${one.id} ${id}`,
      otherwise: (conflict) => ({ code: 'row-never-matches', severity: isPrecaution ? 'warning' : 'fault', at: place, about, conflict }),
    })
  }
}

function rowWant(
  model: Model,
  { id, at, cut }: { readonly id: string; readonly at: number; readonly cut: number },
): readonly Want[] | undefined {
  const table = model.table(id, cut)
  const own = table?.rows[at]
  if (table === undefined || own === undefined) return undefined
  const { policy } = table.trees
  const node = policy === 'first' ? model.reachedRow(table, at) : policy === 'priority' ? model.rankedRow(table, at) : own
  return node === undefined ? undefined : [{ node, to: states(yes) }]
}

/** Somebody whom no row covers, if possible one who then gets no outcome or fee. */
function proveComplete(prover: Prover, one: TableOf): void {
  const { places, prepared } = prover
  const pages = prepared.pages.length
  const at = places.of(`tables.${one.id}`)
  const about = { table: one.id }
  const gap = (model: Model): readonly Want[] | undefined => {
    const table = model.table(one.id, pages)
    return table === undefined ? undefined : [{ node: noRow(model, table), to: states(yes) }]
  }
  const shows = ({ walk, known }: Evaluation): boolean => walk.done && one.table.decide(known).state === 'no-match'
  const sought: Sought = { wants: gap, pages, open: pages }
  const otherwise =
    (severity: Finding['severity']) =>
    (person: Finding['example'] & object): Finding => ({
      code: 'table-gap',
      severity,
      at,
      about,
      example: person,
    })
  const claim = { code: 'table-complete', at, about } as const
  const untold = (model: Model): readonly Want[] | undefined => joined(gap(model), untoldResult(model))
  const isFatal = (evaluation: Evaluation): boolean => shows(evaluation) && lacksResult(prover, evaluation)
  if (prover.finds({ wants: untold, pages, open: pages }, isFatal, otherwise('fault'))) return
  prover.lacks({ claim, sought, shows, otherwise: otherwise('warning') })
}

function joined(left: readonly Want[] | undefined, right: readonly Want[] | undefined): readonly Want[] | undefined {
  return left === undefined || right === undefined ? undefined : [...left, ...right]
}

function stepOf(trace: readonly Step[], id: string): Step | undefined {
  return trace.find((step) => step.kind === 'table' && step.id === id)
}

/** That the outcome or the fee cannot be told. */
export function untoldResult(model: Model): readonly Want[] | undefined {
  const { outcome, fee, pages } = model.prepared.program
  const { net } = model.variables.ground
  const results = [outcome, fee].filter((result) => result !== undefined)
  if (results.length === 0) return undefined
  const untold = results.map((result) => net.make('truth', mapped('untold', model.node(result, pages.length), isUntold)))
  return [{ node: model.any(untold), to: states(yes) }]
}

/** Whether somebody at the end of the journey gets no outcome, or is told no fee, though the rules should give one. */
export function lacksResult({ prepared: { program } }: Pick<Prover, 'prepared'>, { walk, outcome, fee }: Evaluation): boolean {
  return walk.done && ((program.outcome !== undefined && outcome === null) || (program.fee !== undefined && fee === null))
}

/** Two rows of a unique table, or two that differ of an any table, that one person matches. */
function proveApart(prover: Prover, one: TableOf): void {
  const { places } = prover
  const cut = prover.model.settledAt(one.asks)
  const at = places.of(`tables.${one.id}`)
  const fault = one.table.trees.policy === 'unique' ? 'several-rows' : 'rows-disagree'
  prover.lacks({
    claim: { code: 'table-without-overlap', at, about: { table: one.id } },
    sought: { wants: (model) => overlap(model, model.table(one.id, cut)), pages: cut + 1, open: cut },
    shows: ({ trace }) => stepOf(trace, one.id)?.fault === fault,
    otherwise: (example, { trace }) => ({
      code: 'table-overlap',
      severity: 'fault',
      at: places.row(one.id, rowIndex(one, stepOf(trace, one.id)?.rows?.[1])),
      about: { table: one.id, rows: stepOf(trace, one.id)?.rows ?? [] },
      example,
    }),
  })
}

function rowIndex({ table }: TableOf, id: string | undefined): number {
  return Math.max(
    0,
    table.trees.rows.findIndex((row) => row.id === id),
  )
}

function overlap(model: Model, table: TableModel | undefined): readonly Want[] | undefined {
  if (table === undefined) return undefined
  const { net } = model.variables.ground
  const sorts = table.trees.policy === 'unique' ? table.rows : kindsOf(model, table)
  const matches = sorts.map((row) => net.make('truth', mapped('is yes', row, isYes)))
  if (matches.length < 2) return [{ node: model.any([]), to: states(yes) }]
  const one = net.make('truth', compared('at most', net.make('number', count(matches, [])), { than: 1, needs: [] }))
  return [{ node: net.make('truth', mapped('not', one, reversed)), to: states(yes) }]
}

/** Rows that give the same are of one kind; one that works out what it gives is a kind of its own. */
function kindsOf(model: Model, { rows, results }: TableModel): readonly Node[] {
  const kinds = new Map<string, Node[]>()
  for (const [at, row] of rows.entries()) {
    const given = results[at] ?? []
    const key = given.every((node) => isFixed(node)) ? given.map(({ id }) => id).join(' ') : `row ${at}`
    kinds.set(key, [...(kinds.get(key) ?? []), row])
  }
  return [...kinds.values()].map((same) => model.any(same))
}
