/** The single place where something worked out is written as people read it. */
import type { Language } from '#core/definition/model/names.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { formatDate } from '#core/value/date-words.ts'
import { formatMoney } from '#core/value/money.ts'
import type { Json } from '#store/json.ts'
import { sayIn } from '../words/index.ts'

/** A value of a condition, calculation or table; `not told` in words where there is none. Money by its type, days in full. */
export function figure(prepared: Prepared, { id, value }: { readonly id: string; readonly value: Json }, lang: Language): string {
  const type = prepared.program.derived.find((one) => one.id === id)?.type.kind
  if (typeof value === 'number') return type === 'money' ? formatMoney(value) : String(value)
  if (typeof value === 'string') return type === 'date' ? formatDate(value, lang) : value.replaceAll('_', ' ')
  return listed(value, lang)
}

/** The outputs of a table, `name: value`. */
function listed(value: Json, lang: Language): string {
  if (value === null) return sayIn(lang)('cannotTell')
  if (typeof value === 'boolean') return sayIn(lang)(value ? 'yes' : 'no')
  if (typeof value !== 'object') return String(value).replaceAll('_', ' ')
  const parts = Object.entries(value).map(([name, one]) => ({ name: name.replaceAll('_', ' '), text: listed(one, lang) }))
  return isList(value) ? parts.map(({ text }) => text).join('; ') : parts.map(({ name, text }) => `${name}: ${text}`).join(', ')
}

function isList(value: object): boolean {
  return Array.isArray(value)
}
