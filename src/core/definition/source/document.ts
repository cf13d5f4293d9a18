/** The single place where one file of a pack is read as YAML 1.2 (core schema) into plain data that remembers where each part stood. */
import { isCollection, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar, type YAMLMap } from 'yaml'
import type { Fault } from '../fault.ts'
import { align } from './align.ts'
import { findControlCharacter, scan } from './scan.ts'

/** Keys and indexes from the top of a file. */
export type Path = readonly (string | number)[]

export type Position = { readonly line: number; readonly column: number }

/** A file as plain data. Whole numbers are numbers; other numbers stay the text they were written as, so that `480.00` keeps its pence. */
export type SourceDocument = {
  readonly file: string
  readonly data: unknown
  /** Where a value stands, or its key; the nearest part above when it does not exist. */
  readonly locate: (path: Path, part?: 'key' | 'value') => Position
  /** Where a character of a text stands. */
  readonly locateInside: (path: Path, offset: number) => Position
}

const options = {
  version: '1.2',
  schema: 'core',
  merge: false,
  uniqueKeys: false,
  keepSourceTokens: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype', '<<'])
const maxFaults = 20

/** Reads a file. The document is there unless the file is not YAML a pack may use. */
export function readDocument(file: string, source: string): { readonly document?: SourceDocument; readonly faults: readonly Fault[] } {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source
  const lines = new LineCounter()
  const troubles = scan(text)
  if (troubles.length > 0) {
    const locate = locateIn(text)
    return { faults: troubles.map(({ at, ...fault }) => ({ file, ...locate(at), ...fault })) }
  }
  const parsed = parseDocument(text, { ...options, lineCounter: lines })
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  if (parsed.errors.length > 0) {
    const faults = parsed.errors
      .slice(0, maxFaults)
      .map((error) => ({ file, ...positionOf(error.pos[0]), ...wordYamlError(error.code, error.message) }))
    return { faults }
  }
  const reader = new Reader(file, positionOf)
  const data = reader.valueOf(parsed.contents)
  if (reader.faults.length > 0) return { faults: reader.faults }
  return { document: { file, data, ...locators(parsed.contents, text, positionOf) }, faults: [] }
}

function locateIn(text: string): (at: number) => Position {
  return (at) => {
    const before = text.slice(0, at)
    return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
  }
}

function wordYamlError(code: string, message: string): Pick<Fault, 'code' | 'message' | 'help'> {
  const help =
    code === 'TAB_AS_INDENT'
      ? 'Indent with spaces, not tabs.'
      : code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'MULTILINE_IMPLICIT_KEY'
        ? 'A text with “: ” in it goes in quotes.'
        : code === 'BLOCK_IN_FLOW'
          ? 'Put it in quotes: "-" is a cell that accepts anything.'
          : 'Look at the indentation, and put texts that hold : # [ ] { } or quotes in quotes.'
  return { code: 'not-yaml', message: `This is not YAML: ${message.split('\n')[0]}.`.replace('..', '.'), help }
}

/** Turns YAML nodes into plain data and notes what a pack may not hold. */
class Reader {
  readonly faults: Fault[] = []
  readonly #file: string
  readonly #positionOf: (offset: number) => Position

  constructor(file: string, positionOf: (offset: number) => Position) {
    this.#file = file
    this.#positionOf = positionOf
  }

  valueOf(node: unknown): unknown {
    if (isMap(node)) return this.#mapOf(node)
    if (isSeq(node)) return node.items.map((item) => this.valueOf(item))
    if (isScalar(node)) return this.#scalarOf(node)
    return null
  }

  #mapOf(node: YAMLMap): Record<string, unknown> {
    const map: Record<string, unknown> = {}
    const seen = new Map<string, Position>()
    for (const pair of node.items) {
      const key = keyOf(pair.key)
      const place = this.#placeOf(pair.key)
      const earlier = key === undefined ? undefined : seen.get(key)
      if (key === undefined) this.#add(place, { code: 'not-a-key', message: 'A key is a word.', help: 'Write key: value.' })
      else if (forbiddenKeys.has(key))
        this.#add(place, { code: 'forbidden-key', message: `“${key}” can’t be a key.`, help: 'Choose another name.' })
      else if (earlier !== undefined) {
        const help = `It stands at line ${earlier.line}, column ${earlier.column} already. Keep one of the two.`
        this.#add(place, { code: 'duplicate-key', message: `The key “${key}” is given twice.`, help })
      } else {
        this.#refuseControl(key, place)
        seen.set(key, place)
        map[key] = this.valueOf(pair.value)
      }
    }
    return map
  }

  #scalarOf(node: Scalar): unknown {
    if (typeof node.value === 'bigint' || typeof node.value === 'number') {
      const written = node.source ?? String(node.value)
      if (!/^[-+]?(0|[1-9][0-9]*)$/.test(written)) return written
      if (Number.isSafeInteger(node.value)) return Number(node.value)
      this.#add(this.#placeOf(node), {
        code: 'number-too-large',
        message: `The number ${written.slice(0, 40)} is too large.`,
        help: 'Whole numbers go up to 9007199254740991.',
      })
      return 0
    }
    if (typeof node.value === 'string') this.#refuseControl(node.value, this.#placeOf(node))
    return node.value
  }

  /** Escapes in quotes can write what the file itself could not hold. */
  #refuseControl(text: string, place: Position): void {
    const trouble = findControlCharacter(text)
    if (trouble === undefined) return
    const { code, message, help } = trouble
    this.#add(place, { code, message, help })
  }

  #placeOf(node: unknown): Position {
    return this.#positionOf(startOf(node) ?? 0)
  }

  #add(place: Position, told: Pick<Fault, 'code' | 'message' | 'help'>): void {
    if (this.faults.length < maxFaults) this.faults.push({ file: this.#file, ...place, ...told })
  }
}

function keyOf(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined
  if (typeof node.value === 'string') return node.value
  return node.value === null ? undefined : (node.source ?? String(node.value))
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isCollection(node) ? (node.range?.[0] ?? undefined) : undefined
}

function locators(
  top: Node | null,
  text: string,
  positionOf: (offset: number) => Position,
): Pick<SourceDocument, 'locate' | 'locateInside'> {
  return {
    locate: (path, part = 'value') => positionOf(startOf(find(top, path, part)) ?? 0),
    locateInside: (path, offset) => {
      const node = find(top, path, 'value')
      if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return positionOf(startOf(node) ?? 0)
      const offsets = align(text.slice(node.range[0], node.range[1]), node.value)
      return positionOf(node.range[0] + (offsets[Math.min(offset, offsets.length - 1)] ?? 0))
    },
  }
}

/** The node at a path, or the deepest one on the way. An empty value gives its key. */
function find(top: unknown, path: Path, part: 'key' | 'value'): unknown {
  let node: unknown = top
  for (const [index, step] of path.entries()) {
    if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step]
      if (item === undefined) return node
      node = item
      continue
    }
    if (!isMap(node)) return node
    const pair = node.items.find((item) => isPair(item) && keyOf(item.key) === String(step))
    if (pair === undefined) return node
    const isKeyWanted = (part === 'key' && index === path.length - 1) || startOf(pair.value) === undefined
    node = isKeyWanted ? pair.key : pair.value
  }
  return node
}
