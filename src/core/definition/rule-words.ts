/** The single place where tables, figures of the scheme and what the rules worked out are put into words. */
import type { Type } from '#core/expression/index.ts'
import type { Words } from './definition.ts'
import type { Prepared } from './prepare.ts'
import { type Filling, written } from './sentence.ts'
import type { TableText, Wording } from './wording.ts'

/** `nameOf` is what a question, condition or calculation is called, where it has words. */
export type RuleSubject = {
  readonly prepared: Prepared
  readonly words: Words
  readonly filling: Filling
  readonly outcome: string
  readonly nameOf: (name: string) => string | undefined
}

/** Words of the rules. A table, column or figure that has none is called by its id, with spaces. */
export function ruleWords(subject: RuleSubject): Pick<Wording, 'constant' | 'table' | 'result'> {
  const { words, prepared, filling } = subject
  const table = (id: string): TableText => tableText(subject, id)
  return {
    constant: (id) => words.constants?.[id] ?? spaced(id),
    table,
    result: (id, value) => {
      const derived = prepared.program.derived.find((one) => one.id === id)
      if (value === null || value === undefined) return undefined
      if (derived?.kind !== 'table') return upperFirst(written(value, derived?.type, filling))
      const rows: readonly unknown[] = Array.isArray(value) ? value : [value]
      return rows.map((row) => rowWritten(table(id), row)).join('; ')
    },
  }
}

function tableText({ prepared, words, filling, outcome, nameOf }: RuleSubject, id: string): TableText {
  const given = words.tables?.[id]
  const table = prepared.definition.tables.find((one) => one.id === id)
  const derived = prepared.program.derived.find((one) => one.id === id)
  const types: Readonly<Record<string, Type>> = derived?.kind === 'table' ? derived.table.outputs : {}
  const column = (name: string): string => {
    const own = given?.columns[name]
    if (own !== undefined) return typeof own === 'string' ? own : own.label
    const source = table?.inputs.find((input) => input.id === name)?.is
    if (source !== undefined) return upperFirst(nameOf(source) ?? spaced(name))
    return isOutcome(types[name]) ? outcome : upperFirst(spaced(name))
  }
  const value = (name: string, result: unknown): string => {
    const own = given?.columns[name]
    const values = typeof own === 'object' ? own.values : undefined
    if (typeof result === 'string' && values?.[result] !== undefined) return values[result]
    const text = written(result, types[name], filling)
    return types[name]?.kind === 'string' ? spaced(text) : text
  }
  return { label: given?.label ?? upperFirst(spaced(id)), column, value }
}

/** The only column of a table needs no name beside the table’s. */
function rowWritten({ column, value }: TableText, row: unknown): string {
  if (typeof row !== 'object' || row === null) return String(row)
  const cells = Object.entries(row)
  const [only] = cells
  if (only !== undefined && cells.length === 1) return value(...only)
  return cells.map(([name, result]) => `${column(name)}: ${value(name, result)}`).join('\n')
}

function isOutcome(type: Type | undefined): boolean {
  return type?.kind === 'option' && type.of === 'outcome'
}

function spaced(name: string): string {
  return name.replaceAll('_', ' ')
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
