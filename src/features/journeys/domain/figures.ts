/** The single place where what the rules worked out is written for people. Pure. */
import type { Language, Prepared, Wording } from '#core/definition/index.ts'
import type { Evaluation, PlainValue } from '#core/journey/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { formatMoney } from '#core/value/money.ts'

/** A figure with what it is called. */
export type Figure = { readonly label: string; readonly value: string }

/** The calculations that the service shows, where they can be told; the one that is the fee is left to the price. */
export function figuresOf(prepared: Prepared, { values }: Pick<Evaluation, 'values'>, wording: Wording): readonly Figure[] {
  const { calculations, fee } = prepared.definition.service
  return calculations.flatMap(({ id, shown }) => {
    const text = shown && fee?.is !== id ? textOf(values[id] ?? null, kindOf(prepared, id), wording.language) : undefined
    return text === undefined ? [] : [{ label: wording.calculation(id), value: text }]
  })
}

/** The price in words, such as `£12.50`. */
export function priceOf(pence: number): string {
  return formatMoney(pence)
}

function kindOf({ program }: Prepared, calculation: string): string | undefined {
  return program.derived.find(({ id }) => id === calculation)?.type.kind
}

function textOf(value: PlainValue, kind: string | undefined, lang: Language): string | undefined {
  if (typeof value === 'number') return kind === 'money' ? formatMoney(value) : String(value)
  if (typeof value === 'string') return kind === 'date' ? formatDate(value, lang) : value
  return undefined
}
