/** The single place that says which words a definition needs, and which it may have besides. */
import { faultKey } from '../answer-words.ts'
import type { Definition } from '../definition.ts'
import type { Question, SimpleQuestion } from '../model/question.ts'
import type { Path } from '../source/document.ts'
import { faultCodes } from '../usual-words.ts'

/** `needed`: sentences that must be there. `known`: for a part of the words, the names it may hold. */
export type NeededWords = {
  readonly needed: readonly Path[]
  readonly known: ReadonlyMap<string, { readonly path: Path; readonly names: readonly string[] }>
}

/** The words of a service. */
export function wordsOfService({ service, tables }: Definition): NeededWords {
  const list = new WordList()
  const { clocks, actions, messages, tasks = [], appointments = [] } = service.casework
  for (const part of ['name', 'summary', 'start', 'after']) list.need(['service', part])
  list.each('purposes', Object.keys(service.purposes))
  list.each('sections', idsOf(service.sections))
  list.pages(service.sections.flatMap(({ pages }) => pages))
  list.allow(['conditions'], Object.keys(service.conditions))
  list.allow(['calculations'], idsOf(service.calculations))
  list.allow(['constants'], Object.keys(service.constants))
  list.tables(tables)
  for (const { id, shown } of service.calculations) if (shown) list.need(['calculations', id])
  list.each('exits', idsOf(service.exits), ['title', 'body'])
  list.each('outcomes', idsOf(service.outcomes), ['label'])
  list.each('reasons', [...new Set(tables.flatMap(({ rows }) => rows.flatMap(({ reason }) => (reason === undefined ? [] : [reason]))))])
  const flags = [...clocks.map(({ fires }) => fires.flag), ...actions.map(({ effect }) => effect.flag)].filter((flag) => flag !== undefined)
  list.each('flags', [...new Set(flags)])
  list.each('clocks', idsOf(clocks))
  list.each('messages', idsOf(messages), ['subject', 'body'])
  list.each('actions', idsOf(actions), ['label', 'done'])
  for (const { id, asks } of actions) list.questions(['actions', id, 'questions'], asks)
  list.each('tasks', idsOf(tasks), ['label', 'asked', 'given', 'done'])
  for (const { id, asks } of tasks) list.questions(['tasks', id, 'questions'], asks)
  list.each('appointments', idsOf(appointments), ['label', 'where'])
  list.each('benefits', idsOf(service.measures.benefits))
  list.each('effects', idsOf(service.effects))
  return list
}

/** The words of a block of equality questions. */
export function wordsOfEquality({ equality }: Definition): NeededWords {
  const list = new WordList()
  list.each('purposes', Object.keys(equality?.block.purposes ?? {}))
  list.pages(equality?.block.pages ?? [])
  return list
}

const usualFaults = faultCodes.map(faultKey)

class WordList implements NeededWords {
  readonly needed: Path[] = []
  readonly known = new Map<string, { readonly path: Path; readonly names: readonly string[] }>()

  need(path: Path): void {
    this.needed.push(path)
  }

  allow(path: Path, names: readonly string[]): void {
    this.known.set(path.join('.'), { path, names })
  }

  each(part: string, ids: readonly string[], inside: readonly string[] = []): void {
    this.allow([part], ids)
    for (const id of ids) {
      if (inside.length === 0) this.need([part, id])
      for (const key of inside) this.need([part, id, key])
    }
  }

  tables(tables: Definition['tables']): void {
    this.allow(['tables'], idsOf(tables))
    for (const { id, inputs, outputs } of tables) this.allow(['tables', id, 'columns'], idsOf([...inputs, ...outputs]))
  }

  pages(pages: readonly { readonly id: string; readonly questions: readonly Question[] }[]): void {
    this.allow(['pages'], idsOf(pages))
    for (const { id, questions } of pages) if (questions.length > 1) this.need(['pages', id, 'title'])
    this.questions(
      ['questions'],
      pages.flatMap(({ questions }) => questions),
    )
  }

  questions(path: Path, questions: readonly (Question | SimpleQuestion)[]): void {
    this.allow(path, idsOf(questions))
    for (const question of questions) this.#question([...path, question.id], question)
  }

  #question(path: Path, question: Question | SimpleQuestion): void {
    const options = question.kind === 'yes-no' ? ['yes', 'no'] : 'options' in question ? idsOf(question.options) : []
    this.need([...path, 'label'])
    this.allow([...path, 'options'], options)
    if ('options' in question) for (const id of options) this.need([...path, 'options', id])
    if (question.kind === 'declaration') this.need([...path, 'statement'])
    this.allow([...path, 'faults'], question.valid.length === 0 ? usualFaults : [...usualFaults, ...idsOf(question.valid)])
    for (const { id } of question.valid) this.need([...path, 'faults', id])
    if (question.kind === 'group') this.need([...path, 'one'])
    this.questions([...path, 'of'], question.kind === 'group' ? question.of : [])
  }
}

function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id)
}
