/** The single place where example people are fitted to a service that no longer asks, or no longer offers, what they answered. Pure. */
import { type Document, isMap, isScalar, isSeq, parseDocument, YAMLMap } from 'yaml'
import type { Definition, PackFiles, Question, SimpleQuestion } from '#core/definition/index.ts'
import { type ExampleFiles, findQuestion, type Stranded } from '../domain/index.ts'

/** Files whose people answered something that is no longer asked, or chose one of many answers that is no longer offered: without it. */
export function fitExamples(after: Definition, companions: PackFiles): ExampleFiles {
  const fitted = [...companions].flatMap(([path, text]) => {
    const document = readExample(path, text)
    return document && prune(document, after) ? [[path, String(document)] as const] : []
  })
  return Object.fromEntries(fitted)
}

/** The first answer of an example person that stands alone and can no longer be chosen; undefined where there is none. */
export function findStranded(after: Definition, path: string, text: string): Stranded | undefined {
  const given = answersIn(readExample(path, text))
  for (const { key, value } of given?.items ?? []) {
    const name = isScalar(key) ? String(key.value) : ''
    const options = choicesOf(findQuestion(after, name))
    const option = isScalar(value) ? String(value.value) : undefined
    if (options !== undefined && option !== undefined && !options.includes(option)) return { question: name, option, others: options }
  }
  return undefined
}

/** The file of an example person who chooses another answer instead. */
export function answering(text: string, { question }: Stranded, option: string): string {
  const document = parseDocument(text)
  document.setIn(['answers', question], option)
  return String(document)
}

function readExample(path: string, text: string): Document.Parsed | undefined {
  return path.startsWith('scenarios/') ? parseDocument(text) : undefined
}

function answersIn(document: Document.Parsed | undefined): YAMLMap | undefined {
  const answers = document?.get('answers')
  return isMap(answers) ? answers : undefined
}

/** True when something was taken out. */
function prune(document: Document.Parsed, after: Definition): boolean {
  const answers = answersIn(document)
  return answers !== undefined && pruneAnswers(answers, (name) => findQuestion(after, name))
}

function pruneAnswers(answers: YAMLMap, find: (name: string) => Question | SimpleQuestion | undefined): boolean {
  let isPruned = false
  for (const { key, value } of [...answers.items]) {
    const name = isScalar(key) ? String(key.value) : ''
    const question = find(name)
    if (question === undefined) isPruned = answers.delete(key) || isPruned
    else if (isSeq(value)) isPruned = pruneList(value, question) || isPruned
  }
  return isPruned
}

function pruneList(list: { items: unknown[] }, question: Question | SimpleQuestion): boolean {
  if (question.kind === 'group') {
    const find = (name: string) => question.of.find(({ id }) => id === name)
    return list.items.map((item) => item instanceof YAMLMap && pruneAnswers(item, find)).includes(true)
  }
  if (question.kind !== 'many-of') return false
  const offered = new Set(question.options.map(({ id }) => id))
  const kept = list.items.filter((item) => !isScalar(item) || offered.has(String(item.value)))
  const isPruned = kept.length < list.items.length && kept.length > 0
  if (isPruned) list.items = kept
  return isPruned
}

function choicesOf(question: Question | SimpleQuestion | undefined): readonly string[] | undefined {
  return question?.kind === 'one-of' ? question.options.map(({ id }) => id) : undefined
}
