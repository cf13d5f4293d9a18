/** The single place that shows a table of rules as people read it: tests and results in words, each row with its reason and source. */
import type { Definition, Prepared, Wording } from '#core/definition/index.ts'
import { formatMoney, parseMoney } from '#core/value/money.ts'
import { table as tableOf } from '#ui/components/table.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { type CellSpeech, cellWords, literalWords } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'

type Table = Definition['tables'][number]
type Row = Table['rows'][number]
type Speech = { readonly prepared: Prepared; readonly wording: Wording }

export function ruleTable(table: Table, speech: Speech): Html {
  const { wording } = speech
  const words = wordsFor(wording.language)
  const { label, column } = wording.table(table.id)
  const head = [...table.inputs, ...table.outputs].map(({ id }) => ({ text: column(id) }))
  const rows = table.rows.map((row) => [
    ...row.when.map((cell, index) => ({ text: cellWords(cell, inputSpeech(table.inputs[index]?.is, wording)) })),
    ...row.then.map((cell, index) => ({ text: resultWords(cell, { ...speech, table: table.id, output: table.outputs[index] }) })),
    { html: reasonOf(row, wording) },
  ])
  const content = tableOf({ caption: label, captionClasses: 'govuk-table__caption--s', head: [...head, { text: words.aboutReason }], rows })
  return tableScroll(label, content)
}

function reasonOf({ reason, cites }: Row, wording: Wording): Html {
  return html`${reason !== undefined && wording.reason(reason)}${cites !== undefined && html`<span class="explanation__source">${cites}</span>`}`
}

function inputSpeech(source: string | undefined, wording: Wording): CellSpeech {
  const options = source === undefined ? [] : wording.question(source).options
  return { lang: wording.language, optionLabel: (id) => options.find((option) => option.id === id)?.label }
}

type Result = Speech & { readonly table: string; readonly output: Table['outputs'][number] | undefined }

/** A figure of the scheme by its amount, everything else as the table itself would say it. */
function resultWords(cell: Row['then'][number], { prepared, wording, table, output }: Result): string {
  const text = String(cell)
  const { constants } = prepared.definition.service
  const name = /^=\s*([a-z][a-z0-9_]*)$/.exec(text)?.[1]
  const constant = name !== undefined && Object.hasOwn(constants, name) ? constants[name] : undefined
  if (constant !== undefined) return amountOf(String(constant.is), constant.type)
  const spoken = output === undefined ? text : wording.table(table).value(output.id, text)
  return literalWords(spoken, { lang: wording.language, optionLabel: () => undefined })
}

function amountOf(text: string, type: string): string {
  const pence = type === 'money' ? parseMoney(text) : undefined
  return pence === undefined ? text : formatMoney(pence)
}
