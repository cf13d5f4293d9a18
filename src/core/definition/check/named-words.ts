/** The single place that checks the names in sentences: `{name}` and the number that chooses a plural form. */
import type { Type } from '#core/expression/index.ts'
import type { Words } from '../definition.ts'
import type { Finding } from '../program/compile.ts'
import { nameInBraces } from '../sentence.ts'
import type { Path } from '../source/document.ts'
import { suggest } from '#core/expression/nearest.ts'
import { valueAt } from '../source/shape.ts'
import { placedQuestions, type Subject } from './subject.ts'

/** What messages may name besides the service’s own: filled in when a message is sent. */
export const messageNames = [
  'reference',
  'link',
  'outcome',
  'reasons',
  'question',
  'reply_by',
  'council',
  'name',
  'appointment',
  'renew',
  'renew_by',
] as const

/** Parts of the words whose sentences are shown as they are written. */
const plain = new Set([
  'search',
  'sections',
  'purposes',
  'conditions',
  'calculations',
  'constants',
  'tables',
  'flags',
  'clocks',
  'statuses',
  'appeal',
  'benefits',
  'effects',
])

/** Sentences of actions, tasks and appointments that stand in lists and histories. */
function isPlainInside(part: string, inside: Path[number] | undefined): boolean {
  const isListed = part === 'actions' || part === 'tasks' || part === 'appointments'
  return isListed && (inside === 'label' || inside === 'given' || inside === 'done')
}

/** Every name in a sentence that names nothing, or nothing that can be known where the sentence stands. */
export function namesInWords(subject: Subject): readonly Finding[] {
  const { definition } = subject
  return definition.service.languages.flatMap((language) => {
    const words = definition.words[language]
    return words === undefined
      ? []
      : leavesOf(words).flatMap((path) => sentenceFindings(subject, words, { path, at: ['words', language, ...path] }))
  })
}

/** Paths of all sentences; plural forms and lists count as one. */
export function leavesOf(words: Words | undefined): readonly Path[] {
  if (words === undefined) return []
  const { schema: _, language: __, translation: ___, ...parts } = words
  return leavesUnder(parts, [])
}

function leavesUnder(value: unknown, path: Path): readonly Path[] {
  if (typeof value === 'string') return [path]
  if (Array.isArray(value)) return value.length === 0 ? [] : [path]
  if (typeof value !== 'object' || value === null) return []
  if ('by' in value && 'other' in value) return [path]
  const isOwnFault = path.at(-1) === 'faults'
  return isOwnFault ? [] : Object.entries(value).flatMap(([key, inside]) => leavesUnder(inside, [...path, key]))
}

function sentenceFindings(subject: Subject, words: Words, { path, at }: { readonly path: Path; readonly at: Path }): readonly Finding[] {
  const value = valueAt(words, path)
  const forms =
    typeof value === 'string' ? { '': value } : typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  const isBare = !Object.entries(forms).some(
    ([form, sentence]) => form === 'by' || (typeof sentence === 'string' && sentence.includes('{')),
  )
  if (isBare) return []
  const known = knownAt(subject, path)
  return Object.entries(forms).flatMap(([form, sentence]): readonly Finding[] => {
    if (typeof sentence !== 'string') return []
    const place = form === '' ? at : [...at, form]
    if (form === 'by') return pluralFindings(sentence, known, place)
    return [...sentence.matchAll(nameInBraces)].flatMap(({ index, 1: name = '' }) =>
      nameFindings(name, known, { path: place, offset: index }),
    )
  })
}

type Known = { readonly types: ReadonlyMap<string, Type | undefined>; readonly later: ReadonlySet<string> }

/** Questions’ own words may name answers of earlier pages; the words of the whole service only constants; all else whatever the service works out. */
function knownAt({ definition, program }: Subject, path: Path): Known {
  const [part, id, inside] = path
  if (typeof part === 'string' && (plain.has(part) || isPlainInside(part, inside))) return { types: new Map(), later: new Set() }
  const all = new Map<string, Type | undefined>(Object.entries(program.scope.variables))
  for (const { id } of definition.service.calculations) if (!all.has(id)) all.set(id, undefined)
  if (part === 'messages') for (const name of messageNames) all.set(name, undefined)
  if (part === 'service')
    return { types: new Map([...all].filter(([name]) => Object.hasOwn(definition.service.constants, name))), later: new Set() }
  const questions = placedQuestions(definition)
  const pages = program.pages.map((page) => page.id)
  const page =
    part === 'pages'
      ? pages.indexOf(String(id))
      : part === 'questions'
        ? questions.find(({ question }) => question.id === id)?.page
        : undefined
  if (page === undefined || page === -1) return { types: all, later: new Set() }
  const isLate = new Set(questions.filter((one) => one.page >= page).map(({ question }) => question.id))
  const later = new Set([...isLate, ...program.derived.filter(({ asks }) => asks.some((name) => isLate.has(name))).map((one) => one.id)])
  return { types: all, later }
}

function pluralFindings(name: string, known: Known, path: Path): readonly Finding[] {
  const findings = nameFindings(name, known, { path })
  if (findings.length > 0 || isCount(known, name)) return findings
  return [
    {
      place: { path },
      code: 'wrong-type',
      message: `“${name}” is not a whole number, so it can’t choose a plural form.`,
      help: 'Name a number or a calculation that counts.',
    },
  ]
}

/** A calculation with a fault of its own may yet become one. */
function isCount({ types }: Known, name: string): boolean {
  const type = types.get(name)
  return type === undefined || type.kind === 'int'
}

function nameFindings(name: string, { types, later }: Known, place: Finding['place']): readonly Finding[] {
  const [first = '', ...fields] = name.split('.')
  if (!types.has(first)) {
    const help =
      types.size === 0 ? 'Sentences here are shown as they are written; no name is filled in.' : suggest(first, [...types.keys()])
    return [{ place, code: 'unknown-name', message: `“{${name}}” names nothing that is known here.`, help }]
  }
  if (later.has(first)) {
    return [
      { place, code: 'asked-later', message: `“{${name}}” is not known yet on this page.`, help: 'Name an answer of an earlier page.' },
    ]
  }
  let type = types.get(first)
  for (const field of fields) {
    if (type?.kind !== 'map' || !Object.hasOwn(type.fields, field)) {
      const help = type?.kind === 'map' ? suggest(field, Object.keys(type.fields)) : `“${first}” has no parts.`
      return [{ place, code: 'unknown-name', message: `“{${name}}” names nothing that is known here.`, help }]
    }
    type = type.fields[field]
  }
  return []
}
