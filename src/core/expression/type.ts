/** The single place for the types of the council expression language. Kinds carry no bounds: an `int` is a whole number within ±(2^53-1). */

/** A type. `money` is whole pence, `days` and `months` are lengths that never mix, an `option` belongs to one set, a `map` has exactly its fields. */
export type Type =
  | { readonly kind: 'bool' | 'int' | 'string' | 'money' | 'date' | 'days' | 'months' }
  | { readonly kind: 'option'; readonly of: string }
  | { readonly kind: 'list'; readonly of: Type }
  | { readonly kind: 'map'; readonly fields: Readonly<Record<string, Type>> }

/**
 * What an expression may name: variables with their types, and the option sets whose constants are written `set.option`. The set of a member
 * of a group carries the group's name: `people.role`, with constants such as `people.role.carer`.
 */
export type Scope = {
  readonly variables: Readonly<Record<string, Type>>
  readonly options: Readonly<Record<string, readonly string[]>>
}

/** The type as an author reads it, for example `list of money` or `option of tenure`. */
export function nameOfType(type: Type): string {
  if (type.kind === 'option') return `option of ${type.of}`
  if (type.kind === 'list') return `list of ${nameOfType(type.of)}`
  if (type.kind === 'map') return `group with ${Object.keys(type.fields).join(', ')}`
  return type.kind
}

/** Whether two types are the same in every part. */
export function isSameType(a: Type, b: Type): boolean {
  if (a.kind === 'option') return b.kind === 'option' && a.of === b.of
  if (a.kind === 'list') return b.kind === 'list' && isSameType(a.of, b.of)
  if (a.kind === 'map') return b.kind === 'map' && hasSameFields(a.fields, b.fields)
  return a.kind === b.kind
}

function hasSameFields(a: Readonly<Record<string, Type>>, b: Readonly<Record<string, Type>>): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => isSameField(a[name], b[name]))
}

function isSameField(a: Type | undefined, b: Type | undefined): boolean {
  return a !== undefined && b !== undefined && isSameType(a, b)
}
