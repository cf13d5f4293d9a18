/** The single place where a sentence of the words gets its names filled in and its plural form chosen. */
import { formatDate } from '#core/value/date-words.ts'
import { formatMoney } from '#core/value/money.ts'
import type { Type, Values } from '#core/expression/index.ts'
import type { Language } from './model/names.ts'
import type { Text } from './model/words.ts'
import { literal } from './markdown.ts'

/** What a sentence is filled from. `optionLabel` gives the words of an option of a set. */
export type Filling = {
  readonly language: Language
  readonly values: Values
  readonly types: Readonly<Record<string, Type>>
  readonly optionLabel: (set: string, id: string) => string
  readonly yesOrNo: (answer: boolean) => string
}

/** A name in braces: `{fee}`, or a part of an answer, `{home.postcode}`. */
export const nameInBraces = /\{([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*)\}/g

const rules: Readonly<Record<Language, Intl.PluralRules>> = { en: new Intl.PluralRules('en-GB'), cy: new Intl.PluralRules('cy') }

/** What stands for a name that is not known, so that nobody reads a sentence with a hole in it. */
const unknown = '[…]'

/** The sentence as plain text. A name not known leaves […] in its place. */
export function fillText(text: Text, filling: Filling): string {
  return sentenceOf(text, filling).replace(nameInBraces, (_, name: string) => find(name, filling)?.text ?? unknown)
}

/** Markdown in which what people typed can’t become markup. What a caller adds to the names of the service stays as it is. */
export function fillProse(prose: string, filling: Filling): string {
  return prose.replace(nameInBraces, (_, name: string) => {
    const found = find(name, filling)
    if (found === undefined) return ''
    return found.isOwn ? literal(found.text) : found.text
  })
}

function sentenceOf(text: Text, { language, values }: Filling): string {
  if (typeof text === 'string') return text
  const count = values[text.by]
  const form = typeof count === 'number' ? rules[language].select(count) : 'other'
  return text[form] ?? text.other
}

function find(name: string, filling: Filling): { readonly text: string; readonly isOwn: boolean } | undefined {
  const [first = '', ...rest] = name.split('.')
  if (!Object.hasOwn(filling.values, first)) return undefined
  let value: unknown = filling.values[first]
  let type: Type | undefined = Object.hasOwn(filling.types, first) ? filling.types[first] : undefined
  const isOwn = type !== undefined
  for (const part of rest) {
    value = typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined
    type = type?.kind === 'map' && Object.hasOwn(type.fields, part) ? type.fields[part] : undefined
  }
  return value === undefined || value === null ? undefined : { text: written(value, type, filling), isOwn }
}

/** A value as people read it, by its type: money in pounds, dates in full, options by their labels, yes or no. */
export function written(value: unknown, type: Type | undefined, filling: Filling): string {
  if (Array.isArray(value)) return value.map((one) => written(one, type?.kind === 'list' ? type.of : undefined, filling)).join(', ')
  if (typeof value === 'boolean') return filling.yesOrNo(value)
  if (typeof value === 'number') return type?.kind === 'money' ? formatMoney(value) : groupDigits(value)
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .flat()
      .filter((part) => typeof part === 'string')
      .join(', ')
  if (typeof value !== 'string') return ''
  if (type?.kind === 'date') return formatDate(value, filling.language)
  return type?.kind === 'option' ? filling.optionLabel(type.of, value) : value
}

function groupDigits(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
