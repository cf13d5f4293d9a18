/** The single place that writes a set of HTML attributes, with the meaning of the official `govukAttributes` macro. */
import { escape, Html } from './html.ts'

type Plain = string | number | boolean | null | undefined

/** With `optional`, `true` writes the bare name and `null`, `undefined` and `false` write nothing; without it the value is always written. */
export type AttributeValue = Plain | { readonly value: Plain; readonly optional?: boolean | undefined }

/** Attribute names to values. Names come from our own code, never from a person. */
export type Attributes = Readonly<Record<string, AttributeValue>>

/** ` name="value"` for each attribute, with a leading space each, ready to follow a tag name. */
export function attributes(all: Attributes | undefined): Html {
  let bytes = ''
  for (const name in all) {
    const item = all[name]
    const { value, optional = false } = typeof item === 'object' && item !== null ? item : { value: item }
    bytes += attribute(name, value, optional)
  }
  return Html.trustBytes(bytes)
}

/** The attributes that have a value: nothing is written for `undefined`, `null`, `false` and the empty string. */
export function given(all: Readonly<Record<string, Plain>>): Html {
  let bytes = ''
  for (const name in all) {
    const value = all[name]
    if (value !== '') bytes += attribute(name, value, true)
  }
  return Html.trustBytes(bytes)
}

function attribute(name: string, value: Plain, optional: boolean): string {
  if (optional && value === true) return ` ${escape(name)}`
  if (optional && (value === undefined || value === null || value === false)) return ''
  return ` ${escape(name)}="${value === undefined || value === null ? '' : escape(String(value))}"`
}
