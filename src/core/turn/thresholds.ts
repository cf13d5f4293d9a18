/** The single place that finds where an answer may tip the rules: every comparison in conditions, calculations and tables that it has a part in. */
import { type Ast, partsOf } from '#core/expression/index.ts'
import type { Prepared } from '../definition/prepare.ts'
import { insideEntry, readsAnswer, type Setting, solve, worth } from './inverse.ts'

/** Values of the answer at which some comparison is just met. Each once. */
export function thresholdsOf(prepared: Prepared, setting: Setting): readonly (number | string)[] {
  const found = new Set<number | string>()
  for (const ast of rulesOf(prepared)) collect(ast, setting, found)
  for (const one of prepared.program.derived) if (one.kind === 'table') collectTable(one.table.trees, setting, found)
  return [...found]
}

/** All checked trees outside tables that can change what a person meets or gets. */
function rulesOf({ program }: Prepared): readonly Ast[] {
  const asked = program.pages.flatMap(({ when, questions }) => [
    ...when,
    ...questions.flatMap((question) => [question, ...question.of].flatMap((one) => one.when ?? [])),
  ])
  const worked = program.derived.flatMap((one) => (one.kind === 'table' ? [] : [one.compiled]))
  return [...asked, ...worked, ...program.exits.map(({ when }) => when), ...(program.outcome ? [program.outcome] : [])].map(
    ({ ast }) => ast,
  )
}

function collect(ast: Ast, setting: Setting, found: Set<number | string>): void {
  if (!readsAnswer(ast, setting)) return
  if (ast.kind === 'walk') {
    const inside = insideEntry(ast, setting)
    collect(ast.over, setting, found)
    for (const part of [ast.body, ...(ast.where === undefined ? [] : [ast.where])]) collect(part, inside ?? setting, found)
    return
  }
  if (ast.kind === 'operation') meet(ast, setting, found)
  for (const part of partsOf(ast)) collect(part, setting, found)
}

/** A comparison is just met where both sides are the same. */
function meet({ left, right, operator }: Extract<Ast, { kind: 'operation' }>, setting: Setting, found: Set<number | string>): void {
  if (operator === 'in' && right.kind === 'list') {
    for (const item of right.items) add(left, worth(item, setting), { setting, found })
    return
  }
  if (!['==', '!=', '<', '<=', '>', '>='].includes(operator)) return
  add(left, readsAnswer(right, setting) ? undefined : worth(right, setting), { setting, found })
  add(right, readsAnswer(left, setting) ? undefined : worth(left, setting), { setting, found })
}

type Finding = { readonly setting: Setting; readonly found: Set<number | string> }

function add(ast: Ast, value: unknown, { setting, found }: Finding): void {
  if (typeof value !== 'number' && typeof value !== 'string') return
  for (const one of solve(ast, value, setting)) found.add(one)
}

type Trees = {
  readonly inputs: readonly Ast[]
  readonly rows: readonly { readonly tests: readonly (Ast | undefined)[]; readonly results: readonly Ast[] }[]
}

function collectTable({ inputs, rows }: Trees, setting: Setting, found: Set<number | string>): void {
  for (const input of inputs) collect(input, setting, found)
  for (const { tests, results } of rows) {
    for (const result of results) collect(result, setting, found)
    for (const [at, test] of tests.entries()) {
      const input = inputs[at]
      if (input === undefined || test === undefined) continue
      for (const literal of literalsIn(test)) add(input, literal, { setting, found })
    }
  }
}

function literalsIn(ast: Ast): readonly unknown[] {
  return ast.kind === 'literal' ? [ast.value] : partsOf(ast).flatMap(literalsIn)
}
