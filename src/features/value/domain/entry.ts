/** The single place for what staff fill in about the value of a service: the fields of each form, and how they are read. Pure. */
import { dateFrom } from '#core/value/calendar-date.ts'
import { parseMoney } from '#core/value/money.ts'
import type { Json } from '#store/json.ts'
import { BenefitType, Confidence, Covers, Grade } from './event.ts'

export type FieldKind = 'line' | 'text' | 'money' | 'percent' | 'minutes' | 'count' | 'day' | 'one' | 'some'
export type Field = {
  readonly name: FieldName
  readonly kind: FieldKind
  /** What can be chosen. */
  readonly of?: readonly string[]
  readonly isOptional?: true
}

const channels = ['web', 'phone', 'counter', 'paper', 'partner', 'machine'] as const
const evidence = [
  { name: 'grade', kind: 'one', of: Grade.options },
  { name: 'source', kind: 'text' },
  { name: 'asOf', kind: 'day' },
] as const
const basis = [
  { name: 'confidence', kind: 'one', of: Confidence.options },
  { name: 'source', kind: 'text' },
  { name: 'asOf', kind: 'day' },
  { name: 'from', kind: 'day' },
] as const

/** The forms by name, each with its fields in order. */
export const entryForms = {
  cost: [
    { name: 'label', kind: 'line' },
    { name: 'pence', kind: 'money' },
    { name: 'per', kind: 'one', of: ['year', 'case'] },
    { name: 'kind', kind: 'one', of: ['fixed', 'variable', 'overhead'] },
    { name: 'covers', kind: 'some', of: Covers.options },
    { name: 'share', kind: 'percent' },
    { name: 'driver', kind: 'one', of: ['cases', 'minutes', 'channels'] },
    { name: 'channels', kind: 'some', of: channels, isOptional: true },
    ...basis,
  ],
  minutes: [
    { name: 'work', kind: 'one', of: ['taking', 'handling'] },
    { name: 'channel', kind: 'one', of: ['every', ...channels] },
    { name: 'seconds', kind: 'minutes' },
    { name: 'basis', kind: 'one', of: ['standard', 'recorded'] },
    { name: 'pieces', kind: 'count', isOptional: true },
    ...basis,
  ],
  about: [
    { name: 'type', kind: 'one', of: BenefitType.options },
    { name: 'payer', kind: 'line' },
    { name: 'beneficiary', kind: 'line' },
    { name: 'baseline', kind: 'line' },
    { name: 'target', kind: 'line' },
    { name: 'due', kind: 'day' },
  ],
  statement: [{ name: 'figure', kind: 'line' }, { name: 'definition', kind: 'text' }, ...evidence],
  judge: [{ name: 'verdict', kind: 'one', of: ['verified', 'refuted'] }, { name: 'figure', kind: 'line' }, ...evidence],
} as const satisfies Readonly<Record<string, readonly { name: string; kind: FieldKind; of?: readonly string[]; isOptional?: true }[]>>

export type EntryForm = keyof typeof entryForms
export type FieldName = (typeof entryForms)[EntryForm][number]['name']

/** A posted form. */
export type Typed = { readonly get: (name: string) => string; readonly all: (name: string) => readonly string[] }

/** What was filled in, as facts hold it, and the fields that were not filled in rightly. */
export type EntryReading = { readonly values: Readonly<Record<string, Json>>; readonly faults: readonly Field[] }

export function readEntry(form: EntryForm, typed: Typed): EntryReading {
  const fields: readonly Field[] = entryForms[form]
  const read = fields.map((field) => ({ field, value: valueOf(field, typed) }))
  return {
    values: Object.fromEntries(read.flatMap(({ field, value }) => (value === undefined ? [] : [[field.name, value]]))),
    faults: read.flatMap(({ field, value }) => (value === undefined && !isLeftOut(field, typed) ? [field] : [])),
  }
}

function isLeftOut({ name, isOptional }: Field, typed: Typed): boolean {
  return isOptional === true && typed.get(name).trim() === ''
}

function valueOf(field: Field, typed: Typed): Json | undefined {
  const text = typed.get(field.name).trim()
  switch (field.kind) {
    case 'line':
      return within(text, 300)
    case 'text':
      return within(text, 2000)
    case 'money':
      return notNegative(parseMoney(text))
    case 'percent':
      return upTo(tenths(text), 1000)
    case 'minutes':
      return upTo(tenths(text), 14_400, 6)
    case 'count':
      return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
    case 'day':
      return dayOf(field.name, typed)
    case 'one':
      return field.of?.includes(text) ? text : undefined
    case 'some': {
      const chosen = typed.all(field.name).filter((one) => field.of?.includes(one))
      return chosen.length > 0 || field.isOptional ? chosen : undefined
    }
  }
}

function within(text: string, most: number): string | undefined {
  return text !== '' && text.length <= most ? text : undefined
}

function notNegative(pence: number | undefined): number | undefined {
  return pence !== undefined && pence >= 0 && pence <= 1_000_000_000_000 ? pence : undefined
}

/** “12.5” as 125. */
function tenths(text: string): number | undefined {
  const [, whole, rest = '0'] = /^(\d{1,5})(?:\.(\d))?$/.exec(text) ?? []
  return whole === undefined ? undefined : Number(whole) * 10 + Number(rest)
}

function upTo(value: number | undefined, most: number, times = 1): number | undefined {
  return value !== undefined && value <= most ? value * times : undefined
}

function dayOf(name: string, typed: Typed): string | undefined {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => typed.get(`${name}-${part}`).trim())
  const isWritten = [day, month, year].every((part) => /^\d{1,4}$/.test(part))
  return isWritten ? dateFrom({ year: Number(year), month: Number(month), day: Number(day) }) : undefined
}

/** A stable id for a cost, from what it is called; those already given are told apart by a number. */
export function costIdFor(label: string, taken: ReadonlySet<string>): string {
  const plain = label
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
  const id = plain === '' ? 'cost' : plain
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? id : `${id}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}
