/** The single place that shows a table of rules as people read it: questions and options by their words, each row with its reason and source. */
import type { Definition, Prepared, Question, Wording } from '#core/definition/index.ts'
import { table as tableOf } from '#ui/components/table.ts'
import type { Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { wordsFor } from '../words/index.ts'

type Table = Definition['tables'][number]
type Cell = Table['rows'][number]['when'][number]
type Speech = { readonly prepared: Prepared; readonly wording: Wording }

/** `name` is what the table is called on the page, such as “Table 1”. */
export function ruleTable(name: string, table: Table, speech: Speech): Html {
  const { prepared, wording } = speech
  const words = wordsFor(wording.language)
  const inputs = table.inputs.map(({ id, is }) => ({ id, question: prepared.questions.get(is)?.question, is }))
  const head = [
    ...inputs.map(({ id, is }) => ({ text: headingOf(is, speech) ?? spaced(id) })),
    ...table.outputs.map(({ id, type }) => ({ text: type === 'outcome' ? words.aboutOutcome : spaced(id) })),
    { text: words.aboutReason },
    { text: words.aboutSource },
  ]
  const rows = table.rows.map((row) => [
    ...row.when.map((cell, index) => ({ text: cellWords(cell, inputs[index]?.question, wording) })),
    ...row.then.map((cell, index) => ({ text: resultWords(cell, table.outputs[index]?.type, speech) })),
    { text: row.reason === undefined ? '' : wording.reason(row.reason) },
    { text: row.cites ?? '' },
  ])
  return tableScroll(name, tableOf({ caption: name, captionClasses: 'govuk-table__caption--s', head, rows }))
}

function headingOf(source: string, { prepared, wording }: Speech): string | undefined {
  const { service } = prepared.definition
  if (prepared.questions.has(source)) return wording.question(source).short
  if (Object.hasOwn(service.conditions, source)) return wording.condition(source)
  return service.calculations.some(({ id }) => id === source) ? wording.calculation(source) : undefined
}

function cellWords(cell: Cell, question: Question | undefined, wording: Wording): string {
  const words = wordsFor(wording.language)
  const text = String(cell)
  if (text === '-') return words.aboutAnything
  if (text === 'true') return words.aboutYes
  if (text === 'false') return words.aboutNo
  const options = question === undefined ? [] : wording.question(question.id).options
  return options.find(({ id }) => id === text)?.label ?? text
}

function resultWords(cell: Cell, type: string | undefined, { prepared, wording }: Speech): string {
  const text = String(cell)
  const { outcomes, constants } = prepared.definition.service
  const isOutcome = type === 'outcome' && outcomes.some(({ id }) => id === text)
  const constant = /^=\s*([a-z][a-z0-9_]*)$/.exec(text)?.[1]
  if (constant !== undefined && Object.hasOwn(constants, constant)) return String(constants[constant]?.is)
  return isOutcome ? wording.outcome(text).label : cellWords(cell, undefined, wording)
}

function spaced(name: string): string {
  return name.replaceAll('_', ' ')
}
