/** The single place where example people of two sides are put together, and where what is expected of them is made a council's own. */
import { parseDocument } from 'yaml'
import type { PackFiles } from '#core/definition/index.ts'

/** By the id of an example person: what is expected of them here instead, key by key. */
export type OwnExpectations = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** The three sides of a merge. */
export type ExampleSides = { readonly base: PackFiles; readonly ours: PackFiles; readonly theirs: PackFiles }

/** The files with what a council expects of its example people instead. */
export function withOwnExpectations(files: PackFiles, own: OwnExpectations): PackFiles {
  return new Map(
    [...files].map(([path, text]) => {
      const document = path.startsWith('scenarios/') ? parseDocument(text) : undefined
      const expected = document && own[String(document.get('id'))]
      if (!document || !expected) return [path, text]
      for (const [key, value] of Object.entries(expected)) document.setIn(['expect', key], document.createNode(value))
      return [path, String(document)]
    }),
  )
}

/**
 * Each file that only one side changed is theirs or ours. Where both changed it, it is put together key by key; a key both changed stays ours. No
 * example person of ours is ever taken away: one they deleted goes only if it is as it was.
 */
export function mergeExamples({ base, ours, theirs }: ExampleSides): PackFiles {
  const merged = new Map<string, string>()
  for (const path of new Set([...ours.keys(), ...theirs.keys()])) {
    const text = mergeFile(base.get(path), ours.get(path), theirs.get(path))
    if (text !== undefined) merged.set(path, text)
  }
  return merged
}

function mergeFile(base: string | undefined, ours: string | undefined, theirs: string | undefined): string | undefined {
  if (ours === theirs || theirs === base) return ours
  if (ours === base) return theirs
  if (ours === undefined) return base === undefined ? theirs : undefined
  if (theirs === undefined) return ours
  const [was, own, other] = [valueOf(base ?? ''), valueOf(ours), valueOf(theirs)]
  if (own === undefined || other === undefined) return ours
  const document = parseDocument(ours)
  for (const change of changesBetween(was ?? {}, other)) {
    if (!isSame(valueAt(own, change.path), valueAt(was ?? {}, change.path))) continue
    if (change.value === undefined) document.deleteIn(change.path)
    else document.setIn(change.path, document.createNode(change.value))
  }
  return String(document)
}

type Keyed = Readonly<Record<string, unknown>>

function valueOf(text: string): Keyed | undefined {
  const document = parseDocument(text)
  if (document.errors.length > 0) return undefined
  const value: unknown = document.toJS({ maxAliasCount: 20 })
  return isKeyed(value) ? value : undefined
}

type KeyChange = { readonly path: readonly string[]; readonly value: unknown }

/** Down to answers and what is expected, key by key; lists and what is below are taken whole. */
function changesBetween(was: Keyed, is: Keyed, path: readonly string[] = []): readonly KeyChange[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) => {
    const [before, after] = [was[key], is[key]]
    if (isSame(before, after)) return []
    if (path.length === 0 && isKeyed(before) && isKeyed(after)) return changesBetween(before, after, [key])
    return [{ path: [...path, key], value: after }]
  })
}

function valueAt(value: Keyed, [key = '', ...rest]: readonly string[]): unknown {
  const inside = value[key]
  if (rest.length === 0) return inside
  return isKeyed(inside) ? valueAt(inside, rest) : undefined
}

function isKeyed(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
