/** The single place where plain data is held against a zod shape and every difference becomes a fault with its place and the way out. */
import { z } from 'zod'
import type { Fault } from '../fault.ts'
import type { Path, SourceDocument } from './document.ts'
import { findNearest, suggest } from '#core/expression/nearest.ts'

type Issue = z.core.$ZodIssue
type Told = Pick<Fault, 'code' | 'message' | 'help'> & { readonly path: Path; readonly part: 'key' | 'value' }

const maxFaults = 100

/** Parses the document; faults say file, line and column of the key or value that is wrong. */
export function readShape<Shape extends z.ZodType>(
  document: SourceDocument,
  shape: Shape,
): { readonly value?: z.output<Shape>; readonly faults: readonly Fault[] } {
  const knownKeys = new WeakMap<object, readonly string[]>()
  const result = shape.safeParse(document.data, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys' && issue.inst instanceof z.ZodObject) knownKeys.set(issue.keys, Object.keys(issue.inst.shape))
      return undefined
    },
  })
  if (result.success) return { value: result.data, faults: [] }
  const teller = new Teller(document, knownKeys)
  const told = result.error.issues.flatMap((issue) => teller.tell(issue, [])).slice(0, maxFaults)
  const faults = told.map(({ path, part, ...fault }) => ({ file: document.file, ...document.locate(path, part), ...fault }))
  return { faults }
}

class Teller {
  readonly #document: SourceDocument
  readonly #knownKeys: WeakMap<object, readonly string[]>

  constructor(document: SourceDocument, knownKeys: WeakMap<object, readonly string[]>) {
    this.#document = document
    this.#knownKeys = knownKeys
  }

  tell(issue: Issue, above: Path): readonly Told[] {
    const path = [...above, ...issue.path.filter((step) => typeof step !== 'symbol')]
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => this.#unknownKey(path, key, this.#knownKeys.get(issue.keys) ?? []))
    if (issue.code === 'invalid_union') return this.#union(issue, path)
    if (issue.code === 'invalid_key') {
      const why = issue.issues[0]?.message ?? 'it is not a name'
      return [
        { path, part: 'key', code: 'bad-name', message: `“${path.at(-1)}” can’t be a name here: ${why}.`, help: 'Choose another name.' },
      ]
    }
    return [{ path, part: 'value', ...this.#single(issue, path) }]
  }

  #unknownKey(path: Path, key: string, known: readonly string[]): Told {
    return { path: [...path, key], part: 'key', code: 'unknown-key', message: `“${key}” is not a key here.`, help: suggest(key, known) }
  }

  #union(issue: z.core.$ZodIssueInvalidUnion, path: Path): readonly Told[] {
    const options = optionsOf(issue)
    if (options !== undefined) return [{ path, part: 'value', ...wordChoice(path, valueAt(this.#document.data, path), options) }]
    const branches = issue.errors.map((branch) => branch.flatMap((inner) => this.tell(inner, path)))
    const inside = branches.filter((branch) => branch.every((told) => told.path.length > path.length))
    const best = inside.toSorted((a, b) => unknownKeys(a) - unknownKeys(b) || a.length - b.length)[0]
    if (best !== undefined) return best
    const forms = branches.map((branch) => branch[0]).filter((told) => told !== undefined)
    const informative = forms.find((told) => told.code !== 'wrong-type')
    return informative === undefined ? forms.slice(0, 1) : [informative]
  }

  #single(issue: Issue, path: Path): Pick<Fault, 'code' | 'message' | 'help'> {
    const value = valueAt(this.#document.data, path)
    const key = nameOf(path)
    if (value === undefined) return { code: 'missing-key', message: `${key} is missing.`, help: missingHelp(issue) }
    if (value === null) return { code: 'empty', message: `${key} is empty.`, help: 'Give it a value or take the key out.' }
    switch (issue.code) {
      case 'invalid_type':
        return {
          code: 'wrong-type',
          message: `${key} must be ${wordType(issue.expected)}, not ${wordValue(value)}.`,
          help: typeHelp(issue.expected, value),
        }
      case 'invalid_value':
        return wordChoice(path, value, issue.values.map(String))
      case 'too_small':
        return { code: 'too-small', message: `${key} is too small or too short.`, help: `The least is ${issue.minimum}.` }
      case 'too_big':
        return { code: 'too-big', message: `${key} is too large or too long.`, help: `The most is ${issue.maximum}.` }
      case 'invalid_format':
        return { code: 'wrong-form', message: `${key} is ${wordValue(value)}: ${issue.message}.`, help: 'Write it in that form.' }
      default:
        return { code: 'wrong-value', message: `${key} is ${wordValue(value)}: ${issue.message}.`, help: 'Choose another value.' }
    }
  }
}

function optionsOf(issue: z.core.$ZodIssueInvalidUnion): readonly string[] | undefined {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : undefined
}

function unknownKeys(branch: readonly Told[]): number {
  return branch.filter((told) => told.code === 'unknown-key').length
}

function wordChoice(path: Path, value: unknown, known: readonly string[]): Pick<Fault, 'code' | 'message' | 'help'> {
  const key = nameOf(path)
  if (value === undefined) return { code: 'missing-key', message: `${key} is missing.`, help: `One of: ${known.join(', ')}.` }
  const nearest = typeof value === 'string' ? findNearest(value, known) : undefined
  const help = `${nearest === undefined ? '' : `Did you mean “${nearest}”? `}It is one of: ${known.join(', ')}.`
  if (path.at(-1) === 'kind' && value === 'file') {
    return {
      code: 'not-yet',
      message: 'The kind “file” comes with uploads, which are not there yet.',
      help: 'Ask for the document after submission for now.',
    }
  }
  return { code: path.at(-1) === 'kind' ? 'unknown-kind' : 'unknown-value', message: `${key} can’t be ${wordValue(value)}.`, help }
}

function missingHelp(issue: Issue): string {
  if (issue.code === 'invalid_value') return `Write ${issue.values.map(String).join(' or ')}.`
  return issue.code === 'invalid_type' ? `Add it: ${wordType(issue.expected)}.` : 'Add it.'
}

function typeHelp(expected: string, value: unknown): string {
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return `Put it in quotes: "${value}".`
  if (expected === 'boolean' && typeof value === 'string') return 'Write true or false.'
  if (expected === 'array') return 'Write a list: - one, - two, or [one, two].'
  if (expected === 'object' || expected === 'record') return 'Write key: value lines under it.'
  return `Write ${wordType(expected)}.`
}

function wordType(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a whole number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a set of keys',
    record: 'a set of keys',
  }
  return Object.hasOwn(words, expected) ? (words[expected] ?? expected) : expected
}

function wordValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a set of keys'
  return typeof value === 'string' ? `“${value.slice(0, 60)}”` : String(value)
}

function nameOf(path: Path): string {
  const last = path.at(-1)
  if (last === undefined) return 'The file'
  return typeof last === 'number' ? `Number ${last + 1} of ${path.at(-2) ?? 'the list'}` : `“${last}”`
}

/** The value at a path of plain data, or undefined. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = Reflect.get(value, step)
  }
  return value
}
