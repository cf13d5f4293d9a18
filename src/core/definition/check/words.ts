/** The single place that checks the words: none missing in a language of the service, none for what does not exist, and every name in them known where it stands. */
import type { Words } from '../definition.ts'
import type { Language } from '../model/names.ts'
import type { Finding } from '../program/compile.ts'
import type { Path } from '../source/document.ts'
import { suggest } from '#core/expression/nearest.ts'
import { valueAt } from '../source/shape.ts'
import { leavesOf, namesInWords } from './named-words.ts'
import { type NeededWords, wordsOfEquality, wordsOfService } from './needed-words.ts'
import { type Check, placedQuestions, type Subject } from './subject.ts'

type Spoken = Readonly<Partial<Record<Language, Words>>>

export const checkWords: Check = (subject) => {
  const { definition } = subject
  const equality = definition.equality
  return [
    ...definition.service.languages.flatMap((language, index) => fileFindings(subject, language, index)),
    ...wordFindings(subject, { words: definition.words, needed: wordsOfService(definition), path: ['words'] }),
    ...(equality === undefined
      ? []
      : wordFindings(subject, { words: equality.words, needed: wordsOfEquality(definition), path: ['equality', 'words'] })),
    ...namesInWords(subject),
  ]
}

function fileFindings({ definition }: Subject, language: Language, index: number): readonly Finding[] {
  const place = { path: ['service', 'languages', index] }
  const findings: Finding[] = []
  if (definition.words[language] === undefined) {
    findings.push({
      place,
      code: 'missing-words',
      message: `There is no words.${language}.yaml.`,
      help: 'Write it, or take the language out.',
    })
  }
  if (definition.equality !== undefined && definition.equality.words[language] === undefined) {
    const file = `${definition.service.equality}/words.${language}.yaml`
    findings.push({ place, code: 'missing-words', message: `There is no ${file}.`, help: 'Write it, or take the language out.' })
  }
  return findings
}

function wordFindings(
  subject: Subject,
  part: { readonly words: Spoken; readonly needed: NeededWords; readonly path: Path },
): readonly Finding[] {
  const { languages } = subject.definition.service
  const blocks = new Map(placedQuestions(subject.definition).map(({ question, block }) => [question.id, block]))
  const given = new Map(
    languages.map((language) => [language, new Map(leavesOf(part.words[language]).map((path) => [path.join('.'), path]))]),
  )
  const all = new Map([
    ...part.needed.needed.map((path): [string, Path] => [path.join('.'), path]),
    ...[...given.values()].flatMap((leaves) => [...leaves]),
  ])
  return languages.flatMap((language) => {
    const words = part.words[language]
    if (words === undefined) return []
    const missing = [...all.values()].filter((path) => isMissing(words, path))
    return [
      ...missing.map((path) => missingFinding(blocks, [...part.path, language], path)),
      ...[...part.needed.known.values()].flatMap(({ path, names }) =>
        strangers(words, path, names).map((name) => stranger([...part.path, language], path, { name, names })),
      ),
    ]
  })
}

/** A sentence is there as text, as plural forms or, for an option, with a label. */
function isMissing(words: Words, path: Path): boolean {
  const value = valueAt(words, path)
  return value === undefined && !(path.at(-1) === 'label' && typeof valueAt(words, path.slice(0, -1)) === 'string')
}

function missingFinding(blocks: ReadonlyMap<string, string | undefined>, at: Path, path: Path): Finding {
  const language = at.at(-1)
  const block = path[0] === 'questions' ? blocks.get(String(path[1])) : undefined
  const file = block === undefined ? `words.${language}.yaml` : `${block}/words.${language}.yaml`
  const message = `The words “${path.join('.')}” are missing in ${language === 'cy' ? 'Welsh' : 'English'}.`
  return { place: { path: [...at, ...path], part: 'key' }, code: 'missing-words', message, help: `Add ${path.join('.')} to ${file}.` }
}

function strangers(words: Words, path: Path, names: readonly string[]): readonly string[] {
  const value = valueAt(words, path)
  return typeof value === 'object' && value !== null ? Object.keys(value).filter((name) => !names.includes(name)) : []
}

function stranger(at: Path, path: Path, { name, names }: { readonly name: string; readonly names: readonly string[] }): Finding {
  const message = `“${[...path, name].join('.')}” gives words to something the service does not have.`
  return { place: { path: [...at, ...path, name], part: 'key' }, code: 'unknown-words', message, help: suggest(name, names) }
}
