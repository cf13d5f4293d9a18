/** The single place that says which of the things worked out the check page shows. Pure. */
import type { Prepared, Wording } from '#core/definition/index.ts'
import type { Evaluation } from '#core/journey/index.ts'
import { formatMoney } from '#core/value/money.ts'

/** A figure with what it is called. */
export type Figure = { readonly label: string; readonly value: string }

/** The calculations that the service shows, where they can be told; the one that is the fee is left to the price. */
export function figuresOf(prepared: Prepared, { values }: Pick<Evaluation, 'values'>, wording: Wording): readonly Figure[] {
  const { calculations, fee } = prepared.definition.service
  return calculations.flatMap(({ id, shown }) => {
    const value = shown && fee?.is !== id ? wording.result(id, values[id]) : undefined
    return value === undefined ? [] : [{ label: wording.calculation(id), value }]
  })
}

/** The price in words, such as `£12.50`. */
export function priceOf(pence: number): string {
  return formatMoney(pence)
}
