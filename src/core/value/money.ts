/** The single place for money: whole pence as a number within ±(2^53-1). */
import { exactInteger } from './integer.ts'

const WRITTEN = /^(-)?£?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?$/

/** Pence from what a person writes: `12`, `12.50`, `£1,234.50`, `-£3.00`. `undefined` when it is not an amount or too large. */
export function parseMoney(text: string): number | undefined {
  const [, minus, pounds, pence] = WRITTEN.exec(text.trim().replace(/^£-/, '-£')) ?? []
  if (pounds === undefined || pounds.length > 21) return undefined
  const whole = Number(pounds.replaceAll(',', ''))
  const amount = exactInteger(whole * 100 + Number(pence ?? 0))
  if (amount === undefined || !Number.isSafeInteger(whole * 100)) return undefined
  return minus === undefined ? amount : 0 - amount
}

/** The amount as a person reads it, in English and Welsh alike: `£1,234.50`, `-£3.00`. */
export function formatMoney(pence: number): string {
  const [pounds = '', rest = ''] = plainMoney(Math.abs(pence)).split('.')
  return `${pence < 0 ? '-' : ''}£${pounds.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${rest}`
}

/** The amount as data: `1234.50`, the form used in answers files and tables. */
export function plainMoney(pence: number): string {
  const size = Math.abs(pence)
  const rest = String(size % 100).padStart(2, '0')
  return `${pence < 0 ? '-' : ''}${(size - (size % 100)) / 100}.${rest}`
}
