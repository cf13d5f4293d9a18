/** The single place for what the kinds share in reading what people type: trimming, one field, plain values of a file. */
import type { Answer } from '../answers.ts'
import type { Flaw } from '../fault.ts'
import type { FormFields, Reading } from './question.ts'

/** Longest text looked at; a browser cuts off long before. */
const longest = 100_000

/** Nothing given. */
export const nothing = { flaws: [] } as const

/** One flaw and no answer. */
export function flawed(code: string, rest: Omit<Flaw, 'code'> = {}): { readonly flaws: readonly Flaw[] } {
  return { flaws: [{ code, ...rest }] }
}

/** An answer without a flaw. */
export function answered<A extends Answer>(answer: A): Reading<A> {
  return { answer, flaws: [] }
}

/** The first field of a name as one line: trimmed, white space of every sort made one space, invisible characters dropped. */
export function oneLine(fields: FormFields, name: string): string {
  return asLine(fields.getAll(name)[0] ?? '')
}

/** A text as one line. */
export function asLine(text: string): string {
  return text
    .slice(0, longest)
    .normalize('NFC')
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u3000]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, '')
    .trim()
}

/** A text as several lines: line ends made `\n`, trimmed, control characters dropped. */
export function asLines(text: string): string {
  return text
    .slice(0, longest)
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gmu, '')
    .replace(/(?![\n\t\u200d])[\p{Cc}\p{Cf}\ufffd]/gu, '')
    .trim()
}

/** Digits and signs as a person types them: spaces and smart minus signs made plain. */
export function asTyped(text: string): string {
  return asLine(text)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(' ', '')
}

/** Characters as a person counts them. */
export function lengthOf(text: string): number {
  return [...text].length
}

/** A text, or a number written without quotes, of a file; undefined for anything else. */
export function textOfFile(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined
}

/** Whether the file gives nothing. */
export function isNothing(value: unknown): value is undefined | null | '' {
  return value === undefined || value === null || value === ''
}

/** Whether it is a text. */
export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** Whether it is a plain record. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The own text of a record under a key, as one line; empty where there is none. */
export function lineOf(record: Readonly<Record<string, unknown>>, key: string): string {
  return Object.hasOwn(record, key) ? asLine(textOfFile(record[key]) ?? '') : ''
}

/** A record of the texts that are not empty. */
export function filled<K extends string>(parts: Readonly<Record<K, string>>): { [key in K]?: string } {
  const result: { [key in K]?: string } = {}
  for (const key in parts) if (parts[key] !== '') result[key] = parts[key]
  return result
}
